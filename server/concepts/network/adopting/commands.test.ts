import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptGoal, aConceptRole, aConceptVersion } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { adoptGoal, undoAdopting } from './commands.ts'
import { publishedGoalFor, similarGoalsFor } from './views.ts'

beforeEach(() => emptyDatabase())

async function giver(visibility = 'network', scope: 'network' | 'public' = 'network') {
  const school = await aSchool({ name: 'Gebende Schule' })
  const concept = await aConcept({ schoolId: school.id })
  const goal = await aConceptGoal({ conceptId: concept.id, competencies: ['4.1'] })
  const version = await aConceptVersion({
    ...{ conceptId: concept.id, published: scope, schoolName: 'Gebende Schule' },
  })
  await db()
    .insertInto('conceptVersionGoals')
    .values({
      ...{ versionId: version.id, position: 0, goalId: goal.id, title: goal.title, visibility },
      ...{ dueOn: '2026-07-31', status: 'active', competencies: ['4.1'], why: 'Darum' },
    })
    .execute()
  return { concept, goal, version, address: { slug: school.slug, number: 1, position: 0 } }
}

async function taker() {
  const school = await aSchool()
  const concept = await aConcept({ schoolId: school.id })
  const actor = await anActor('teacher', { schoolId: school.id })
  await aConceptRole({ conceptId: concept.id, personId: actor.id })
  return { school, concept, actor, input: { conceptId: concept.id, clientKey: randomUUID() } }
}

const taken = (conceptId: string) =>
  db()
    .selectFrom('conceptGoals')
    .where('conceptId', '=', conceptId)
    .where('deletedAt', 'is', null)
    .selectAll()
    .execute()

test('a goal is taken with whose it was and a new day; two at once take it once', async () => {
  const { address, goal } = await giver()
  const { actor, concept, input, school } = await taker()
  const colleague = await anActor('digital_officer', { schoolId: school.id })
  const addresses = await Promise.all([
    adoptGoal(actor, address, input),
    adoptGoal(colleague, address, { ...input, clientKey: randomUUID() }),
    adoptGoal(actor, address, input),
  ])
  const [made, ...more] = await taken(concept.id)
  expect(more).toEqual([])
  expect(new Set(addresses)).toEqual(
    new Set([`/konzepte/${school.slug}/entwurf/ziele/${made?.number}`]),
  )
  expect(made).toMatchObject({
    adoptedFrom: goal.id,
    adoptedSchool: 'Gebende Schule',
    why: 'Darum',
  })
  expect(await publishedGoalFor(actor, address)).toMatchObject({ adoptedBy: 1 })
})

test('what does not reach a person is not taken: of the school, or by a visitor of the network', async () => {
  const { actor, input, concept } = await taker()
  const { address } = await giver('school')
  await expect(adoptGoal(actor, address, input)).rejects.toThrow()
  await expect(publishedGoalFor(null, (await giver()).address)).rejects.toThrow()
  expect(await taken(concept.id)).toEqual([])
})

test('who only reads a concept takes nothing over', async () => {
  const { address } = await giver()
  const { school, input } = await taker()
  const reader = await anActor('teacher', { schoolId: school.id })
  await expect(adoptGoal(reader, address, input)).rejects.toThrow()
})

test('taken back as long as nobody has begun with it, and then taken again', async () => {
  const { address } = await giver()
  const { actor, concept, input } = await taker()
  await adoptGoal(actor, address, input)
  await undoAdopting(actor, address, { conceptId: concept.id })
  expect(await taken(concept.id)).toEqual([])
  await adoptGoal(actor, address, { ...input, clientKey: randomUUID() })
  const [made] = await taken(concept.id)
  await db()
    .insertInto('goalCheckIns')
    .values({
      ...{ goalId: made?.id ?? '', mood: 'on_track', text: 'Läuft', at: new Date() },
      ...{ byId: actor.id, clientKey: randomUUID() },
    })
    .execute()
  await expect(undoAdopting(actor, address, { conceptId: concept.id })).rejects.toThrow(
    'gearbeitet',
  )
  expect(await taken(concept.id)).toHaveLength(1)
})

test('open goals of others like the own one, none that are not published', async () => {
  await giver('public', 'public')
  await giver('school')
  const { actor, concept } = await taker()
  const goal = await aConceptGoal({ conceptId: concept.id, title: 'Filme', competencies: ['4.1'] })
  const { goals } = await similarGoalsFor(actor, goal.id)
  expect(goals.map(({ why, school }) => [school.name, why])).toEqual([
    ['Gebende Schule', ['competency']],
  ])
  await expect(similarGoalsFor(await anActor(), goal.id)).rejects.toThrow()
})
