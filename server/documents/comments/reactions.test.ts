import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import type { Place } from '../views.ts'
import { deleteComment, editComment, openThread, reply } from './commands.ts'
import { notificationWords } from './words.ts'

let plgId: string
let place: Place
let meike: Actor
let orhan: Actor
let sabine: Actor

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
  const plg = await aPlg()
  plgId = plg.id
  meike = await member('Meike', 'Thomas')
  orhan = await member('Orhan', 'Demir')
  sabine = await member('Sabine', 'Krüger')
  const { number } = await aDocument({ plgId, createdBy: meike.id })
  place = { home: { kind: 'plg', slug: plg.slug }, document: String(number) }
})

async function member(firstName: string, lastName: string): Promise<Actor> {
  const actor: Actor = await anActor('teacher', { firstName, lastName })
  await aMember({ plgId, personId: actor.id })
  return actor
}

/** Does what waits in the queue, as the worker would. @returns what is in the bells then */
async function told(): Promise<string[]> {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
  const rows = await db()
    .selectFrom('notifications as n')
    .innerJoin('persons as p', 'p.id', 'n.personId')
    .select(['p.firstName', 'n.kind', 'n.count'])
    .orderBy('p.firstName')
    .orderBy('n.kind')
    .execute()
  return rows.map(({ firstName, kind, count }) => `${firstName}: ${kind.slice(10)} ×${count}`)
}

const open = async (actor: Actor, body: string) =>
  (await openThread(actor, place, { thread: randomUUID(), quote: 'Worte', body })).thread
const answer = (actor: Actor, thread: string, body: string) =>
  reply(actor, place, { thread, body, clientKey: randomUUID() })
const commentOf = async (body: string) => {
  const row = db().selectFrom('documentComments').where('body', '=', body).select('id')
  return (await row.executeTakeFirstOrThrow()).id
}

test('the author of the document is told of a new thread, its own author is not', async () => {
  await open(orhan, 'Warum?')
  expect(await told()).toEqual(['Meike: comment-written ×1'])
})

test('answers are told to all who have written in the thread, counted on one line', async () => {
  const thread = await open(orhan, 'Warum?')
  await answer(sabine, thread, 'Darum')
  await answer(sabine, thread, 'Eben')
  await open(sabine, 'Anderswo')
  expect(await told()).toEqual([
    'Meike: comment-written ×3',
    'Meike: comment-written ×1',
    'Orhan: comment-written ×2',
  ])
})

test('who is named hears that instead, once, also when the name comes later', async () => {
  const thread = await open(orhan, '@Meike Thomas, warum?')
  expect(await told()).toEqual(['Meike: comment-mentioned ×1'])
  const comment = await commentOf('@Meike Thomas, warum?')
  await editComment(orhan, place, { comment, body: '@Meike Thomas und @Sabine Krüger, warum?' })
  await answer(orhan, thread, 'Ich selbst: @Orhan Demir')
  expect(await told()).toEqual([
    'Meike: comment-mentioned ×1',
    'Meike: comment-written ×1',
    'Sabine: comment-mentioned ×1',
  ])
})

test('who has left meanwhile, and comments that are gone, are told no more', async () => {
  await open(orhan, '@Sabine Krüger, warum?')
  await db()
    .updateTable('plgMembers')
    .set({ state: 'left' })
    .where('personId', '=', meike.id)
    .execute()
  await deleteComment(orhan, place, await commentOf('@Sabine Krüger, warum?'))
  expect(await told()).toEqual([])
})

test('sent twice is told once', async () => {
  const input = { thread: randomUUID(), quote: '', body: 'Warum?' }
  await openThread(orhan, place, input)
  await openThread(orhan, place, { ...input, body: 'Wieso?' })
  expect(await told()).toEqual(['Meike: comment-written ×1'])
})

test('each kind that is told has its sentence', () => {
  const facts = { actor: 'Kim Muster', title: 'Plan' }
  const say = (kind: string, count = 1) => notificationWords[kind]?.({ ...facts, count })
  expect(say('documents.comment-written')).toBe('Kim Muster hat „Plan“ kommentiert.')
  expect(say('documents.comment-written', 3)).toBe('3 neue Kommentare zu einer Stelle in „Plan“.')
  expect(say('documents.comment-mentioned')).toBe(
    'Kim Muster hat Sie in einem Kommentar zu „Plan“ erwähnt.',
  )
})
