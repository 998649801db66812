import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { settings } from '#server/platform/env.ts'
import { registerThings } from '#server/platform/things.ts'
import { plg as plgArea } from '#server/plg/area.ts'
import { backLinksOf } from '#server/references/views.ts'
import { schools } from '#server/schools/area.ts'
import { discussions } from '../area.ts'
import { deletePost, editPost, restorePost, writePost } from './commands.ts'
import { topicFor } from './views.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let meike: Actor
let place: { plg: string; topic: string }

beforeEach(async () => {
  await emptyDatabase()
  registerThings([plgArea, schools, discussions].flatMap((area) => area.things ?? []))
  plg = await aPlg({ title: 'Werkstatt' })
  meike = await anActor()
  await aMember({ plgId: plg.id, personId: meike.id })
  await aTopic({ plgId: plg.id, title: 'Frage' })
  await aTopic({ plgId: plg.id, title: 'Andere Frage' })
  place = { plg: plg.slug, topic: '1-frage' }
})

const write = (body: string) => writePost(meike, place, { body, clientKey: randomUUID() })
const cards = async (actor = meike) => {
  const view = await topicFor(actor, { ...place, page: 1, search: '' })
  return view.posts.map(({ id }) => (view.cards[`post:${id}`] ?? []).map(({ title }) => title))
}

test('what a post names by its address stands below it as it is now', async () => {
  const school = await aSchool({ slug: 'am-hafen', name: 'Schule am Hafen' })
  const { origin } = settings()
  await write(`Siehe ${origin}/plg/${plg.slug}/diskussion/2-alter-name?seite=1#beitrag-3, und
    [die Schule](/schulen/am-hafen) sowie /plg/${plg.slug}.`)
  expect(await cards()).toEqual([['Werkstatt', 'Schule am Hafen', 'Andere Frage']])
  await db().updateTable('schools').set({ name: 'Hafenschule' }).execute()
  expect(await cards()).toEqual([['Werkstatt', 'Hafenschule', 'Andere Frage']])
  const links = await backLinksOf(meike, { kind: 'school', id: school.id }, 1)
  expect(links.groups).toMatchObject([
    { kind: 'mention', cards: [{ kind: 'post', title: 'Frage' }] },
  ])
})

test('cards follow the words: edited away, deleted, brought back', async () => {
  await aSchool({ slug: 'am-hafen', name: 'Schule am Hafen' })
  await write('Wie /schulen/am-hafen')
  const post = { ...place, post: 1 }
  await editPost(meike, post, { body: 'Wie nirgends' })
  expect(await cards()).toEqual([[]])
  await editPost(meike, post, { body: 'Doch wie /schulen/am-hafen' })
  expect(await cards()).toEqual([['Schule am Hafen']])
  await deletePost(meike, post)
  expect(await cards()).toEqual([[]])
  await restorePost(meike, post)
  expect(await cards()).toEqual([['Schule am Hafen']])
})

test('who may not read a thing sees its address as text and no card', async () => {
  const closed = await aPlg({ joining: 'closed', slug: 'geheim', title: 'Geheim' })
  await aTopic({ plgId: closed.id, title: 'Vertraulich' })
  await aMember({ plgId: closed.id, personId: meike.id })
  await write('/plg/geheim und /plg/geheim/diskussion/1-vertraulich')
  expect(await cards()).toEqual([['Geheim', 'Vertraulich']])
  const orhan: Actor = await anActor()
  await aMember({ plgId: plg.id, personId: orhan.id })
  expect(await cards(orhan)).toEqual([[]])
})

test('its own topic, other pages, other houses and what is not there make no card', async () => {
  await write(`/plg/${plg.slug}/diskussion/1-frage /plg/${plg.slug}/mitglieder /plg/neu /plg /heute
    https://anderswo.example/plg/${plg.slug} /plg/${plg.slug}/diskussion/99-weg /schulen/nirgends
    /plg/${plg.slug}/diskussion/999999999999-zu-gross /plg/%00 /plg/../plg/${plg.slug}`)
  expect(await cards()).toEqual([[]])
  expect(await db().selectFrom('thingReferences').selectAll().execute()).toEqual([])
})

test('at most ten are looked up', async () => {
  const all = Array.from({ length: 15 }, (_, n) => `viele-${n}`)
  for (const slug of all) await aSchool({ slug })
  await write(all.map((slug) => `/schulen/${slug}`).join(' '))
  expect((await cards())[0]).toHaveLength(10)
})
