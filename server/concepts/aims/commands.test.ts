import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole, aConceptVersion } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { editAim, endAim, proposeAim, putInForce, takeAim } from './commands.ts'
import { aimFor, aimsFor } from './views.ts'

beforeEach(() => emptyDatabase())

const words = (title: string) => ({
  ...{ title, body: '', dimension: null, competencies: ['2.3'], serves: null },
})
const asked = (title: string, replaces: string | null = null) => ({
  ...{ ...words(title), kind: 'network' as const, replaces, clientKey: randomUUID() },
})
const numberOf = (path: string) => path.split('/').at(-1)

async function inForce(title: string) {
  const smz = await anActor('smz_staff')
  const number = numberOf(await proposeAim(smz, asked(title)))
  await putInForce(smz, number)
  const { aim } = await aimFor(null, number)
  return { smz, number, aim }
}

test('a proposal is for confirmed people, holds once the SMZ says so, and keeps its words then', async () => {
  const teacher = await anActor()
  const input = asked('Quellen prüfen')
  const paths = await Promise.all([proposeAim(teacher, input), proposeAim(teacher, input)])
  expect(new Set(paths).size).toBe(1)
  const number = numberOf(paths[0])
  await expect(aimFor(null, number)).rejects.toThrow()
  await expect(putInForce(teacher, number)).rejects.toThrow()
  await editAim(teacher, number, { ...words('Quellen prüfen ab 5'), version: 1 })
  await expect(editAim(teacher, number, { ...words('Spät'), version: 1 })).rejects.toThrow(
    'geändert',
  )
  await putInForce(await anActor('smz_staff'), number)
  expect((await aimFor(null, number)).aim).toMatchObject({ title: 'Quellen prüfen ab 5' })
  await expect(editAim(teacher, number, { ...words('Anders'), version: 3 })).rejects.toThrow()
})

test('a new wording ends the one before; both stay readable, and there is one proposal at a time', async () => {
  const { smz, aim, number } = await inForce('Alt')
  const next = numberOf(await proposeAim(smz, asked('Neu', aim.id)))
  await expect(proposeAim(smz, asked('Noch neuer', aim.id))).rejects.toThrow('bereits')
  await putInForce(smz, next)
  expect((await aimFor(null, number)).aim.state).toBe('ended')
  expect((await aimFor(null, number)).replacedBy?.title).toBe('Neu')
  const { network, ended } = await aimsFor(null)
  expect([network.map(({ title }) => title), ended.map(({ title }) => title)]).toEqual([
    ['Neu'],
    ['Alt'],
  ])
  await endAim(smz, next)
  expect((await aimsFor(null)).network).toEqual([])
})

test('schools are counted by what they have published, as far as it reaches the reader', async () => {
  const { aim } = await inForce('Gemeinsam')
  for (const visibility of ['public', 'network', 'school']) {
    const { id } = await aConcept()
    const version = await aConceptVersion({ conceptId: id, published: 'public' })
    const goal = { title: 'Ziel', dueOn: '2027-01-31', status: 'active', networkGoalId: aim.id }
    await db()
      .insertInto('conceptVersionGoals')
      .values([0, 1].map((position) => ({ versionId: version.id, position, visibility, ...goal })))
      .execute()
  }
  expect((await aimsFor(null)).network[0]?.schools).toBe(1)
  expect((await aimsFor(await anActor())).network[0]?.schools).toBe(2)
})

test('a school takes it once, however many press', async () => {
  const { number } = await inForce('Gemeinsam')
  const concept = await aConcept()
  const actor = await anActor('teacher', { schoolId: concept.schoolId })
  await aConceptRole({ conceptId: concept.id, personId: actor.id })
  const take = () => takeAim(actor, number, { conceptId: concept.id, clientKey: randomUUID() })
  const paths = await Promise.all([take(), take()])
  expect(paths[0]).toBe(paths[1])
  await expect(
    takeAim(await anActor(), number, { conceptId: concept.id, clientKey: randomUUID() }),
  ).rejects.toThrow()
})
