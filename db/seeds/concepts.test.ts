import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aCatalogue } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { seedDemo } from './demo.ts'

beforeAll(async () => {
  await emptyDatabase()
  await aCatalogue()
  await seedDemo()
}, 60_000)

const BANDS = [
  ['5', '6'],
  ['7', '8'],
  ['9', '10'],
  ['EF', 'Q1', 'Q2'],
]

test('the matrix of the published version 2 is that of the drawing: two gaps in area 6', async () => {
  const marks = await db()
    .selectFrom('conceptVersionMarks as m')
    .innerJoin('conceptVersions as v', 'v.id', 'm.versionId')
    .innerJoin('concepts as c', 'c.publishedVersionId', 'v.id')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .where('s.slug', '=', 'gesamtschule-rheinblick')
    .select(['m.competency', 'm.grade', 'v.number', 'v.scope'])
    .execute()
  expect(new Set(marks.map(({ number, scope }) => `${number} ${scope}`))).toEqual(
    new Set(['2 public']),
  )
  const counts = ['1', '2', '3', '4', '5', '6'].map((area) =>
    BANDS.map(
      (band) =>
        marks.filter((mark) => mark.competency.startsWith(area) && band.includes(mark.grade))
          .length,
    ),
  )
  expect(counts).toEqual([
    [4, 3, 2, 3],
    [5, 3, 2, 1],
    [3, 3, 1, 2],
    [5, 4, 2, 1],
    [2, 1, 1, 3],
    [2, 1, 0, 0],
  ])
})

test('five schools have published, one has only begun', async () => {
  const rows = await db()
    .selectFrom('concepts as c')
    .leftJoin('conceptVersions as v', 'v.id', 'c.publishedVersionId')
    .select('v.scope')
    .execute()
  expect(rows.map(({ scope }) => scope ?? 'none').sort()).toEqual([
    ...['network', 'network', 'none', 'public', 'public', 'public'],
  ])
})
