import { randomUUID } from 'node:crypto'
import { type Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabBookings, LabDates, LabReports } from '#db/types.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A booking of an offer with one date, and no claims: for what happens afterwards. */
export async function aUse(
  given: { offerId: string; quantity?: number } & Pick<
    Insertable<LabDates>,
    'startsAt' | 'endsAt' | 'state'
  > &
    Partial<Pick<Insertable<LabDates>, 'isLoan' | 'isLateCancelled'>> &
    Partial<Pick<Insertable<LabBookings>, 'personId' | 'schoolId' | 'createdBy'>>,
) {
  const { offerId, quantity = 1, personId, schoolId, createdBy = personId, ...date } = given
  const booking = await db()
    .insertInto('labBookings')
    .values({
      ...{ year: 2026, personId, schoolId, createdBy, purpose: 'Versuch', clientKey: randomUUID() },
      ...{ createdAt: LONG_AGO, changedAt: LONG_AGO },
    })
    .returning(['id', 'year', 'number'])
    .executeTakeFirstOrThrow()
  const { id: dateId } = await db()
    .insertInto('labDates')
    .values({ bookingId: booking.id, position: 1, isLoan: false, changedAt: LONG_AGO, ...date })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db().insertInto('labDateOffers').values({ dateId, offerId, quantity }).execute()
  return { ...booking, dateId, name: `${booking.year}-${booking.number}` }
}

export function aReport(given: { offerId: string } & Partial<Insertable<LabReports>>) {
  return db()
    .insertInto('labReports')
    .values({
      ...{ usedFor: 'Stationen', learning: 4, handling: 4, robustness: 4, prepEffort: 4 },
      ...{ support: 4, recommendation: 'pool_only', clientKey: randomUUID() },
      ...{ createdAt: LONG_AGO, changedAt: LONG_AGO, ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
