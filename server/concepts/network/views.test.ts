import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptVersion, aSection } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { conceptSearchFor, searchPublished, searchPublishedGoals } from './views.ts'

beforeEach(() => emptyDatabase())

const goal = (versionId: string, position: number, given: object = {}) =>
  db()
    .insertInto('conceptVersionGoals')
    .values({
      ...{ versionId, position, title: 'Jede Klasse dreht ein Erklärvideo', dueOn: '2027-01-31' },
      ...{ status: 'active', visibility: 'public', dimension: 'teaching', competencies: ['4.1'] },
      ...given,
    })
    .execute()

async function published(
  scope: 'network' | 'public',
  given: { name?: string; form?: string } = {},
) {
  const school = await aSchool({
    name: given.name ?? 'Schule',
    schoolForm: given.form ?? 'primary',
  })
  const concept = await aConcept({ schoolId: school.id })
  const version = await aConceptVersion({ conceptId: concept.id, published: scope })
  return { school, concept, version }
}

const ask = (q: string, more: Record<string, string> = {}) => conceptSearchFor(null, { q, ...more })

test('a section of the school is never found and never counted', async () => {
  const { version } = await published('public')
  const said = { versionId: version.id, words: 'Geheime Koffer im Keller' }
  await aSection({ ...said, position: 0, kind: 'equipment_and_use', visibility: 'school' })
  await aSection({
    versionId: version.id,
    position: 1,
    kind: 'vision',
    visibility: 'public',
    words: 'Offene Ziele',
  })
  await goal(version.id, 0, { visibility: 'school', dimension: 'staff', subjects: ['art'] })
  expect((await ask('koffer')).concepts.total).toBe(0)
  expect(await searchPublished(null, ['koffer'], 11)).toEqual([])
  expect(await searchPublishedGoals(null, ['erklärvideo'], 11)).toEqual([])
  const { facets } = await ask('')
  expect(facets.chapter).toEqual([{ value: 'vision', count: 1 }])
  expect([...facets.dimension, ...facets.competency, ...facets.subject]).toEqual([])
})

test('the matrix counts where its chapter may be read', async () => {
  const [open, hidden] = [await published('public'), await published('public')]
  const mark = { grade: '5', subject: 'german', sourceKind: 'cell' }
  for (const [{ version }, competency] of [[open, '6.3'] as const, [hidden, '6.4'] as const])
    await db()
      .insertInto('conceptVersionMarks')
      .values({ ...mark, versionId: version.id, competency, sourceId: version.id })
      .execute()
  await aSection({
    versionId: hidden.version.id,
    position: 0,
    kind: 'mkr_coverage',
    visibility: 'network',
  })
  expect((await ask('')).facets.competency).toEqual([{ value: '6.3', count: 1 }])
})

test('visitors find what is public; what is for the network, withdrawn or older is not there', async () => {
  const network = await published('network', { name: 'Netzschule' })
  await aSection({
    versionId: network.version.id,
    position: 0,
    words: 'Trickfilm',
    visibility: 'public',
  })
  const open = await published('public', { name: 'Offene Schule' })
  await aSection({
    versionId: open.version.id,
    position: 0,
    words: 'Trickfilm',
    visibility: 'network',
  })
  await aSection({
    versionId: open.version.id,
    position: 1,
    words: 'Hörspiel',
    visibility: 'public',
  })
  const older = await aConceptVersion({
    ...{ conceptId: open.concept.id, number: 2, status: 'published', scope: 'public' },
    publishedAt: new Date('2026-09-02'),
  })
  await aSection({ versionId: older.id, position: 0, words: 'Daumenkino', visibility: 'public' })
  expect((await ask('trickfilm')).concepts.total).toBe(0)
  expect((await ask('daumenkino')).concepts.total).toBe(0)
  expect((await ask('hörspiele')).concepts.rows.map(({ school }) => school.name)).toEqual([
    'Offene Schule',
  ])
  expect((await ask('')).facets.form).toEqual([{ value: 'primary', count: 1 }])
  const teacher = await anActor()
  const all = await conceptSearchFor(teacher, { q: 'trickfilm' })
  expect(all.concepts.total).toBe(2)
  await db()
    .updateTable('conceptVersions')
    .set({ status: 'withdrawn', withdrawnAt: new Date() })
    .where('id', '=', network.version.id)
    .execute()
  expect((await conceptSearchFor(teacher, { q: 'trickfilm' })).concepts.total).toBe(1)
})

test('words are found in any part, with the place; a goal leads to its own page', async () => {
  const { version, school } = await published('public')
  await aSection({
    ...{ versionId: version.id, position: 0, title: 'Ausstattung', visibility: 'public' },
    words: 'Sechzig Tablets in drei Koffern',
  })
  await goal(version.id, 2)
  const { concepts } = await ask('die tablets erklärvideo')
  const hits = concepts.rows[0]?.hits ?? []
  expect(hits.map(({ title }) => title).sort()).toEqual([
    'Ausstattung',
    'Jede Klasse dreht ein Erklärvideo',
  ])
  expect(hits.map(({ path }) => path)).toContain(`/konzepte/${school.slug}/v/1/ziele/2`)
  expect(hits.flatMap(({ excerpt }) => excerpt.filter(({ isMatch }) => isMatch))).toHaveLength(2)
})

test.each(["'", "''", '\\', ':*', '&|!', '<->', '%_', '--', 'a:b', '()', '🦄🦄'])(
  'signs of the query language mean nothing: %s',
  async (q) => {
    await published('public')
    await expect(ask(`${q}${q} ${q}`)).resolves.toBeDefined()
  },
)
