import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aPost, aTopic } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { markRead, markUnread, openTopic } from './commands.ts'
import { deletePost, restorePost } from './posts/commands.ts'
import { topicFor } from './posts/views.ts'
import { removeReads } from './sql.ts'
import { newFor, newestTopics, topicsFor, unreadByPlg, unreadIn } from './views.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let reader: Actor
let lead: Actor
const JOINED = new Date('2026-10-01T08:00:00Z')
const hours = (count: number) => new Date(JOINED.getTime() + count * 3_600_000)

beforeEach(async () => {
  await emptyDatabase()
  plg = await aPlg()
  reader = await anActor()
  lead = await anActor()
  await aMember({ plgId: plg.id, personId: reader.id, since: JOINED })
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
})

const post = (topicId: string, author: Actor, at: Date) =>
  aPost({ topicId, authorId: author.id, createdAt: at })
const look = (topic: number) =>
  topicFor(reader, { plg: plg.slug, topic: `${topic}-thema-${topic}`, page: null, search: '' })

test('what was there before one joined is not new; what came after is, but not one’s own', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await post(topic.id, lead, hours(-2))
  await post(topic.id, lead, hours(-1))
  await post(topic.id, lead, hours(1))
  await post(topic.id, reader, hours(2))
  expect(await unreadIn(reader, plg.id)).toBe(1)
  expect((await look(1)).topic.firstUnread).toBe(3)
})

test('reading an old page does not make new what was there before one joined', async () => {
  const topic = await aTopic({ plgId: plg.id })
  for (let at = 40; at > 0; at--) await post(topic.id, lead, hours(-at))
  await markRead(reader, { plg: plg.slug, topic: '1' }, 3)
  expect(await unreadIn(reader, plg.id)).toBe(0)
})

test('looking at the PLG, the list and the topic leaves everything unread', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await post(topic.id, lead, hours(1))
  await newestTopics(reader, plg.id)
  await topicsFor(reader, { plg: plg.slug, page: 1, filter: 'all' })
  await look(1)
  await look(1)
  expect(await unreadIn(reader, plg.id)).toBe(1)
  expect(await db().selectFrom('topicReads').selectAll().execute()).toEqual([])
})

test('who comes a second time starts like everybody who joins', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await post(topic.id, lead, hours(1))
  await markRead(reader, { plg: plg.slug, topic: '1' }, 1)
  for (let at = 2; at < 9; at++) await post(topic.id, lead, hours(at))
  await db()
    .updateTable('plgMembers')
    .set({ since: hours(9) })
    .execute()
  await removeReads(plg.id, reader.id)
  expect(await unreadIn(reader, plg.id)).toBe(0)
})

test('"Heute" names the newest topics with something unread, six at most', async () => {
  for (let at = 1; at <= 8; at++) {
    const topic = await aTopic({ plgId: plg.id })
    await post(topic.id, lead, hours(at))
  }
  const news = await newFor(reader)
  expect(news.map(({ title }) => title)).toEqual([8, 7, 6, 5, 4, 3].map((n) => `Thema ${n}`))
  expect(news[0]).toMatchObject({ count: 1, plgTitle: plg.title, firstWords: 'Ein Beitrag.' })
  expect(news[0]?.author).toBe(`${lead.firstName} ${lead.lastName}`)
})

test('one’s own new topic is not new', async () => {
  await openTopic(reader, plg.slug, { title: 'Frage', body: 'x', clientKey: randomUUID() })
  expect(await unreadIn(reader, plg.id)).toBe(0)
  expect(await unreadIn(lead, plg.id)).toBe(1)
})

/** The naive model: every post remembers by itself whether it is new to the reader. */
type ModelPost = { isOwn: boolean; isDeleted: boolean; isNew: boolean }
type Act = 'other' | 'own' | 'read' | 'unread' | 'delete' | 'restore'
type Step = { act: Act; topic: number; number: number }

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>(
    'other',
    'other',
    'other',
    'own',
    'read',
    'unread',
    'delete',
    'restore',
  ),
  topic: fc.integer({ min: 0, max: 2 }),
  number: fc.integer({ min: 1, max: 10 }),
})

function inModel(posts: ModelPost[], { act, number }: Step): void {
  const named = posts[number - 1]
  if (act === 'other' || act === 'own')
    posts.push({ isOwn: act === 'own', isDeleted: false, isNew: true })
  else if (act === 'read') for (const post of posts.slice(0, number)) post.isNew = false
  else if (named && act === 'unread')
    for (const [at, post] of posts.entries()) post.isNew = at + 1 >= number
  else if (named) named.isDeleted = act === 'delete'
}

async function inHouse(topicId: string, plgSlug: string, one: Step, length: number, at: number) {
  const place = { plg: plgSlug, topic: String(one.topic + 1) }
  const posted = { ...place, post: one.number }
  const acts: Record<Act, () => Promise<unknown>> = {
    other: () => post(topicId, lead, hours(at + 1)),
    own: () => post(topicId, reader, hours(at + 1)),
    read: () => markRead(reader, place, one.number),
    unread: () => markUnread(reader, place, one.number),
    delete: () => deletePost(lead, posted),
    restore: () => restorePost(lead, posted),
  }
  const isAboutNothing = !['other', 'own', 'read'].includes(one.act) && one.number > length
  if (!isAboutNothing) await acts[one.act]()
}

test('counts agree with a naive model, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const group = await aPlg()
      await aMember({ plgId: group.id, personId: reader.id, since: JOINED })
      await aMember({ plgId: group.id, personId: lead.id, role: 'lead' })
      const ids = [await aTopic({ plgId: group.id }), await aTopic({ plgId: group.id })]
      ids.push(await aTopic({ plgId: group.id }))
      const model: ModelPost[][] = [[], [], []]

      for (const [at, one] of steps.entries()) {
        const posts = model[one.topic] ?? []
        await inHouse(ids[one.topic]?.id ?? '', group.slug, one, posts.length, at)
        inModel(posts, one)
      }

      const expected = model.map(
        (posts) => posts.filter((p) => p.isNew && !p.isOwn && !p.isDeleted).length,
      )
      const total = expected.reduce((a, b) => a + b, 0)
      const all = await topicsFor(reader, { plg: group.slug, page: 1, filter: 'all' })
      const counted = all.rows.sort((a, b) => a.number - b.number).map(({ unread }) => unread)
      expect(counted).toEqual(expected)
      expect(await unreadIn(reader, group.id)).toBe(total)
      expect((await unreadByPlg(reader, [group.id])).get(group.id) ?? 0).toBe(total)
      const filtered = await topicsFor(reader, { plg: group.slug, page: 1, filter: 'unread' })
      expect(filtered.total).toBe(expected.filter((count) => count > 0).length)
    }),
    { numRuns: 25 },
  )
}, 120_000)
