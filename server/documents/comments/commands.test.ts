import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aComment, aThread } from '#db/factories/comment.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal, TooMany } from '#server/platform/errors.ts'
import type { Place } from '../views.ts'
import * as act from './commands.ts'
import { MOST_IN_THREAD, MOST_OPEN } from './contract.ts'
import { commentsFor } from './views.ts'

let plgId: string
let documentId: string
let place: Place
let meike: Actor
let orhan: Actor
let lead: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const plg = await aPlg()
  plgId = plg.id
  meike = await member()
  orhan = await member()
  lead = await member('lead')
  const document = await aDocument({ plgId, createdBy: meike.id })
  documentId = document.id
  place = { home: { kind: 'plg', slug: plg.slug }, document: `${document.number}-plan` }
})

async function member(role = 'member'): Promise<Actor> {
  const actor: Actor = await anActor()
  await aMember({ plgId, personId: actor.id, role })
  return actor
}

const key = () => randomUUID()
const opening = (given = {}) => ({ thread: key(), quote: 'Einstieg', body: 'Warum so?', ...given })
const bodies = async () => {
  const rows = await db()
    .selectFrom('documentComments')
    .select('body')
    .orderBy('createdAt')
    .execute()
  return rows.map(({ body }) => body)
}
const seen = async (actor = meike) => {
  const { comments, resolved } = await commentsFor(actor, place, 1)
  const words = (threads: typeof comments.threads) =>
    threads.map((thread) => thread.comments.map(({ body }) => body))
  return { open: words(comments.threads), resolved: words(resolved.rows) }
}
const archive = (archivedAt: Date | null) =>
  db().updateTable('documents').set({ archivedAt }).where('id', '=', documentId).execute()

describe('beginning a thread', () => {
  test('leads to it', async () => {
    const input = opening()
    const where = await act.openThread(meike, place, input)
    expect(where.thread).toBe(input.thread)
    expect(where.document).toMatch(/^\/plg\/.+\/dokumente\/\d+-unterrichtsplan$/)
    expect(await seen()).toEqual({ open: [['Warum so?']], resolved: [] })
  })

  test('sent twice, even at once, is one; changed words replace the first', async () => {
    const input = opening()
    await Promise.all([1, 2, 3].map(() => act.openThread(meike, place, input)))
    expect(await bodies()).toEqual(['Warum so?'])
    await act.openThread(meike, place, { ...input, quote: 'Schluss', body: 'Warum nicht?' })
    expect(await bodies()).toEqual(['Warum nicht?'])
    const { comments } = await commentsFor(meike, place, 1)
    expect(comments.threads[0]?.quote).toBe('Schluss')
  })

  test('an id of somebody else, or of another document, is refused', async () => {
    const input = opening()
    await act.openThread(meike, place, input)
    await expect(act.openThread(orhan, place, input)).rejects.toThrow(Refusal)
    const other = await aDocument({ plgId })
    const there = { ...place, document: String(other.number) }
    await expect(act.openThread(meike, there, input)).rejects.toThrow(Refusal)
    expect(await bodies()).toEqual(['Warum so?'])
  })

  test('a key that was used for an answer is refused, and no empty thread is left', async () => {
    const input = opening()
    await act.openThread(meike, place, input)
    const clientKey = key()
    await act.reply(meike, place, { thread: input.thread, body: 'Ja', clientKey })
    await expect(act.openThread(meike, place, opening({ thread: clientKey }))).rejects.toThrow(
      Refusal,
    )
    expect(await db().selectFrom('documentThreads').selectAll().execute()).toHaveLength(1)
  })

  test('has an end', async () => {
    for (let n = 0; n < MOST_OPEN; n++) await aThread({ documentId, createdBy: orhan.id })
    await expect(act.openThread(meike, place, opening())).rejects.toThrow(/200 offene/)
    expect(await bodies()).toHaveLength(MOST_OPEN)
  })

  test('is limited like posts', async () => {
    const send = () => act.openThread(meike, place, opening())
    for (let n = 0; n < 30; n++) await send()
    await expect(send()).rejects.toThrow(TooMany)
  })
})

describe('answering', () => {
  test('twice at once is one answer', async () => {
    const { thread } = await act.openThread(meike, place, opening())
    const input = { thread, body: 'Ja', clientKey: key() }
    await Promise.all([1, 2, 3].map(() => act.reply(orhan, place, input)))
    expect(await seen()).toEqual({ open: [['Warum so?', 'Ja']], resolved: [] })
  })

  test('opens again what was resolved meanwhile, but not by sending the same once more', async () => {
    const { thread } = await act.openThread(meike, place, opening())
    const input = { thread, body: 'Ja', clientKey: key() }
    await act.resolveThread(meike, place, thread)
    await act.reply(orhan, place, input)
    expect((await seen()).open).toHaveLength(1)
    await act.resolveThread(meike, place, thread)
    await act.reply(orhan, place, input)
    expect((await seen()).resolved).toHaveLength(1)
  })

  test('a key that belongs to another thread is refused', async () => {
    const [first, second] = await Promise.all([
      act.openThread(meike, place, opening()),
      act.openThread(meike, place, opening()),
    ])
    const clientKey = key()
    await act.reply(orhan, place, { thread: first.thread, body: 'Ja', clientKey })
    const again = act.reply(orhan, place, { thread: second.thread, body: 'Ja', clientKey })
    await expect(again).rejects.toThrow(Refusal)
  })

  test('has an end', async () => {
    const { id } = await aThread({ documentId, createdBy: orhan.id })
    for (let n = 1; n < MOST_IN_THREAD; n++) await aComment({ threadId: id })
    const answer = act.reply(meike, place, { thread: id, body: 'Ja', clientKey: key() })
    await expect(answer).rejects.toThrow(/100 Kommentare/)
    expect(await bodies()).toHaveLength(MOST_IN_THREAD)
  })

  test('a thread of another document, or of none, is not there', async () => {
    const other = await aDocument({ plgId })
    const { id } = await aThread({ documentId: other.id, createdBy: orhan.id })
    for (const thread of [id, key()])
      await expect(
        act.reply(meike, place, { thread, body: 'Ja', clientKey: key() }),
      ).rejects.toThrow(NotFound)
  })
})

