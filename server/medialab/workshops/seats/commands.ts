import { record } from '#server/audit/commands.ts'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { mailGoesAt } from '#server/notifications/views.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { schoolFormsOf } from '#server/schools/views.ts'
import { recordUnmet } from '../../demand/commands.ts'
import type { UnmetReason } from '../../demand/contract.ts'
import { isLive, type SeatState } from '../contract.ts'
import { seatDecided, seatExpired, seatOffered, seatRequested, workshopChanged } from '../events.ts'
import { may } from '../policy.ts'
import { deadlineOf, hasSeatFor, nextInLine } from '../rules.ts'
import { findWorkshop, lockWorkshop, type WorkshopRow } from '../sql.ts'
import { factsOf, lookOf, seenWorkshop, undoSince } from '../views.ts'
import { refusals, untilWords } from '../words.ts'
import * as sql from './sql.ts'

type Act<Answer> = (row: WorkshopRow, publish: Publish) => Promise<Answer>

/** The frame of every act: the workshop is locked first and judged as it stands then. */
function onWorkshop<Answer>(actor: Actor, number: number, work: Act<Answer>): Promise<Answer> {
  return transaction(async (publish) => {
    await lockWorkshop({ number })
    return work(await seenWorkshop(actor, number), publish)
  })
}

/** A seat, or a place in the line when there is none. Whoever has one keeps it. @returns what one has then */
export async function signUp(
  actor: Actor,
  number: number,
  input: { school?: string | undefined },
): Promise<SeatState> {
  await spend('posts', actor.id)
  return onWorkshop(actor, number, async (row, publish) => {
    if (isLive(row.seatState)) return row.seatState
    if (row.state !== 'published') throw new Refusal(refusals.notOpen)
    authorize(may.signUp, actor, factsOf(row))
    const at = now()
    if (row.signupUntil <= at) throw new Refusal(refusals.isOver)
    const schoolId = await chosenSchool(actor, input.school, row)
    // Whoever waited before comes before.
    await passOn(row, publish)
    const held = await sql.listHeld(row.id, undoSince())
    const others = held.filter((one) => !(one.isGivenUp && one.personId === actor.id))
    const state = hasSeatFor({ ...row, held: others }, schoolId) ? seatFor(row) : 'waiting'
    const made = await sql.insertSeat({
      ...{ workshopId: row.id, personId: actor.id, schoolId, state, askedAt: at, changedAt: at },
    })
    if (!made) throw new Refusal(refusals.stale)
    if (state === 'requested')
      publish(seatRequested({ workshopId: row.id, seatId: made.id, actorId: actor.id }))
    publish(workshopChanged({ workshopId: row.id }))
    return state
  })
}

/** What a free seat becomes: one's own, or a request that holds it until the SMZ agrees. */
const seatFor = ({ needsApproval }: WorkshopRow) => (needsApproval ? 'requested' : 'taken')

async function chosenSchool(
  actor: Actor,
  chosen: string | undefined,
  { schoolForms }: WorkshopRow,
): Promise<string | null> {
  const own = schoolsOf(actor)
  if (!chosen && own.length > 1) throw new Refusal(refusals.chooseSchool, 'school')
  const schoolId = chosen ?? own[0] ?? null
  if (schoolId !== null && !own.includes(schoolId)) throw new Forbidden()
  if (schoolForms.length === 0 || schoolId === null) return schoolId
  const [form = ''] = await schoolFormsOf([schoolId])
  if (!schoolForms.includes(form)) throw new Refusal(refusals.notForSchool, 'school')
  return schoolId
}

/** Gives up a seat, a request or a place in the line. It may be taken back for some seconds. @returns its id */
export function withdraw(actor: Actor, number: number): Promise<string> {
  return onWorkshop(actor, number, async (row, publish) => {
    const { seatId, seatState } = row
    if (seatId && seatState === 'withdrawn') return seatId
    authorize(may.withdraw, actor, factsOf(row))
    if (!seatId || !seatState || seatState === 'offered') throw new Refusal(refusals.stale)
    if (row.startsAt <= now()) throw new Refusal(refusals.hasBegun)
    await sql.updateSeat(seatId, {
      ...{ state: 'withdrawn', withdrawnFrom: seatState, changedAt: now() },
      wasPresent: null,
    })
    publish(workshopChanged({ workshopId: row.id }))
    return seatId
  })
}

/** The seat as it was, at its old place in the line. */
export function undoWithdraw(actor: Actor, number: number, seatId: string): Promise<void> {
  return onWorkshop(actor, number, async (row, publish) => {
    const seat = await seatOf(row, seatId)
    authorizeOrHide(may.keepSeat, actor, seat)
    if (isLive(seat.state)) return
    const isOpen = row.state === 'published' && row.startsAt > now()
    if (!isOpen || !seat.withdrawnFrom || seat.changedAt <= undoSince() || isLive(row.seatState))
      throw new Refusal(refusals.tooLateToUndo)
    const held = await sql.listHeld(row.id, undoSince())
    const others = held.filter((one) => !(one.isGivenUp && one.personId === actor.id))
    if (seat.withdrawnFrom !== 'waiting' && !hasSeatFor({ ...row, held: others }, seat.schoolId))
      throw new Refusal(refusals.tooLateToUndo)
    await sql.updateSeat(seatId, {
      ...{ state: seat.withdrawnFrom, withdrawnFrom: null, changedAt: now() },
    })
    publish(workshopChanged({ workshopId: row.id }))
  })
}

