import { beforeEach, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { replaceParts } from '#server/projects/sql.ts'
import { appsIn, mentionCards } from './views.ts'

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
