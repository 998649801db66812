import type { Actor } from '#server/auth/actor.ts'
import type { Given } from '#server/files/keeping/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { labReleased } from '../../events.ts'
import { type Act, atCounter, type DateAt, moveTo } from '../commands.ts'
import { unwriteDamage, withPhoto, writeDamage } from '../damages/commands.ts'
import type { GivenDamage } from '../damages/inputs.ts'
import { listOfDate, lockDamage } from '../damages/sql.ts'
import { damageWords } from '../damages/words.ts'
import { putHandover } from '../handing/sql.ts'
import { may } from '../policy.ts'
import { codeIn, nearest } from '../rules.ts'
import { findThing, listLike, lockThings } from '../sql.ts'
import { dayAfter, schoolDaysAfter } from '../../opening/rules.ts'
import { whenOf } from '../../placing/rules.ts'
import { forgetLate } from '../troubles/commands.ts'
import type { BackLine } from './contract.ts'
import { progressOf, restOf, stateOf } from './rules.ts'
import * as sql from './sql.ts'
import { returningWords as says } from './words.ts'

/** The frame of each act of a return: what the lines say afterwards is the state of the date. */
function returning<T>(
  actor: Actor,
  at: DateAt,
  work: (act: Act, lines: BackLine[]) => Promise<T>,
): Promise<T> {
  return atCounter(actor, at, may.takeBack, async (act) => {
    await lockThings(act.date.id)
    const result = await work(act, await sql.listBack(act.date.id))
    const state = stateOf(progressOf(await sql.listBack(act.date.id)))
    if (state !== act.date.state) await moveTo(actor, act, state)
    return result
  })
}

/**
 * One thing is there again. Scanned twice says so and changes nothing.
 * @returns its code
 * @throws Refusal for what is no code, not of this loan, or back already
 */
export function scan(actor: Actor, at: DateAt, typed: string): Promise<string> {
  return returning(actor, at, async (act, lines) => {
    const code = codeIn(typed)
    const line = lines.find((one) => one.code !== null && one.code === code)
    if (!line) throw new Refusal(await strange(typed, code, lines), 'code')
    if (restOf(line) === 0) throw new Refusal(says.already(line.name), 'code')
    await sql.updateLine(line.id, {
      back: line.went - line.missing,
      missing: line.missing,
      at: act.at,
    })
    return line.code ?? ''
  })
}

async function strange(typed: string, code: string | undefined, lines: BackLine[]) {
  const thing = code === undefined ? undefined : await findThing(code)
  if (!thing || code === undefined) {
    const near = code === undefined ? [] : nearest(code, await listLike(code))
    return (
      says.unknown(code ?? typed.slice(0, 40)) +
      (near.length > 0 ? says.near(near.map((one) => one.code)) : '')
    )
  }
  const isWhole = thing.partId === null && lines.some((one) => one.resourceId === thing.resourceId)
  return isWhole ? says.whole(code) : says.notHere(code)
}

/** What has no sticker: as much of it as was ticked is there. */
export function bring(
  actor: Actor,
  at: DateAt,
  brought: { id: string; count: number }[],
): Promise<void> {
  return returning(actor, at, async (act, lines) => {
    for (const { id, count } of brought) {
      const line = existing(lines.find((one) => one.id === id))
      const back = Math.min(line.went - line.missing, count)
      await sql.updateLine(id, { back, missing: line.missing, at: act.at })
    }
  })
}

/** All that has no sticker of its own is there. */
export function bringRest(actor: Actor, at: DateAt): Promise<void> {
  return returning(actor, at, async (act, lines) => {
    for (const line of lines.filter((one) => !one.isUnit && restOf(one) > 0))
      await sql.updateLine(line.id, {
        ...{ back: line.went - line.missing, missing: line.missing, at: act.at },
      })
  })
}

/** It was a slip: this is still with the borrower. */
export function takeOut(actor: Actor, at: DateAt, id: string): Promise<void> {
  return returning(actor, at, async (act, lines) => {
    const line = existing(lines.find((one) => one.id === id))
    if (line.damages > 0) throw new Refusal(says.hasDamage(line.name))
    if (await sql.isAwayElsewhere(line.partId, act.date.id))
      throw new Refusal(says.elsewhere(line.name))
    await sql.updateLine(id, { back: 0, missing: line.missing, at: act.at })
  })
}

