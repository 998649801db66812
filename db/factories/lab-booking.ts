import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabBookings, LabDates } from '#db/types.ts'

const LONG_AGO = new Date('2026-11-01T08:00:00Z')

type Booked = { offerId: string; resourceId: string; quantity?: number }

/** A booking of a person as the counter has it: claims as if it had been made in the ordinary way. */
export async function aBooking(
  given: { personId: string } & Partial<Insertable<LabBookings>>,
  dates: (Partial<Insertable<LabDates>> & { startsAt: Date; endsAt: Date })[],
  booked: Booked[],
) {
  const booking = await db()
    .insertInto('labBookings')
    .values({
      ...{ year: 2026, purpose: '6b Brüche', createdBy: given.personId, clientKey: randomUUID() },
      ...{ createdAt: LONG_AGO, changedAt: LONG_AGO, ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  for (const [index, date] of dates.entries()) {
    const { id, state } = await db()
      .insertInto('labDates')
      .values({
        ...{ bookingId: booking.id, position: index + 1, isLoan: false, state: 'confirmed' },
        ...{ changedAt: LONG_AGO, ...date },
      })
      .returning(['id', 'state'])
      .executeTakeFirstOrThrow()
    for (const { offerId, resourceId, quantity = 1 } of booked) {
      await db().insertInto('labDateOffers').values({ dateId: id, offerId, quantity }).execute()
      await sql`insert into lab_claims (date_id, resource_id, quantity, blocked, lock, is_active)
        select ${id}, r.id, ${quantity}, tstzrange(${date.startsAt}, ${date.endsAt}),
          case when r.is_counted then null else nextval('lab_locks') end,
          ${!['closed', 'rejected', 'cancelled', 'no_show', 'expired'].includes(state)}
        from lab_resources r where r.id = ${resourceId}`.execute(db())
    }
  }
  return { ...booking, name: `${booking.year}-${booking.number}` }
}
