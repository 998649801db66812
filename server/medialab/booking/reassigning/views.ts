import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { now } from '#server/platform/clock.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { bookingNumber, paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import type { BookedDate } from '../contract.ts'
import * as booking from '../sql.ts'
import { aboutFor, dateFor, stampOf } from '../views.ts'
import * as sql from './sql.ts'

const MOST = 50

const ledBy = (actor: Actor) =>
  schoolsOf(actor).filter((schoolId) => may.reassign(actor, { schoolId, hasLeft: true }))

/** How many bookings of the actor's school need somebody else; for others none. */
export async function leftBehindCount(actor: Actor): Promise<number> {
  const schools = ledBy(actor)
  return schools.length === 0 ? 0 : (await sql.listLeft(schools, { at: now(), limit: MOST })).length
}

/** What people who have left the actor's school had booked, and who could take it. */
export async function leftBehindFor(actor: Actor) {
  const schools = ledBy(actor)
  if (schools.length === 0) throw new Forbidden()
  const at = now()
  const [ids, members] = await Promise.all([
    sql.listLeft(schools, { at, limit: MOST }),
    sql.listMembers(schools, at),
  ])
  const [rows, dates] = await Promise.all([booking.listByIds(ids), booking.listDates(ids)])
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const own = dates.filter(({ bookingId }) => bookingId === id)
    const open = own.filter((date) => isOpen(date, at))
    return [
      {
        ...{ ...aboutFor(row), version: stampOf(row, own) },
        path: paths.booking(bookingNumber(row)),
        dates: open.map((date) => dateFor(actor, row, date)),
        canCallOff: open.some(({ startsAt, state }) => startsAt > at && !OUT.includes(state)),
        people: members
          .filter(({ schoolId }) => schoolId === row.schoolId)
          .map((person) => ({ value: person.personId, label: fullName(person) })),
      },
    ]
  })
}

const OUT = ['out', 'partly_back']
const COMING = ['requested', 'confirmed', 'prepared']
const isOpen = ({ state, endsAt }: BookedDate, at: Date) =>
  OUT.includes(state) || (COMING.includes(state) && endsAt > at)

/** For the bell of whoever had it before: what it was. */
export async function reassignedCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listReassigned(ids, actor.id)
  return rows.map(({ id, purpose, school, ...number }) => ({
    ...{ id, title: purpose, path: paths.mine() },
    context: [`Buchung ${bookingNumber(number)}`, school].filter(Boolean).join(', '),
  }))
}
