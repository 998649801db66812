import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { DateState } from '../../contract.ts'
import { may } from '../../policy.ts'
import {
  holderOf,
  datesInWords,
  type Locked,
  lockedBooking,
  noteAct,
  refuseStale,
} from '../commands.ts'
import type { BookedDate } from '../contract.ts'
import { offeredOf, weighAnew } from '../holding/views.ts'
import { wishOf } from '../rules.ts'
import * as booking from '../sql.ts'
import { bookingReassigned } from './events.ts'
import type { CallOffInput, ReassignInput } from './inputs.ts'
import * as sql from './sql.ts'
import { CALLED_OFF, refusals } from './words.ts'

const OPEN: DateState[] = ['requested', 'confirmed', 'prepared']

/** Of two who decide at once the second is told that it has changed. */
async function leftBooking(actor: Actor, locked: Locked, version: number): Promise<void> {
  const { row } = locked
  authorize(may.reassign, actor, { schoolId: row.schoolId, hasLeft: true })
  refuseStale(locked, version)
  const hasLeft = await sql.hasLeft(row.id, now())
  if (!hasLeft) throw new Refusal(refusals.notLeft)
  authorize(may.reassign, actor, { schoolId: row.schoolId, hasLeft })
}

/**
 * Gives what somebody who has left the school had booked to somebody who is there (rule 19): from now on they answer for
 * it and hear of it. Links of letters that went out before open nothing any more.
 */
export function reassignBooking(
  actor: Actor,
  { number, version, person }: ReassignInput,
): Promise<void> {
  return transaction(async (publish) => {
    const locked = await lockedBooking(actor, number)
    const { row, dates } = locked
    // The same form again.
    if (row.personId === person) return
    await leftBooking(actor, locked, version)
    const at = now()
    if (!row.schoolId || !(await sql.isMember(person, row.schoolId, at)))
      throw new Refusal(refusals.strangePerson, 'person')
    await refuseUninstructed(locked, person)
    const reassignmentId = await sql.insertReassignment({
      ...{ bookingId: row.id, fromPerson: row.personId, toPerson: person, byPerson: actor.id, at },
    })
    await booking.updateBooking(row.id, {
      ...{ personId: person, phone: '', linkHash: null, letterDueAt: null },
      // Who typed it for themselves has nothing to do with it any more; who typed it at the counter has.
      ...(row.createdBy === row.personId && { createdBy: null }),
    })
    await noteAct(publish, actor, locked, {
      ...{ act: 'reassigned', dates, action: 'medialab.booking-reassigned' },
    })
    publish(bookingReassigned({ reassignmentId, bookingId: row.id, actorId: actor.id }))
  })
}

/** So long a slip can be put right; the other side may act on it after that. */
const UNDO_MINUTES = 5

/**
 * Back to the list of those left behind, right after it was given to the wrong person: what the bell told both goes with
 * it. Pressed twice is once.
 */
export function undoReassign(actor: Actor, number: string): Promise<void> {
  return transaction(async (publish) => {
    const locked = await lockedBooking(actor, number)
    const { row, dates } = locked
    authorize(may.reassign, actor, { schoolId: row.schoolId, hasLeft: true })
    const last = await sql.findLast(row.id)
    if (!last) return
    const isFresh = now().getTime() - last.at.getTime() <= UNDO_MINUTES * 60_000
    if (!isFresh || last.byPerson !== actor.id || row.personId !== last.toPerson)
      throw new Refusal(refusals.tooLate)
    await sql.removeReassignment(last.id)
    await booking.updateBooking(row.id, {
      ...{ personId: last.fromPerson, phone: '', linkHash: null, letterDueAt: null },
    })
    await noteAct(publish, actor, locked, {
      ...{ act: 'reassigned', dates, action: 'medialab.booking-reassigned' },
    })
  })
}

const INSTRUCTED = 10

/** Rule 10 asks the person who answers for it; what is out already is out. */
async function refuseUninstructed({ row, dates }: Locked, personId: string): Promise<void> {
  for (const date of dates.filter(isToCome)) {
    const { faults } = await weighAnew(
      {
        booking: { ...holderOf(row), personId },
        dates: [{ id: date.id, when: wishOf(date) }],
        ...{ offers: date.offers, sets: false },
      },
      await offeredOf(date.offers),
    )
    const missing = faults.find(({ rule }) => rule === INSTRUCTED)
    if (missing) throw new Refusal(refusals.notInstructed(missing.offer?.name ?? ''), 'person')
  }
}

const isToCome = ({ state, startsAt }: BookedDate) => OPEN.includes(state) && startsAt > now()

/** Calls off what has not begun of it. */
export function callOffBooking(actor: Actor, { number, version }: CallOffInput): Promise<void> {
  return transaction(async (publish) => {
    const locked = await lockedBooking(actor, number)
    await leftBooking(actor, locked, version)
    const dates = locked.dates.filter(isToCome)
    if (dates.length === 0) throw new Refusal(refusals.allOut)
    const at = now()
    for (const { id, state } of dates)
      await booking.updateDates([id], {
        ...{ state: 'cancelled', cancelledFrom: state, stateReason: CALLED_OFF, changedAt: at },
      })
    await noteAct(publish, actor, locked, {
      ...{ act: 'cancelled', dates, note: datesInWords(dates), reason: CALLED_OFF, released: true },
    })
  })
}
