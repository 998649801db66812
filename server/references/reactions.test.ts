import '#db/testing.ts'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import { accounts } from '#server/accounts/area.ts'
import type { Actor } from '#server/auth/actor.ts'
import { discussions } from '#server/discussions/area.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { registerThings } from '#server/platform/things.ts'
import { transaction } from '#server/platform/transaction.ts'
import { syncMentions } from './commands.ts'
import { reactions } from './reactions.ts'
import { notificationWords } from './words.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let from: { kind: string; id: string }
let meike: Actor
let orhan: Actor
let sabine: Actor

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerThings([accounts, discussions].flatMap((area) => area.things ?? []))
  registerReactions(reactions)
  plg = await aPlg()
  from = { kind: 'topic', id: (await aTopic({ plgId: plg.id })).id }
  meike = await member('Meike')
  orhan = await member('Orhan')
  sabine = await member('Sabine')
})

async function member(firstName: string): Promise<Actor> {
  const actor: Actor = await anActor('teacher', { firstName })
  await aMember({ plgId: plg.id, personId: actor.id })
  return actor
}

const mention = (persons: Actor[], by: Actor | null = meike) =>
  syncMentions(
    from,
    persons.map(({ id }) => ({ kind: 'person', id })),
    by?.id ?? null,
  )

async function work(): Promise<void> {
  for (const { reaction, payload } of await takeJobs())
    await transaction(async () => queuedReactionNamed(reaction)?.run(payload))
}

async function told() {
  const rows = await db()
    .selectFrom('notifications as n')
    .innerJoin('persons as p', 'p.id', 'n.personId')
    .select(['p.firstName', 'n.kind', 'n.count', 'n.thingKind', 'n.mailDueAt'])
    .orderBy('p.firstName')
    .execute()
  return rows.map((row) => `${row.firstName}: ${row.kind} ×${row.count} (${row.thingKind})`)
}

test('whoever is mentioned is told once, the writer is not', async () => {
  await mention([meike, orhan])
  await work()
  expect(await told()).toEqual(['Orhan: references.mentioned ×1 (topic)'])
  const [line] = await db().selectFrom('notifications').select(['mailDueAt', 'actorId']).execute()
  expect(line?.mailDueAt).not.toBeNull()
  expect(line?.actorId).toBe(meike.id)
})

test('saving the text again, with others, tells the others only', async () => {
  await mention([orhan])
  await mention([orhan, sabine])
  await mention([sabine, orhan])
  await work()
  expect(await told()).toEqual([
    'Orhan: references.mentioned ×1 (topic)',
    'Sabine: references.mentioned ×1 (topic)',
  ])
})

test.each(['unread', 'read'])(
  'a mention that went and came back is told once, %s',
  async (state) => {
    await mention([orhan])
    await work()
    if (state === 'read')
      await db().updateTable('notifications').set({ readAt: new Date() }).execute()
    await mention([])
    await mention([orhan])
    await work()
    expect(await told()).toEqual(['Orhan: references.mentioned ×1 (topic)'])
  },
)

test('two savings whose news is worked on at once tell once', async () => {
  await mention([orhan])
  await mention([])
  await mention([orhan])
  const jobs = await takeJobs()
  expect(jobs).toHaveLength(2)
  await Promise.all(
    jobs.map(({ reaction, payload }) =>
      transaction(async () => queuedReactionNamed(reaction)?.run(payload)),
    ),
  )
  expect(await told()).toEqual(['Orhan: references.mentioned ×1 (topic)'])
})

test('who may not read the text, left since, or is switched off is not told', async () => {
  const stranger = await anActor()
  await mention([orhan, sabine, stranger])
  await db()
    .updateTable('plgMembers')
    .set({ state: 'left' })
    .where('personId', '=', orhan.id)
    .execute()
  await db().updateTable('persons').set({ isActive: false }).where('id', '=', sabine.id).execute()
  await work()
  expect(await told()).toEqual([])
})

test('a mention that is gone before its news is told no more', async () => {
  await mention([orhan])
  await mention([])
  await work()
  expect(await told()).toEqual([])
})

test('of a text that several wrote, everybody is told', async () => {
  await mention([meike, orhan], null)
  await work()
  expect(await told()).toHaveLength(2)
})

test('things that are mentioned tell nobody', async () => {
  await syncMentions(from, [{ kind: 'plg', id: plg.id }], meike.id)
  expect(await takeJobs()).toEqual([])
})

test('the sentence names who did it, and what it is about', () => {
  const say = notificationWords['references.mentioned']
  expect(say?.({ actor: 'Kim Muster', title: 'Plan' })).toBe(
    'Kim Muster hat Sie in „Plan“ erwähnt.',
  )
  expect(say?.({ actor: null, title: 'Plan' })).toBe('Jemand hat Sie in „Plan“ erwähnt.')
})
