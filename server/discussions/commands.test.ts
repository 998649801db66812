import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aPost, aTopic } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, Moved, NotFound, Refusal } from '#server/platform/errors.ts'
import {
  deleteTopic,
  editTopicPost,
  markRead,
  markTopic,
  markUnread,
  openTopic,
  restoreTopic,
} from './commands.ts'
import { topicFor } from './posts/views.ts'
import { topicsFor } from './views.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let member: Actor
let lead: Actor

beforeEach(async () => {
  await emptyDatabase()
  plg = await aPlg()
  member = await anActor()
  lead = await anActor()
  await aMember({ plgId: plg.id, personId: member.id })
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
})

const open = (actor: Actor, title: string, clientKey: string = randomUUID(), body = 'Erster') =>
  openTopic(actor, plg.slug, { title, body, clientKey })
const titles = async () => {
  const rows = await db()
    .selectFrom('topics')
    .select(['number', 'title'])
    .orderBy('number')
    .execute()
  return rows.map(({ number, title }) => `${number} ${title}`)
}
const list = async (actor: Actor) =>
  (await topicsFor(actor, { plg: plg.slug, page: 1, filter: 'all' })).rows

describe('opening', () => {
  test('makes a topic with its first post', async () => {
    expect(await open(member, 'Übergang 4/5')).toBe(`/plg/${plg.slug}/diskussion/1-uebergang-4-5`)
    const posts = await db().selectFrom('posts').select(['number', 'body']).execute()
    expect(posts).toEqual([{ number: 1, body: 'Erster' }])
  })

  test('ten persons at once get the numbers 1 to 10', async () => {
    const people = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const actor: Actor = await anActor()
        await aMember({ plgId: plg.id, personId: actor.id })
        return actor
      }),
    )
    await Promise.all(people.map((actor) => open(actor, 'Frage')))
    expect(await titles()).toEqual(Array.from({ length: 10 }, (_, at) => `${at + 1} Frage`))
  })

  test('the same key ten times at once is one topic with one post and leaves no gap', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(member, 'Frage', key)))
    expect(new Set(answers).size).toBe(1)
    await open(member, 'Nächste')
    expect(await titles()).toEqual(['1 Frage', '2 Nächste'])
    expect(await db().selectFrom('posts').selectAll().execute()).toHaveLength(2)
  })

  test('words changed before the second try replace the first ones', async () => {
    const key = randomUUID()
    await open(member, 'Frage', key)
    await open(member, 'Bessere Frage', key, 'Genauer')
    expect(await titles()).toEqual(['1 Bessere Frage'])
    const posts = await db().selectFrom('posts').select('body').execute()
    expect(posts).toEqual([{ body: 'Genauer' }])
  })

  test('a key used in another PLG is refused', async () => {
    const key = randomUUID()
    await open(member, 'Frage', key)
    const other = await aPlg()
    await aMember({ plgId: other.id, personId: member.id })
    const again = openTopic(member, other.slug, { title: 'Frage', body: 'x', clientKey: key })
    await expect(again).rejects.toThrow(Refusal)
    expect(await titles()).toEqual(['1 Frage'])
  })
})

describe('marks', () => {
  const place = () => ({ plg: plg.slug, topic: '1-frage' })

  test('leads pin, solve and close; the author only solves; others nothing', async () => {
    await open(member, 'Frage')
    for (const mark of ['pin', 'solve', 'lock'] as const) await markTopic(lead, place(), mark, true)
    expect((await list(member))[0]).toMatchObject({
      isPinned: true,
      isSolved: true,
      isLocked: true,
    })
    await markTopic(member, place(), 'solve', false)
    await expect(markTopic(member, place(), 'pin', false)).rejects.toThrow(Forbidden)
    await expect(markTopic(member, place(), 'lock', false)).rejects.toThrow(Forbidden)
    expect((await list(member))[0]).toMatchObject({ isPinned: true, isSolved: false })
  })

  test('pinned topics stand first, then the newest post decides', async () => {
    await open(member, 'Alt')
    await open(member, 'Neu')
    await markTopic(lead, { plg: plg.slug, topic: '1' }, 'pin', true)
    await aTopic({ plgId: plg.id, title: 'Uralt', lastPostAt: new Date('2026-01-01') })
    expect((await list(member)).map(({ title }) => title)).toEqual(['Alt', 'Neu', 'Uralt'])
  })

  test('a deleted topic is gone for everybody, and a lead brings it back', async () => {
    await open(member, 'Frage')
    await expect(deleteTopic(member, place())).rejects.toThrow(Forbidden)
    await deleteTopic(lead, place())
    expect(await list(member)).toEqual([])
    const reading = () => topicFor(lead, { ...place(), page: null, search: '' })
    await expect(reading()).rejects.toThrow(NotFound)
    await expect(restoreTopic(member, plg.slug, 1)).rejects.toThrow(Forbidden)
    await restoreTopic(lead, plg.slug, 1)
    expect((await reading()).topic.title).toBe('Frage')
    const entries = await db().selectFrom('auditEntries').select('action').orderBy('id').execute()
    expect(entries.map(({ action }) => action)).toEqual([
      'discussions.topic-deleted',
      'discussions.topic-restored',
    ])
  })

  test('the author renames it with the first post; the old address leads to the new one', async () => {
    await open(member, 'Frage')
    await editTopicPost(member, { ...place(), post: 1 }, { body: 'Erster', title: 'Neue Frage' })
    const old = topicFor(member, { ...place(), page: null, search: '?seite=1' })
    await expect(old).rejects.toThrow(Moved)
    await expect(old).rejects.toMatchObject({
      to: `/plg/${plg.slug}/diskussion/1-neue-frage?seite=1`,
    })
  })
})

describe('reading', () => {
  test('goes forward only, and not beyond the last post', async () => {
    const topic = await aTopic({ plgId: plg.id, title: 'Frage' })
    for (let at = 0; at < 5; at++) await aPost({ topicId: topic.id, authorId: lead.id })
    await db()
      .updateTable('plgMembers')
      .set({ since: new Date('2025-01-01') })
      .execute()
    const marker = async () =>
      (await db().selectFrom('topicReads').select('lastNumber').executeTakeFirst())?.lastNumber
    const place = { plg: plg.slug, topic: '1' }
    await markRead(member, place, 3)
    await markRead(member, place, 2)
    expect(await marker()).toBe(3)
    await markRead(member, place, 999)
    expect(await marker()).toBe(5)
    await markUnread(member, place, 2)
    expect(await marker()).toBe(1)
    expect((await list(member))[0]?.unread).toBe(4)
  })
})