/** Takes the seat that came free. @throws Refusal once its time is over, also before anybody has looked */
export function acceptSeat(actor: Actor, number: number): Promise<SeatState> {
  return onWorkshop(actor, number, async (row, publish) => {
    if (row.seatState === 'taken' || row.seatState === 'requested') return row.seatState
    if (!may.answer(actor, factsOf(row)) || !row.seatId || (row.seatDeadline ?? 0) <= now())
      throw new Refusal(refusals.offerOver)
    const state = seatFor(row)
    await sql.updateSeat(row.seatId, { state, deadline: null, changedAt: now() })
    if (state === 'requested')
      publish(seatRequested({ workshopId: row.id, seatId: row.seatId, actorId: actor.id }))
    publish(workshopChanged({ workshopId: row.id }))
    return state
  })
}

export function declineSeat(actor: Actor, number: number): Promise<void> {
  return onWorkshop(actor, number, async (row, publish) => {
    if (row.seatState === 'declined' || row.seatState === 'expired') return
    authorize(may.answer, actor, factsOf(row))
    await sql.updateSeat(row.seatId ?? '', { state: 'declined', deadline: null, changedAt: now() })
    await passOn(row, publish)
    publish(workshopChanged({ workshopId: row.id }))
  })
}

async function seatOf(row: WorkshopRow, id: string): Promise<sql.SeatRow> {
  const seat = await sql.findSeat(id)
  return existing(seat?.workshopId === row.id ? seat : undefined)
}

type Decision = { seat: string; isApproved: boolean; reason: string }

/** The SMZ agrees to a request or not. What is rejected is free for the next. */
export function decideSeat(actor: Actor, number: number, decision: Decision): Promise<void> {
  return onWorkshop(actor, number, async (row, publish) => {
    authorize(may.manage, actor, {})
    const { seat: id, isApproved, reason } = decision
    const seat = await seatOf(row, id)
    const wanted = isApproved ? 'taken' : 'rejected'
    if (seat.state === wanted) return
    if (seat.state !== 'requested') throw new Refusal(refusals.alreadyDecided)
    await sql.updateSeat(id, { state: wanted, reason: isApproved ? '' : reason, changedAt: now() })
    publish(seatDecided({ workshopId: row.id, seatId: id, actorId: actor.id, isApproved, reason }))
    if (!isApproved) await unmet(row, [seat], 'rejected')
    await passOn(row, publish)
    publish(workshopChanged({ workshopId: row.id }))
    await record(actor, {
      ...{ action: 'medialab.seat-decided', thingKind: 'workshop', thingId: row.id },
      details: { number: row.number, isApproved },
    })
  })
}

/**
 * Gives what is free to those who wait, and what nobody answered in time on to the next. The workshop must be locked.
 * Counting of the time to answer begins when the mail may go: at night that is the morning.
 */
export async function passOn(row: WorkshopRow, publish: Publish): Promise<void> {
  const at = now()
  if (row.state !== 'published' || row.startsAt <= at) return
  const over = await sql.expireOffers(row.id, at)
  for (const { id } of over) publish(seatExpired({ workshopId: row.id, seatId: id }))
  await unmet(row, over, 'expired')
  const [held, line] = await Promise.all([sql.listHeld(row.id, undoSince()), sql.listLine(row.id)])
  const deadline = deadlineOf(mailGoesAt(at), row.startsAt)
  const until = untilWords({ day: localDayOf(deadline), time: localTimeOf(deadline) })
  for (const { id } of nextInLine({ ...row, held }, line)) {
    await sql.updateSeat(id, { state: 'offered', deadline, changedAt: at })
    publish(seatOffered({ workshopId: row.id, seatId: id, until }))
  }
}

const unmet = (
  row: WorkshopRow,
  seats: { schoolId: string | null }[],
  reason: UnmetReason,
): Promise<void> =>
  recordUnmet(
    seats.map(({ schoolId }) => ({
      ...{ schoolId, offerId: null, kind: 'workshop', wanted: row.title, quantity: 1, reason },
      ...{ startsAt: row.startsAt, endsAt: row.endsAt },
    })),
  )

/** So many workshops are looked at in one minute. */
const MOST_DUE = 200

/** What happens to seats when nobody does anything; asked once a minute, each workshop for itself. */
export async function keepSeatsGoing(at: Date): Promise<void> {
  for (const id of await sql.listDue(at, MOST_DUE))
    await transaction(async (publish) => {
      await lockWorkshop({ id })
      const row = await findWorkshop({ id }, lookOf(null))
      if (row?.state !== 'published') return
      if (row.startsAt > now()) await passOn(row, publish)
      else await unmet(row, await sql.endLine(id, now()), 'occupied')
      publish(workshopChanged({ workshopId: id }))
    })
}
