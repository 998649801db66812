import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aComment, aThread } from '#db/factories/comment.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import type { Place } from '../views.ts'
import { RESOLVED_PER_PAGE } from './contract.ts'
import { commentCards, commentsFor, commentsOf, threadCards } from './views.ts'

let documentId: string
let place: Place
let meike: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const plg = await aPlg({ title: 'Bruchrechnen' })
  meike = await anActor('teacher', { firstName: 'Meike', lastName: 'Thomas' })
  await aMember({ plgId: plg.id, personId: meike.id })
  const document = await aDocument({ plgId: plg.id })
  documentId = document.id
  place = { home: { kind: 'plg', slug: plg.slug }, document: String(document.number) }
})

const marked = (...threads: string[]) =>
  db()
    .updateTable('documentContents')
    .set({
      html: threads
        .map((id) => `<p><mark class="kommentar" data-thread="${id}">Worte</mark></p>`)
        .join(''),
    })
    .execute()
const shown = async () => (await commentsOf(meike, place)).threads

test('threads stand in the order of their words, then those on the whole, then those without words', async () => {
  const ids = []
  for (const [day, quote] of ['fort', 'zweite', '', 'erste'].entries())
    ids.push((await aThread({ documentId, quote, createdAt: new Date(2026, 8, 1 + day) })).id)
  const [gone = '', second = '', whole = '', first = ''] = ids
  // A mark that no thread belongs to, and one of a resolved thread, are not counted.
  const resolved = await aThread({ documentId, resolvedAt: new Date() })
  await marked(randomUUID(), resolved.id, first, second)
  const threads = await shown()
  expect(threads.map(({ id }) => id)).toEqual([first, second, whole, gone])
  expect(threads.map(({ number }) => number)).toEqual([1, 2, null, null])
  expect(threads.map(({ isGone }) => isGone)).toEqual([false, false, false, true])
})

test('of a thread that has just begun nobody says that its place is gone', async () => {
  await aThread({ documentId, createdAt: new Date() })
  expect(await shown()).toMatchObject([{ number: null, isGone: false }])
})

test('a comment says who and when, and what one may do with it', async () => {
  const orhan: Actor = await anActor('teacher', { firstName: 'Orhan', lastName: 'Demir' })
  const { id } = await aThread({ documentId, createdBy: meike.id }, { body: '<b>eins</b>' })
  await aComment({ threadId: id, authorId: orhan.id, editedAt: new Date(), createdAt: new Date() })
  // Two at the same moment would have no order.
  const later = new Date(Date.now() + 1_000)
  await aComment({ threadId: id, authorId: null, createdAt: later })
  const [thread] = await shown()
  expect(thread?.comments).toMatchObject([
    { author: 'Meike Thomas', isOwn: true, body: '<b>eins</b>', can: { edit: true, delete: true } },
    { author: 'Orhan Demir', isOwn: false, isEdited: true, can: { edit: false, delete: false } },
    { author: 'Ehemaliges Mitglied', isOwn: false },
  ])
})

test('the words of a deleted comment leave the server no more', async () => {
  const { id } = await aThread({ documentId }, { body: 'Geheim', deletedAt: new Date() })
  await aComment({ threadId: id, createdAt: new Date() })
  expect(JSON.stringify(await shown())).not.toContain('Geheim')
  expect(await shown()).toMatchObject([{ comments: [{ isDeleted: true, body: '' }, {}] }])
})

test('resolved ones are folded away, a page at a time, the last first', async () => {
  const made = []
  for (let n = 0; n <= RESOLVED_PER_PAGE; n++) {
    const resolvedAt = new Date(2026, 9, 1, 8, n)
    made.push((await aThread({ documentId, resolvedAt, resolvedBy: meike.id })).id)
  }
  expect(await shown()).toEqual([])
  const first = await commentsFor(meike, place, 1)
  expect(first.resolved).toMatchObject({ total: RESOLVED_PER_PAGE + 1, pages: 2 })
  expect(first.resolved.rows.map(({ id }) => id)).toEqual(made.slice(1).reverse())
  expect(first.resolved.rows[0]?.resolved).toMatchObject({ by: 'Meike Thomas' })
  const second = await commentsFor(meike, place, 2)
  expect(second.resolved.rows.map(({ id }) => id)).toEqual(made.slice(0, 1))
})

test('cards lead to the thread: beside the text, or in the list once it is resolved', async () => {
  const { id, comment } = await aThread({ documentId })
  const [card] = await commentCards(meike, [comment.id, randomUUID()])
  expect(card).toMatchObject({
    id: comment.id,
    title: 'Unterrichtsplan',
    context: 'Bruchrechnen',
    path: expect.stringMatching(new RegExp(`-unterrichtsplan#kommentar-${id}$`)) as unknown,
  })
  expect(await threadCards(meike, [id])).toMatchObject([{ id, path: card?.path }])
  await db().updateTable('documentThreads').set({ resolvedAt: new Date() }).execute()
  expect(await threadCards(meike, [id])).toMatchObject([
    { path: expect.stringContaining(`/kommentare?erledigt#kommentar-${id}`) as unknown },
  ])
  await db().updateTable('documentComments').set({ deletedAt: new Date() }).execute()
  expect(await threadCards(meike, [id])).toEqual([])
  expect(await commentCards(meike, [comment.id])).toEqual([])
})
