import '#db/testing.ts'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptVersion } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { NotFound } from '#server/platform/errors.ts'
import { publishedPlaceFor } from './places/views.ts'
import { publishedMatrixFor } from './views.ts'

let slug = ''
let conceptId = ''
let colleague: Actor
const NOTHING = new URLSearchParams()

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const school = await aSchool({ schoolForm: 'comprehensive' })
  slug = school.slug
  conceptId = (await aConcept({ schoolId: school.id })).id
  colleague = await anActor('teacher', { schoolId: school.id })
})

test('an older version keeps its own numbers at its own address, for who reads that version', async () => {
  const older = await aConceptVersion({ conceptId, published: 'network' })
  const mark = { competency: '1.1', grade: '5', sourceKind: 'cell', sourceId: older.id }
  await db()
    .insertInto('conceptVersionMarks')
    .values({ ...mark, versionId: older.id })
    .execute()
  await aConceptVersion({ conceptId, number: 2 })
  await aConceptVersion({ conceptId, number: 3, published: 'network' })
  const outsider = await anActor('teacher')
  const counted = async (which: number | 'current') => {
    const view = await publishedMatrixFor(outsider, slug, NOTHING, which)
    const rows = (view.draft === null && view.matrix?.rows) || []
    return rows.flatMap(({ figures }) => figures).reduce((sum, { count }) => sum + count, 0)
  }
  expect([await counted(1), await counted(3), await counted('current')]).toEqual([1, 0, 0])
  const place = new URLSearchParams({ zeile: '1', spalte: '5-6' })
  expect((await publishedPlaceFor(outsider, slug, place, 1)).path).toBe(`/konzepte/${slug}/v/1/mkr`)
  // What is only frozen is for the school, what is not there for nobody.
  for (const which of [2, 4]) {
    await expect(publishedMatrixFor(outsider, slug, NOTHING, which)).rejects.toThrow(NotFound)
    await expect(publishedPlaceFor(outsider, slug, place, which)).rejects.toThrow(NotFound)
  }
  await expect(publishedMatrixFor(null, slug, NOTHING, 1)).rejects.toThrow(NotFound)
  expect(await publishedMatrixFor(colleague, slug, NOTHING, 2)).toMatchObject({
    version: { number: 2, status: 'frozen', isCurrent: false },
  })
  await expect(publishedMatrixFor(colleague, slug, NOTHING, 4)).rejects.toThrow(NotFound)
})
