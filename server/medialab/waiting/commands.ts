import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { actorOfPerson } from '#server/auth/session.ts'
import { mailGoesAt } from '#server/notifications/views.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { recordUnmet } from '../demand/commands.ts'
import { labBooked, labReleased } from '../events.ts'
import { bookingNumber } from '../paths.ts'
import { holdOpening } from '../opening/sql.ts'
import { momentsOf } from '../placing/rules.ts'
import { may as booking } from '../policy.ts'
import { insertBooked, insertBooking, insertClaims, insertDates } from '../placing/sql.ts'
import { type Case, caseOf, weighed } from '../placing/views.ts'
import { lockResources } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import { deadlineOf } from '../workshops/rules.ts'
import { untilWords } from '../workshops/words.ts'
import { FAIR_MONTHS, MOST_OPEN } from './contract.ts'
import { waitingExpired, waitingOffered } from './events.ts'
import type { JoinInput } from './inputs.ts'
import { may } from './policy.ts'
import { inOrder, whenAsked, whenOf } from './rules.ts'
import * as sql from './sql.ts'
import { faultsOf, wantedOf } from './views.ts'
import { refusals } from './words.ts'

/** Waits for an offer at a time that is taken. What is free, or no rule would ever allow, is said instead. */
export async function joinWaiting(actor: Actor, input: JoinInput): Promise<void> {
  const when = whenAsked(input)
  const { clientKey, purpose, participants = null, plgId = null, projectId = null } = input
  const about = { purpose, participants, plgId, projectId, schoolId: schoolOf(actor, input) }
  const wanted = wantedOf({ ...about, slug: input.angebot, quantity: input.anzahl, when })
  const of = await caseOf(actor, wanted)
  await spend('posts', actor.id)
  await transaction(async () => {
    if (await sql.findByKey(actor.id, clientKey)) return
    const { faults, isFree } = await faultsOf(of)
    if (isFree) throw new Refusal(refusals.isFree)
    const [fault] = faults
    if (fault) throw new Refusal(fault.sentence)
    if ((await sql.listOpen(actor.id, MOST_OPEN)).length >= MOST_OPEN)
      throw new Refusal(refusals.tooMany(MOST_OPEN))
    const at = now()
    await sql.insertEntry({
      ...{ ...about, offerId: existing(of.offers[0]).id, personId: actor.id },
      plgId: plgId ?? of.project?.plgId ?? null,
      ...{ quantity: input.anzahl, isLoan: when.span === null, ...momentsOf(when) },
      ...{ state: 'waiting', askedAt: at, changedAt: at, clientKey },
    })
  })
}

function schoolOf(actor: Actor, { school }: JoinInput): string | null {
  const own = schoolsOf(actor)
  if (!school && own.length > 1) throw new Refusal(refusals.chooseSchool, 'school')
  return school ?? own[0] ?? null
}

type Act<Answer> = (row: sql.EntryRow, publish: Publish) => Promise<Answer>

/** One's own entry under lock. */
function onEntry<Answer>(actor: Actor, id: string, work: Act<Answer>): Promise<Answer> {
  return transaction(async (publish) => {
    await sql.lockEntry(id)
    const row = existing(await sql.findEntry(id))
    authorizeOrHide(may.keep, actor, row)
    return work(row, publish)
  })
}

/** What was held becomes a booking, or a request where somebody has to agree. @returns its number */
export function acceptWaiting(actor: Actor, id: string): Promise<string> {
  return onEntry(actor, id, async (row, publish) => {
    const number = bookingNumber({ year: row.year ?? 0, number: row.number ?? 0 })
    if (row.state === 'accepted') return number
    // Who has left the school since takes nothing for it.
    authorize(booking.bookFor, actor, row)
    const at = now()
    const { dateId, bookingId } = await heldDate(row, at)
    if (!row.isAsked) await sql.moveDate(dateId, 'confirmed', at)
    await sql.updateEntry(id, { state: 'accepted', deadline: null, changedAt: at })
    publish(labBooked({ bookingId, actorId: actor.id }))
    return number
  })
}

/** What is held. The SMZ may have said no, or yes, to what looks like any other request. */
async function heldDate({ state, dateId, deadline }: sql.EntryRow, at: Date) {
  if (state !== 'offered' || !dateId || (deadline ?? at) <= at) throw new Refusal(refusals.isOver)
  const date = existing(await sql.findDate(dateId))
  if (date.state !== 'requested' && date.state !== 'confirmed') throw new Refusal(refusals.isGone)
  return { dateId, bookingId: date.bookingId }
}

