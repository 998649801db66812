import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aPost, aTopic } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { markRead, openTopic } from './commands.ts'
import { deletePost, writePost } from './posts/commands.ts'
import { notificationWords } from './words.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let meike: Actor
let orhan: Actor
let sabine: Actor

beforeEach(async () => {
  await emptyDatabase()
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  registerHouse()
  plg = await aPlg()
  meike = await member('Meike', 'Thomas')
  orhan = await member('Orhan', 'Demir')
  sabine = await member('Sabine', 'Krüger')
})

async function member(firstName: string, lastName: string): Promise<Actor> {
  const actor: Actor = await anActor('teacher', { firstName, lastName })
  await aMember({ plgId: plg.id, personId: actor.id, since: new Date('2025-01-01') })
  return actor
}

/** Does what waits in the queue, as the worker would. */
async function work(): Promise<void> {
  const { rows } = await sql<{ payload: { reaction: string; payload: unknown } }>`
    select payload from graphile_worker._private_jobs order by id`.execute(db())
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  for (const { payload } of rows) await queuedReactionNamed(payload.reaction)?.run(payload.payload)
}

async function told() {
  const rows = await db()
    .selectFrom('notifications as n')
    .innerJoin('persons as p', 'p.id', 'n.personId')
    .where('n.readAt', 'is', null)
    .select(['p.firstName', 'n.kind', 'n.count', 'n.thingKind'])
    .orderBy('p.firstName')
    .orderBy('n.kind')
    .execute()
  return rows.map(
    (row) => `${row.firstName}: ${row.kind.replace('discussions.', '')} ×${row.count}`,
  )
}

const open = (actor: Actor, body: string) =>
  openTopic(actor, plg.slug, { title: 'Frage', body, clientKey: randomUUID() })
const write = (actor: Actor, body: string, clientKey: string = randomUUID()) =>
  writePost(actor, { plg: plg.slug, topic: '1-frage' }, { body, clientKey })

test('a new topic is told to all members but its author; who is mentioned hears that instead', async () => {
  await open(meike, 'Was meint ihr? @Orhan Demir')
  await work()
  expect(await told()).toEqual(['Orhan: mentioned ×1', 'Sabine: topic-opened ×1'])
})

test('answers are told to those who have written, counted on one line', async () => {
  await open(meike, 'Was meint ihr?')
  await work()
  await sql`delete from notifications`.execute(db())
  await write(orhan, 'Ja')
  await write(orhan, 'Doch')
  await write(sabine, 'Nein')
  await work()
  expect(await told()).toEqual(['Meike: post-written ×3', 'Orhan: post-written ×1'])
})

test('a try that came twice is told once', async () => {
  await open(meike, 'Was meint ihr?')
  await work()
  await sql`delete from notifications`.execute(db())
  const key = randomUUID()
  await write(orhan, 'Ja', key)
  await write(orhan, 'Ja', key)
  await work()
  expect(await told()).toEqual(['Meike: post-written ×1'])
})

test('who has left meanwhile, and posts that are gone, are told no more', async () => {
  await open(meike, 'Was meint ihr?')
  await work()
  await sql`delete from notifications`.execute(db())
  await write(orhan, '@Sabine Krüger @Meike Thomas')
  await db()
    .updateTable('plgMembers')
    .set({ state: 'left' })
    .where('personId', '=', meike.id)
    .execute()
  await deletePost(orhan, { plg: plg.slug, topic: '1', post: 2 })
  await work()
  expect(await told()).toEqual([])
})

test('reading the topic reads the bell’s lines about it and about mentions up to there', async () => {
  await open(meike, 'Was meint ihr?')
  await write(orhan, '@Sabine Krüger?')
  await write(meike, '@Sabine Krüger!')
  await work()
  const place = { plg: plg.slug, topic: '1-frage' }
  await markRead(sabine, place, 2)
  expect((await told()).filter((line) => line.startsWith('Sabine'))).toEqual([
    'Sabine: mentioned ×1',
  ])
  await markRead(sabine, place, 3)
  expect((await told()).filter((line) => line.startsWith('Sabine'))).toEqual([])
})

test('joining forgets how far one had read; taking back one’s leaving does not', async () => {
  const topic = await aTopic({ plgId: plg.id })
  await aPost({ topicId: topic.id, authorId: orhan.id })
  await markRead(meike, { plg: plg.slug, topic: '1' }, 1)
  const reaction = queuedReactionNamed('discussions.forget-reads')
  const joined = (way: string) =>
    reaction?.run({ plgId: plg.id, personId: meike.id, memberId: '', actorId: meike.id, way })
  const marks = () => db().selectFrom('topicReads').selectAll().execute()
  await joined('returned')
  expect(await marks()).toHaveLength(1)
  await joined('joined')
  expect(await marks()).toHaveLength(0)
})

test('each kind that is told has its sentence', () => {
  const facts = { actor: 'Kim Muster', title: 'Frage', details: {} }
  const say = (kind: string, count = 1) => notificationWords[kind]?.({ ...facts, count })
  expect(say('discussions.mentioned')).toBe('Kim Muster hat Sie in „Frage“ erwähnt.')
  expect(say('discussions.post-written')).toBe('Kim Muster hat in „Frage“ geantwortet.')
  expect(say('discussions.post-written', 4)).toBe('4 neue Antworten in „Frage“.')
  expect(say('discussions.topic-opened')).toBe('Kim Muster hat das Thema „Frage“ eröffnet.')
})
