import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptVersion } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { goalsLike } from './views.ts'

beforeEach(() => emptyDatabase())

type Given = { title: string; visibility?: string; status?: string; competencies?: string[] }

/** A school with these goals in the version it has published for the network. */
async function aSchoolWith(...goals: Given[]) {
  const school = await aSchool()
  const concept = await aConcept({ schoolId: school.id })
  const version = await aConceptVersion({ conceptId: concept.id, published: 'network' })
  await db()
    .insertInto('conceptVersionGoals')
    .values(
      goals.map((goal, position) => ({
        ...{ versionId: version.id, position, dueOn: '2027-01-31' },
        ...{ status: 'active', visibility: 'network', ...goal },
      })),
    )
    .execute()
  return school
}

const text = 'Wie können Lernende Brüche mit dem Tablet erklären?'
const titles = async (...asked: Parameters<typeof goalsLike>) =>
  (await goalsLike(...asked)).map(({ title }) => title)

test('goals that share two words, of each school the nearest, at most three', async () => {
  await aSchoolWith(
    { title: 'Wir erklären Brüche' },
    { title: 'Brüche am Tablet erklären' },
    { title: 'Brüche rechnen' },
  )
  for (const title of ['Tablets und Brüche', 'Brüche erklären wir', 'Mit Tablets erklären'])
    await aSchoolWith({ title })
  const found = await titles(await anActor(), { text })
  expect(found).toHaveLength(3)
  expect(found[0]).toBe('Brüche am Tablet erklären')
})

test('one shared word is enough with a competency, or where there is only one', async () => {
  await aSchoolWith({ title: 'Brüche legen', competencies: ['4.1'] })
  const actor = await anActor()
  expect(await titles(actor, { text })).toEqual([])
  expect(await titles(actor, { text, competencies: ['4.1'] })).toEqual(['Brüche legen'])
  expect(await titles(actor, { text: 'Brüche' })).toEqual(['Brüche legen'])
  expect(await titles(actor, { text: 'Digitale Medien', competencies: ['4.1'] })).toEqual([])
})

test('nothing that is over, stays in its school, is of the own school or does not reach the reader', async () => {
  const title = 'Brüche am Tablet erklären'
  await aSchoolWith({ title, status: 'achieved' })
  await aSchoolWith({ title, visibility: 'school' })
  const own = await aSchoolWith({ title })
  const actor = await anActor('teacher', { schoolId: own.id })
  expect(await titles(actor, { text })).toEqual([])
  expect(await titles(await anActor(), { text })).toEqual([title])
  const pending = await anActor('teacher', { state: 'pending' })
  expect(await titles(pending, { text })).toEqual([])
})
