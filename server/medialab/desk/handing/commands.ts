import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { labReleased } from '../../events.ts'
import { type Act, atCounter, closeSettled, type DateAt, moveTo } from '../commands.ts'
import { may } from '../policy.ts'
import { lockThings, updateState } from '../sql.ts'
import type { Line, Ticked } from './contract.ts'
import type { GivenList } from './inputs.ts'
import { allPresent, faultOf, isMissing, tickedLines } from './rules.ts'
import * as sql from './sql.ts'
import { handingWords as says } from './words.ts'

/** Ticks all that can go, for somebody to untick what is not there. */
export function tickAll(actor: Actor, at: DateAt): Promise<void> {
  return atCounter(actor, at, may.handOut, async (act) => {
    const [things, lines] = await Promise.all([
      sql.listThings(act.date.id),
      sql.listLines(act.date.id),
    ])
    await keep(act, tickedLines(lines, allPresent(things, lines)))
  })
}

/** Keeps the list as it was ticked, for the moment in which it is fetched. */
export function saveList(actor: Actor, at: DateAt, given: GivenList): Promise<void> {
  return atCounter(actor, at, may.handOut, async (act) => {
    await keep(act, await listAs(act, given))
  })
}

/** It lies ready. */
export function prepare(actor: Actor, at: DateAt, given: GivenList): Promise<void> {
  return atCounter(actor, at, may.prepare, async (act) => {
    await keep(act, await listAs(act, given))
    const by = { preparedAt: act.at, preparedBy: actor.id }
    await sql.putHandover({ dateId: act.date.id, ...by }, by)
    await moveTo(actor, act, 'prepared')
  })
}

/**
 * Goes out: what is ticked is with the borrower from now on, who has confirmed that on the screen.
 * @throws Refusal while data are on it, without a critical part, or for what is with somebody else
 */
export function handOut(actor: Actor, at: DateAt, given: GivenList): Promise<void> {
  return atCounter(actor, at, may.handOut, async (act) => {
    const { id } = act.date
    await lockThings(id)
    const things = await sql.listThings(id)
    const lines = explained(await listAs(act, given), things, given.note)
    const fault = faultOf(things, lines)
    if (fault) throw new Refusal(fault.sentence, fault.field)
    await sql.putLines(id, lines)
    await sql.updateAway(id, true)
    const out = { outAt: act.at, outBy: actor.id, takenBy: given.takenBy, backAt: null }
    await sql.putHandover({ dateId: id, ...out }, out)
    await moveTo(actor, act, 'out')
  })
}

/** It was a slip: nothing has left the house. */
export function undoHandOut(actor: Actor, at: DateAt): Promise<void> {
  return atCounter(actor, at, may.undoHandOut, async (act) => {
    await sql.updateAway(act.date.id, false)
    const none = { outAt: null, outBy: null, takenBy: '' }
    await sql.putHandover({ dateId: act.date.id, ...none }, none)
    await moveTo(actor, act, 'confirmed')
  })
}

/** Nobody came for it: others may have it. */
export function markNoShow(actor: Actor, at: DateAt): Promise<void> {
  return atCounter(actor, at, may.markNoShow, async (act) => {
    await moveTo(actor, act, 'no_show')
    act.publish(labReleased({ dateIds: [act.date.id] }))
  })
}

/** Says that nothing of the last borrower is on it any more (rule 8). @returns its sticker */
export async function recordWiped(actor: Actor, { code }: { code: string }): Promise<string> {
  authorize(may.stand, actor, {})
  return transaction(async (publish) => {
    const thing = existing(await sql.lockThing(code))
    if (thing.wipeDueAt === null) throw new Refusal(says.notDue)
    await sql.insertWipe({
      ...{ resourceId: thing.id, dueSince: thing.wipeDueAt, wipedAt: now(), wipedBy: actor.id },
    })
    await closeSettled(actor, thing.id, publish)
    return code
  })
}

const listAs = async ({ date }: Act, { ticked }: { ticked: Ticked[] }): Promise<Line[]> =>
  tickedLines(await sql.listLines(date.id), ticked)

async function keep(act: Act, lines: Line[]): Promise<void> {
  await sql.putLines(act.date.id, lines)
  await updateState(act.date.id, act.date.state, act.at)
}

/** One note for all that is missing. */
const explained = (lines: Line[], things: Parameters<typeof isMissing>[1], note: string): Line[] =>
  lines.map((line) => (isMissing(line, things) && note !== '' ? { ...line, note } : line))