describe('changing and deleting', () => {
  let thread: string
  let first: string
  beforeEach(async () => {
    const made = await aThread({ documentId, createdBy: meike.id }, { body: 'Erster' })
    thread = made.id
    first = made.comment.id
  })
  const deletedEntries = () =>
    db().selectFrom('auditEntries').select(['action', 'actorId', 'thingId', 'details']).execute()

  test('the author changes the words, nobody else', async () => {
    await act.editComment(meike, place, { comment: first, body: 'Neu' })
    expect(await bodies()).toEqual(['Neu'])
    for (const other of [orhan, lead])
      await expect(act.editComment(other, place, { comment: first, body: 'Hm' })).rejects.toThrow(
        Forbidden,
      )
  })

  test('the same words again are no change', async () => {
    await act.editComment(meike, place, { comment: first, body: 'Erster' })
    const { comments } = await commentsFor(meike, place, 1)
    expect(comments.threads[0]?.comments[0]?.isEdited).toBe(false)
  })

  test('a comment of another document is not there', async () => {
    const other = await aDocument({ plgId })
    const there = { ...place, document: String(other.number) }
    await expect(act.editComment(meike, there, { comment: first, body: 'x' })).rejects.toThrow(
      NotFound,
    )
    await expect(act.deleteComment(meike, there, first)).rejects.toThrow(NotFound)
    await expect(act.resolveThread(meike, there, thread)).rejects.toThrow(NotFound)
  })

  test('without answers the thread goes with its comment, and comes back with it', async () => {
    await act.deleteComment(meike, place, first)
    expect(await seen()).toEqual({ open: [], resolved: [] })
    await act.restoreComment(meike, place, first)
    expect(await seen()).toEqual({ open: [['Erster']], resolved: [] })
    expect(await deletedEntries()).toEqual([])
  })

  test('with answers its place stays, without its words', async () => {
    await aComment({ threadId: thread, authorId: orhan.id, body: 'Zweiter', createdAt: new Date() })
    await act.deleteComment(meike, place, first)
    expect((await seen(orhan)).open).toEqual([['', 'Zweiter']])
  })

  test('deleted twice at once is deleted once; its words can be changed no more', async () => {
    await Promise.all([1, 2].map(() => act.deleteComment(meike, place, first)))
    await expect(act.editComment(meike, place, { comment: first, body: 'Neu' })).rejects.toThrow(
      Refusal,
    )
    expect(await bodies()).toEqual(['Erster'])
  })

  test('who keeps order takes a comment away, and that is in the protocol without its words', async () => {
    await expect(act.deleteComment(orhan, place, first)).rejects.toThrow(Forbidden)
    await act.deleteComment(lead, place, first)
    await expect(act.restoreComment(meike, place, first)).rejects.toThrow(Forbidden)
    await act.restoreComment(lead, place, first)
    const facts = { actorId: lead.id, thingId: first, details: {} }
    expect(await deletedEntries()).toEqual([
      { action: 'documents.comment-deleted', ...facts },
      { action: 'documents.comment-restored', ...facts },
    ])
  })

  test('two say "Erledigt" at once: the first one did it', async () => {
    await Promise.all([meike, orhan].map((who) => act.resolveThread(who, place, thread)))
    const row = () => db().selectFrom('documentThreads').selectAll().executeTakeFirstOrThrow()
    const { resolvedAt, resolvedBy } = await row()
    expect([meike.id, orhan.id]).toContain(resolvedBy)
    await act.resolveThread(lead, place, thread)
    expect(await row()).toMatchObject({ resolvedAt, resolvedBy })
    await act.reopenThread(lead, place, thread)
    expect(await row()).toMatchObject({ resolvedAt: null, resolvedBy: null })
  })

  test('in the archive all is readable and nothing changes', async () => {
    await archive(new Date())
    const before = await bodies()
    const acts = [
      act.openThread(meike, place, opening()),
      act.reply(meike, place, { thread, body: 'Ja', clientKey: key() }),
      act.editComment(meike, place, { comment: first, body: 'Neu' }),
      act.deleteComment(lead, place, first),
      act.restoreComment(lead, place, first),
      act.resolveThread(meike, place, thread),
      act.reopenThread(meike, place, thread),
    ]
    for (const refused of await Promise.allSettled(acts))
      expect(refused).toMatchObject({
        status: 'rejected',
        reason: expect.any(Forbidden) as unknown,
      })
    expect(await bodies()).toEqual(before)
    expect((await seen()).open).toEqual([['Erster']])
  })
})