/** Something is broken or lost. What is broken is there; what is lost will not come. */
export function recordDamage(
  actor: Actor,
  at: DateAt,
  given: GivenDamage,
  file: Given | null,
): Promise<void> {
  return withPhoto(file, (photo) =>
    returning(actor, at, async (act, lines) => {
      const line = existing(lines.find(({ id }) => id === given.line))
      const isLost = given.category === 'lost'
      const most = isLost ? restOf(line) : line.went - line.missing
      const { description, category, isUnusable, clientKey, quantity } = given
      const name = line.code ? `${line.name} (${line.code})` : line.name
      const { resourceId, partId } = line
      const item = { resourceId, partId, name, dateId: act.date.id, handedId: line.id }
      const damage = { description, category, isUnusable, clientKey, quantity }
      // What was sent before is there already: only what is new has to fit.
      const isKnown = await hasKey(act, clientKey)
      if (!isKnown && quantity > most) throw new Refusal(damageWords.tooMany(most), 'quantity')
      const { isRepeat } = await writeDamage(
        actor,
        { item, ...damage, origin: 'desk' },
        photo,
        act.publish,
      )
      if (isRepeat) return
      const missing = line.missing + (isLost ? quantity : 0)
      const back = isLost ? line.back : Math.min(line.went - missing, Math.max(line.back, quantity))
      await sql.updateLine(line.id, { back, missing, at: act.at })
    }),
  )
}

const hasKey = async ({ date }: Act, clientKey: string) =>
  (await listOfDate(date.id)).some((one) => one.clientKey === clientKey)

/** Takes the report of a damage of this loan back: it was a slip, or it has turned up. */
export function withdrawDamage(actor: Actor, at: DateAt, number: number): Promise<void> {
  return returning(actor, at, async (act, lines) => {
    const damage = existing(await lockDamage(number))
    const line = existing(lines.find(({ id }) => id === damage.handedId))
    if (damage.withdrawnAt) return
    await unwriteDamage(damage, act.publish)
    if (damage.category === 'lost') {
      const missing = Math.max(0, line.missing - damage.quantity)
      await sql.updateLine(line.id, { back: line.back, missing, at: act.at })
    }
  })
}

/**
 * All is there or accounted for. Over, or back as long as data have to go or a damage is open; what it held is free.
 * @throws Refusal naming what is still with the borrower
 */
export function finish(actor: Actor, at: DateAt): Promise<void> {
  return atCounter(actor, at, may.takeBack, async (act) => {
    const { id } = act.date
    const things = await lockThings(id)
    const lines = await sql.listBack(id)
    const open = lines.filter((line) => restOf(line) > 0)
    if (open.length > 0) throw new Refusal(says.open(open.map(({ name }) => name)))
    const wipes = await sql.markWipeDue(id, act.at)
    const damages = (await listOfDate(id)).filter(({ state }) => state !== 'closed')
    const back = { backAt: act.at, backBy: actor.id, finishedAt: act.at }
    await putHandover({ dateId: id, ...back }, back)
    const isEarly = await sql.endClaims(id, endOf(act))
    await moveTo(actor, act, wipes.length + damages.length > 0 ? 'back' : 'closed')
    await forgetLate(things)
    if (isEarly) act.publish(labReleased({ dateIds: [id] }))
  })
}

/** A button says it for ten seconds; whoever has no script reads for longer. */
const UNDO_MS = 60_000

/**
 * It was a slip: the return goes on, whoever stands at the counter.
 * @throws Refusal when it is too late, or somebody else has been promised it since
 */
export async function undoFinish(actor: Actor, at: DateAt): Promise<void> {
  try {
    await atCounter(actor, at, may.undoFinish, (act) => reopen(actor, act))
  } catch (error) {
    if (isTaken(error)) throw new Refusal(says.taken)
    throw error
  }
}

async function reopen(actor: Actor, act: Act): Promise<void> {
  const { id } = act.date
  await lockThings(id)
  const finishedAt = await sql.findFinished(id)
  if (!finishedAt || act.at.getTime() - finishedAt.getTime() > UNDO_MS)
    throw new Refusal(says.tooLate)
  const none = { backAt: null, backBy: null, finishedAt: null }
  await putHandover({ dateId: id, ...none }, none)
  await sql.unmarkWipeDue(id, finishedAt)
  await moveTo(actor, act, stateOf(progressOf(await sql.listBack(id))))
  for (const kept of await sql.listKept(id)) await sql.holdAgain(kept.id, keptUntil(act, kept))
}

function keptUntil(
  { date }: Act,
  { turnaroundSchoolDays, minutesAfter }: { turnaroundSchoolDays: number; minutesAfter: number },
): Date {
  if (!date.isLoan) return new Date(date.endsAt.getTime() + minutesAfter * 60_000)
  const last = schoolDaysAfter(whenOf(date).to, turnaroundSchoolDays)
  return momentOf(dayAfter(last), '00:00')
}

/** Of PostgreSQL: held by somebody else, or more than there is. */
const TAKEN = ['23P01', '23514']
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && TAKEN.includes(String(error.code))

/** What is lent by the day may go again on the day on which it came back. */
const endOf = ({ date, at }: Act): Date => (date.isLoan ? momentOf(localDayOf(at), '00:00') : at)
