import '#db/testing.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, onQuery } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aPost, aTopic } from '#db/factories/plg.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { deletePost } from './posts/commands.ts'
import { topicFor } from './posts/views.ts'
import { newFor, newTopicFor, topicsFor, unreadByPlg } from './views.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let reader: Actor
let writers: Actor[]

beforeEach(async () => {
  await emptyDatabase()
  plg = await aPlg()
  writers = await Promise.all(Array.from({ length: 5 }, () => anActor()))
  reader = await anActor()
  for (const { id } of [reader, ...writers]) await aMember({ plgId: plg.id, personId: id })
})

const after = (count: number) => new Date(Date.UTC(2026, 9, 1, 0, count))

async function fill(topicId: string, from: number, to: number) {
  for (let at = from; at <= to; at++) {
    const authorId = writers[at % writers.length]?.id
    const post = await aPost({ topicId, authorId, body: `Nr. ${at}`, createdAt: after(at) })
    await db()
      .insertInto('postReactions')
      .values({ postId: post.id, personId: reader.id, kind: 'thanks', at: after(at) })
      .execute()
  }
}

async function counting<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  let queries = 0
  onQuery(() => {
    queries += 1
  })
  try {
    return { result: await work(), queries }
  } finally {
    onQuery(undefined)
  }
}

const see = (page: number | null = 1) =>
  topicFor(reader, { plg: plg.slug, topic: '1-thema-1', page, search: '' })

test('a topic takes as many queries with ten times the posts, and few', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await fill(topic.id, 1, 3)
  const few = await counting(() => see())
  await fill(topic.id, 4, 30)
  const many = await counting(() => see())
  expect([few.result.posts.length, many.result.posts.length]).toEqual([3, 30])
  expect(many.queries).toBe(few.queries)
  expect(many.queries).toBeLessThanOrEqual(5)
})

test('lists and counts take as many queries with ten times the topics, and few', async () => {
  const grow = async (count: number) => {
    for (let at = 0; at < count; at++) {
      const topic = await aTopic({ plgId: plg.id })
      await fill(topic.id, 1, 1)
    }
  }
  const all = async () => [
    (await counting(() => topicsFor(reader, { plg: plg.slug, page: 1, filter: 'all' }))).queries,
    (await counting(() => unreadByPlg(reader, [plg.id]))).queries,
    (await counting(() => newFor(reader))).queries,
  ]
  await grow(2)
  const few = await all()
  await grow(18)
  expect(await all()).toEqual(few)
  expect(few).toEqual([3, 1, 1])
})

describe('a long topic', () => {
  beforeEach(async () => {
    const topic = await aTopic({ plgId: plg.id })
    await fill(topic.id, 1, 65)
  })
  const read = (lastNumber: number) =>
    db()
      .insertInto('topicReads')
      .values((eb) => ({
        personId: reader.id,
        topicId: eb.selectFrom('topics').select('id').limit(1),
        lastNumber,
      }))
      .execute()

  test.each([
    [0, 1, 1, 1],
    [30, 31, 2, 31],
    [40, 41, 2, 31],
    [65, null, 3, 61],
  ])('read up to %i opens at %j on page %i', async (lastNumber, firstUnread, page, from) => {
    await read(lastNumber)
    const view = await see(null)
    expect([view.topic.firstUnread, view.page]).toEqual([firstUnread, page])
    expect(view.posts[0]?.number).toBe(from)
    expect(view.pages).toBe(3)
  })

  test('a page behind the last one is the last one', async () => {
    expect((await see(99)).posts.map(({ number }) => number)).toEqual([61, 62, 63, 64, 65])
  })
})

test('the words of a deleted post do not leave the server, its place stays', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await fill(topic.id, 1, 2)
  const author = writers[1]
  if (!author) throw new Error('no author')
  await deletePost(author, { plg: plg.slug, topic: '1', post: 1 })
  const { posts } = await see()
  expect(posts[0]).toMatchObject({ number: 1, isDeleted: true, html: '' })
  expect(posts[0]?.reactions).toEqual([])
  expect(JSON.stringify(posts)).not.toContain('Nr. 1')
})

test('reactions are numbers: who it was stands nowhere but for oneself', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await fill(topic.id, 1, 1)
  const other = writers[3]
  const view = await topicFor(other ?? reader, {
    plg: plg.slug,
    topic: '1-thema-1',
    page: 1,
    search: '',
  })
  expect(view.posts[0]?.reactions[0]).toEqual({ kind: 'thanks', count: 1, isMine: false })
  expect(JSON.stringify(view)).not.toContain(reader.id)
})

describe('a new topic about something', () => {
  test('begins with its address, which becomes its card, where the writer may read it', async () => {
    registerHouse()
    const { slug } = await aProduct({ slug: 'buchwerk', name: 'Buchwerk' })
    await aProduct({ slug: 'weg', state: 'removed' })
    const of = async (about: string | null) => (await newTopicFor(reader, plg.slug, about)).about
    const about = await of(`/software/${slug}`)
    expect(about?.title).toBe('Wer kennt „Buchwerk“?')
    expect(about?.body).toMatch(/^https?:.*\/software\/buchwerk$/)
    for (const other of [null, '', '/software/weg', '//boese.example', '/plg/geheim', '\0'])
      expect(await of(other)).toBeNull()
  })
})
