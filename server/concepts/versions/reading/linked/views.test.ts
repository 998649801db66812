import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptVersion } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { replaceParts } from '#server/projects/sql.ts'
import { readerFor } from '../views.ts'
import { appsIn, mentionCards } from './views.ts'

beforeAll(registerHouse)
beforeEach(() => emptyDatabase())

test('visitors see the apps of the public directory, and nothing else that a text mentions', async () => {
  const listed = await aProduct({ name: 'GeoSkizze' })
  const proposed = await aProduct({ name: 'Vorschlag', state: 'proposed' })
  const hidden = await aProject({ plgId: (await aPlg()).id })
  const pointers = [
    ...[listed, proposed].map(({ id }) => ({ thingKind: 'software', thingId: id })),
    { thingKind: 'project', thingId: hidden.id },
    { thingKind: 'person', thingId: (await anActor()).id },
  ]
  const cards = await mentionCards(null, pointers)
  expect([...cards.values()].map(({ title }) => title)).toEqual(['GeoSkizze'])
  const apps = [listed.id, proposed.id]
  const names = async (actor: Parameters<typeof appsIn>[0]) =>
    (await appsIn(actor, { apps, things: [] })).map(({ name }) => name)
  expect(await names(null)).toEqual(['GeoSkizze'])
  expect(await names(await anActor('teacher', { state: 'pending' }))).toEqual(['GeoSkizze'])
  expect(await names(await anActor())).toEqual(['GeoSkizze', 'Vorschlag'])
})

test('an app that chapters mention and Vorhaben use stands once, with what holds today', async () => {
  const product = await aProduct({ name: 'GeoSkizze' })
  await aProduct({ name: 'Buchwerk' })
  const project = await aProject({ plgId: (await aPlg()).id })
  const part = (name: string) => ({ name, purpose: '', status: 'unknown' as const })
  const software = ['GeoSkizze', 'Buchwerk'].map(part)
  await replaceParts(project.id, { software, equipment: [], classes: [] })
  expect(await appsIn(null, { apps: [product.id], things: [project] })).toMatchObject([
    { name: 'Buchwerk', standing: 'not_reviewed' },
    { name: 'GeoSkizze', standing: 'not_reviewed' },
  ])
})

test('what a school wrote about a Vorhaben or a meeting is read by all; what it came of only by who may open that', async () => {
  const school = await aSchool()
  const concept = await aConcept({ schoolId: school.id })
  const { id: versionId } = await aConceptVersion({ conceptId: concept.id, published: 'public' })
  const plg = await aPlg()
  const member = await anActor()
  await aMember({ plgId: plg.id, personId: member.id })
  const open = { visibility: 'public', publishedAt: new Date('2026-10-01'), title: 'Offenes' }
  const sources = [
    await aProject({ plgId: plg.id, ...open }),
    await aProject({ plgId: plg.id, title: 'Inneres' }),
  ]
  for (const [at, { id: sourceId }] of sources.entries()) {
    const { id: reflectionId } = await db()
      .insertInto('conceptReflections')
      .values({
        ...{ conceptId: concept.id, heldOn: `2026-10-0${2 - at}`, context: 'project' },
        ...{ sourceKind: 'project', sourceId, whatWeDid: `Worte ${at}`, visibility: 'public' },
        ...{ createdAt: new Date('2026-10-02'), clientKey: randomUUID() },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const visibility = 'public'
    await db()
      .insertInto('conceptVersionReflections')
      .values({ versionId, reflectionId, visibility })
      .execute()
  }
  const read = async (actor: Parameters<typeof readerFor>[0]) => {
    const { reflections } = await readerFor(actor, school.slug, 1)
    return reflections.map(({ whatWeDid, source }) => [whatWeDid, source?.title])
  }
  expect(await read(null)).toEqual([
    ['Worte 0', 'Offenes'],
    ['Worte 1', undefined],
  ])
  expect(await read(await anActor())).toEqual(await read(null))
  expect(await read(member)).toEqual([
    ['Worte 0', 'Offenes'],
    ['Worte 1', 'Inneres'],
  ])
  expect(JSON.stringify(await readerFor(null, school.slug, 1))).not.toContain(sources[1]?.id)
})
