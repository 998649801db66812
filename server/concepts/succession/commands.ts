import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { conceptChanged } from '../events.ts'
import { insertChange } from '../sql.ts'
import type { HandOver } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { handOverBelongings } from './belongings/commands.ts'
import { doneSentence, words } from './words.ts'

/**
 * Hands the concept of a school to the one that carries it on. Where that has none, it moves there; else it is archived.
 * Lessons, talks, counts and needs go to the successor either way.
 *
 * @returns what happened, in words
 * @throws Refusal when something else would happen than the page said
 */
export function handOver(actor: Actor, { from, to, outcome }: HandOver): Promise<string> {
  return transaction(async (publish) => {
    authorizeOrHide(may.handOver, actor, {})
    if (from === to) throw new Refusal(words.same, 'to')
    const seen = await bothOf(from, to)
    await sql.lockConcepts([seen.old, seen.heir].flatMap(({ conceptId }) => conceptId ?? []))
    const { old, heir } = await bothOf(from, to)
    const conceptId = old.conceptId
    if (!conceptId) throw new Refusal(words.none, 'from')
    if (outcome !== (heir.conceptId ? 'archived' : 'moves')) throw new Refusal(words.changed)
    const at = now()
    if (heir.conceptId) await sql.archiveConcept(conceptId, heir.conceptId, at)
    else await move(conceptId, { from: old.schoolId, to: heir.schoolId }, at)
    await handOverBelongings(
      { from: old.schoolId, fromName: old.name, to: heir.schoolId, toName: heir.name, at },
      { from: conceptId, to: heir.conceptId ?? conceptId },
      actor.id,
    )
    const details = { outcome, from: old.name, to: heir.name }
    await insertChange({
      ...{ conceptId, thingKind: 'concept', thingId: conceptId, what: `concept.${outcome}` },
      ...{ details: JSON.stringify(details), personId: actor.id, at },
    })
    await record(actor, {
      ...{ action: 'concepts.handed-over', thingKind: 'concept', thingId: conceptId, details },
    })
    publish(conceptChanged({ conceptId, what: `concept.${outcome}` }))
    return doneSentence(outcome, heir.name)
  })
}

async function bothOf(from: string, to: string) {
  const [old, heir] = await Promise.all([sql.findWithConcept(from), sql.findWithConcept(to)])
  if (!old) throw new Refusal(words.chooseFrom, 'from')
  if (!heir) throw new Refusal(words.chooseTo, 'to')
  return { old, heir }
}

async function move(conceptId: string, schools: { from: string; to: string }, at: Date) {
  if (!(await sql.moveConcept(conceptId, schools, at))) throw new Refusal(words.changed)
}
