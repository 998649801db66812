import type { Actor } from '#server/auth/actor.ts'
import { existing, type Rule } from '#server/platform/authorize.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { equipmentClasses } from '../../equipment/standard/views.ts'
import { onTalk } from '../commands.ts'
import { may, type TalkFacts } from '../policy.ts'
import { refusals } from '../words.ts'
import type { AuthorityAnswerInput, JointInput, PickInput, SchoolAnswerInput } from './inputs.ts'
import { appended, blank, prints } from './rules.ts'
import * as sql from './sql.ts'
import { yearBefore } from './views.ts'

type Answered = { class: string; print: string }
type Part = keyof typeof prints

/** What the school says about a class: how often, what for, what it brought, what hindered. */
export const answerForSchool = (actor: Actor, param: string, input: SchoolAnswerInput) =>
  answer(actor, param, { rule: may.prepareSchool, part: 'school', input })

/** What the Amt knows and has seen. */
export const answerForAuthority = (actor: Actor, param: string, input: AuthorityAnswerInput) =>
  answer(actor, param, { rule: may.prepareAuthority, part: 'authority', input })

/** What both conclude, in the talk. */
export const answerTogether = (actor: Actor, param: string, input: JointInput) =>
  answer(actor, param, {
    ...{ rule: may.conclude, part: 'joint' },
    input: { ...input, consequence: input.consequence ?? null },
  })

type Answer = {
  rule: Rule<TalkFacts>
  part: Part
  input: Answered & Partial<Omit<sql.Reflection, 'classId'>>
}

function answer(actor: Actor, param: string, { rule, part, input }: Answer): Promise<void> {
  const { class: classId, print, ...row } = input
  return onTalk(actor, param, rule, async ({ row: { id } }) => {
    const stands = await standing(id, classId)
    if (prints[part](stands) !== print) throw new Conflict(refusals.changed, wordsOf(stands, part))
    const next = { ...stands, ...row }
    if (prints[part](next) === print) return
    await sql.putReflection(id, { classId, ...row })
  })
}

const wordsOf = (one: sql.Reflection, part: Part): string =>
  ({
    school: [one.usage, one.benefit, one.hindrance],
    authority: [one.facts, one.observation],
    joint: [one.conclusion],
  })[part]
    .filter(Boolean)
    .join('\n\n')

async function standing(talkId: string, classId: string): Promise<sql.Reflection> {
  const classes = await equipmentClasses()
  if (!classes.some(({ id }) => id === classId)) throw new Refusal(refusals.unknownClass)
  const rows = await sql.listReflections(talkId)
  return rows.find((one) => one.classId === classId) ?? blank(classId)
}

/** Something the school wrote down in the year goes into its side, at the class that it chooses. */
export function pickEntry(actor: Actor, param: string, input: PickInput): Promise<void> {
  const { kind, thing, class: classId } = input
  return onTalk(actor, param, may.prepareSchool, async ({ row, at }) => {
    const stands = await standing(row.id, classId)
    const proposals = await sql.listProposals(row, yearBefore(at), MOST)
    const found = proposals.find((one) => one.kind === kind && one.id === thing)
    const isNew = await sql.insertPick({ talkId: row.id, thingKind: kind, thingId: thing, classId })
    if (!isNew) return
    const { usage, benefit, hindrance } = existing(found)
    await sql.putReflection(row.id, {
      classId,
      usage: appended(stands.usage, usage),
      benefit: appended(stands.benefit, benefit),
      hindrance: appended(stands.hindrance, hindrance),
    })
  })
}

const MOST = 200