/** Waits no longer; what was held for the person goes to the next. */
export function leaveWaiting(actor: Actor, id: string): Promise<void> {
  return onEntry(actor, id, async (row, publish) => {
    if (row.state !== 'waiting' && row.state !== 'offered') return
    const state = row.state === 'waiting' ? 'left' : 'declined'
    await end(row, { state, date: 'cancelled' }, publish)
  })
}

type End = { state: 'left' | 'declined' | 'expired'; date: 'cancelled' | 'expired' }

async function end(row: sql.EntryRow, { state, date }: End, publish: Publish): Promise<void> {
  const at = now()
  await sql.updateEntry(row.id, { state, deadline: null, changedAt: at })
  if (row.dateId && (await sql.moveDate(row.dateId, date, at)))
    publish(labReleased({ dateIds: [row.dateId] }))
}

/** What these dates held is free: whoever waits for it is offered it, in the order of rule 15. */
export async function offerReleased(dateIds: string[]): Promise<void> {
  const at = now()
  const since = new Date(at)
  since.setUTCMonth(since.getUTCMonth() - FAIR_MONTHS)
  for (const { id } of inOrder(await sql.listLine(dateIds, { now: at, since })))
    await transaction((publish) => tryOffer(id, publish))
}

async function tryOffer(id: string, publish: Publish): Promise<void> {
  // Nothing is held by hours that are just being changed.
  await holdOpening()
  await sql.lockEntry(id)
  const row = await sql.findEntry(id)
  if (row?.state !== 'waiting' || !row.personId) return
  const person = await actorOfPerson(row.personId)
  const of = person && (await caseOrNone(person, row))
  if (of) await hold(row, of, publish)
}

/** Rights may have ended since, a PLG may be left: then the next one has it. */
async function caseOrNone(person: Actor, row: sql.EntryRow): Promise<Case | undefined> {
  try {
    return await caseOf(person, wantedOf({ ...row, when: whenOf(row) }))
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden || error instanceof Refusal)
      return undefined
    throw error
  }
}

/**
 * Holds it by a booking whose date is asked for: that takes it from the stock by the same constraints as all else, and
 * becomes the booking when the person agrees. Nobody is told of a booking before.
 */
async function hold(row: sql.EntryRow, of: Case, publish: Publish): Promise<void> {
  await lockResources(resourceIdsOf([...of.stock.values()]))
  const { kept, isAsked } = await weighed(of)
  const [found] = kept
  if (!found) return
  const at = now()
  const { personId, schoolId, plgId, projectId, purpose, participants } = row
  const made = await insertBooking({
    ...{ year: Number(localDayOf(at).slice(0, 4)), personId, schoolId, plgId, projectId },
    ...{ purpose, participants, clientKey: row.id, createdBy: personId },
    ...{ createdAt: at, changedAt: at },
  })
  if (!made) return
  const dateIds = await insertDates([
    {
      ...{ bookingId: made.id, position: 1, isLoan: row.isLoan, state: 'requested' },
      ...{ startsAt: row.startsAt, endsAt: row.endsAt, changedAt: at },
    },
  ])
  const dateId = dateIds[0] ?? ''
  await insertBooked([dateId], [{ offerId: row.offerId, quantity: row.quantity }])
  await insertClaims([{ dateId, claims: found.claims }])
  const deadline = deadlineOf(mailGoesAt(at), row.startsAt)
  await sql.updateEntry(row.id, {
    ...{ state: 'offered', deadline, dateId, isAsked, changedAt: at },
  })
  const until = untilWords({ day: localDayOf(deadline), time: localTimeOf(deadline) })
  publish(waitingOffered({ entryId: row.id, until }))
}

const MOST_DUE = 200

/** Offers nobody answered, and wishes whose time has come; once a minute. */
export async function keepWaitingGoing(at: Date): Promise<void> {
  for (const id of await sql.listDue(at, MOST_DUE))
    await transaction(async (publish) => {
      await sql.lockEntry(id)
      const row = await sql.findEntry(id)
      if (!row || !isDue(row, now())) return
      await end(row, { state: 'expired', date: 'expired' }, publish)
      if (row.state === 'offered') publish(waitingExpired({ entryId: id }))
      const { schoolId, offerId, kind, quantity, startsAt, endsAt } = row
      await recordUnmet([
        {
          ...{ schoolId, offerId, kind, quantity, startsAt, endsAt, wanted: '' },
          reason: 'expired',
        },
      ])
    })
}

const isDue = ({ state, deadline, startsAt }: sql.EntryRow, at: Date) =>
  state === 'offered' ? deadline !== null && deadline <= at : state === 'waiting' && startsAt <= at
