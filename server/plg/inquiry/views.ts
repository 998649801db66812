import { type Actor, fullName } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { authorizeVisit, insideOf } from '../views.ts'
import type { Inquiry } from './contract.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/**
 * What the PLG works on: the question of a cycle with its goal, and what the evaluations answer.
 *
 * @param asked the cycle the address names; the running one when there is no such
 */
export async function focusFor(actor: Actor, slug: string, asked: string | null) {
  authorizeVisit(actor)
  const { plg, proof, facts } = await insideOf(actor, { slug })
  const [state, inquiries] = await Promise.all([sql.findPlgState(proof), sql.listInquiries(proof)])
  const at = existing(state)
  const cycle =
    Number(asked) >= 1 && Number(asked) < at.cycle ? Math.trunc(Number(asked)) : at.cycle
  const answers = await sql.listAnswers(proof, cycle)
  const saved = inquiries.find((inquiry) => inquiry.cycle === cycle)
  return {
    plg: { ...plg, question: at.question },
    cycle,
    cycles: Array.from({ length: at.cycle }, (_, index) => at.cycle - index),
    version: saved?.version ?? 0,
    inquiry: saved ? inquiryOf(saved) : null,
    saved: saved ? { at: saved.changedAt, by: writerOf(saved) } : null,
    answers,
    can: { write: may.write(actor, facts) && at.phase !== 'closed' && cycle === at.cycle },
  }
}

type Row = Awaited<ReturnType<typeof sql.listInquiries>>[number]

function inquiryOf(row: Row): Inquiry {
  const { question, shouldLearn, knownBy, evidence, goal, measure } = row
  const { dueOn, dimension, outOfScope } = row
  return {
    ...{ question, shouldLearn, knownBy, evidence, goal, measure, dueOn, dimension, outOfScope },
  }
}

function writerOf({ firstName, lastName }: Row): string {
  return firstName && lastName ? fullName({ firstName, lastName }) : words.formerMember
}
