import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aCatalogue } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { ENDED_STATES } from '#server/medialab/contract.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { isQuietDay } from '#server/schools/calendar/contract.ts'
import { seedDemo } from './demo.ts'

const datesOf = (slug: string) =>
  db()
    .selectFrom('labDates as d')
    .innerJoin('labBookings as b', 'b.id', 'd.bookingId')
    .innerJoin('persons as p', 'p.id', 'b.personId')
    .innerJoin('labDateOffers as c', 'c.dateId', 'd.id')
    .innerJoin('labOffers as o', 'o.id', 'c.offerId')
    .where('o.slug', '=', slug)
    .select(['b.year', 'b.number', 'p.lastName', 'd.startsAt', 'd.endsAt', 'd.state', 'c.quantity'])
    .execute()

test.each([
  ['the day of the journeys, a Friday', '2026-11-27T08:00:00Z'],
  ['a Sunday before summer time', '2027-03-14T20:00:00Z'],
  ['the holidays, and closed', '2026-12-27T10:00:00Z'],
  ['the days before them', '2026-12-18T22:30:00Z'],
  ['the end of summer time', '2027-10-31T00:30:00Z'],
])('the invented bookings hold on %s', async (_, clock) => {
  process.env.CLOCK = clock
  await emptyDatabase()
  await aCatalogue()
  await seedDemo()
  const vr = await datesOf('vr-set-a')
  const [orhan, julia] = ['Demir', 'Brandt'].map((name) =>
    vr.find(({ lastName, state }) => lastName === name && state === 'confirmed'),
  )
  expect(orhan).toMatchObject({ number: 1187, quantity: 15 })
  expect(julia).toMatchObject({ quantity: 15 })
  expect(new Date(`${localDayOf(julia?.startsAt as Date)}T00:00:00Z`).getUTCDay()).toBe(3)
  const ipads = (await datesOf('ipad-koffer-3')).find(
    ({ lastName, quantity }) => lastName === 'Demir' && quantity === 12,
  )
  expect(localTimeOf(ipads?.startsAt as Date)).toBe('10:00')
  const all = await db().selectFrom('labDates').select(['startsAt', 'state']).execute()
  const open = all.filter(({ state }) => !(ENDED_STATES as readonly string[]).includes(state))
  // Those of this list, and rooms that workshops hold.
  expect(open.length).toBeGreaterThanOrEqual(28)
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter(({ startsAt }) => isQuietDay(localDayOf(startsAt)))).toEqual([])
  const { number } = await db()
    .insertInto('labBookings')
    .values({
      year: 2027,
      purpose: 'Die nächste',
      clientKey: crypto.randomUUID(),
      createdAt: new Date(),
      changedAt: new Date(),
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  expect(number).toBeGreaterThan(1187)
})
