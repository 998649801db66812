import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aCatalogue } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { now } from '#server/platform/clock.ts'
import { listCards } from '#server/software/sql.ts'
import { STANDINGS } from '#server/software/standing/contract.ts'
import { seedDemo } from './demo.ts'

test('the demonstration has an app for every standing, and those that the journeys look for', async () => {
  await emptyDatabase()
  await aCatalogue()
  await seedDemo()
  const ids = await db().selectFrom('softwareProducts').select('id').execute()
  const cards = await listCards(
    ids.map(({ id }) => id),
    { today: localDayOf(now()), form: null, schools: [] },
  )
  const standings = new Map(cards.map(({ name, standing }) => [name, standing]))
  // Buchwerk's release ran out on 31.10.2026; 90 days later nobody speaks of it any more.
  expect([...new Set([...standings.values(), 'expired'])].sort()).toEqual([...STANDINGS].sort())
  expect(Object.fromEntries(standings)).toMatchObject({
    ...{ GeoSkizze: 'approved', Übino: 'approved', 'Übino App': 'not_reviewed' },
    ...{ Kartenblick: 'approved_no_data', Wortschatzkiste: 'approved_with_conditions' },
    ...{ Schwatzbude: 'not_approved', Klangbuch: 'pilot', Ideenwand: 'in_review' },
  })
  const linked = await db()
    .selectFrom('projectSoftware as w')
    .innerJoin('softwareProducts as p', 'p.id', 'w.productId')
    .where('p.slug', '=', 'uebino-app')
    .select('w.projectId')
    .execute()
  expect(linked).toHaveLength(3)
})
