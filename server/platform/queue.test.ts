import '#db/testing.ts'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { delivering, durable, event, registerReactions } from './bus.ts'
import { react } from './queue.ts'
import { addJobs, freeAbandonedJobs } from './sql.ts'
import { transaction } from './transaction.ts'

const MINUTE = 60_000
const ago = (ms: number) => new Date(Date.now() - ms)

beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(db()))

/** A job as a worker holds it that began so long ago. */
async function aJobHeld(by: string, since: Date): Promise<void> {
  await addJobs([{ task: 'react', payload: {}, key: by }])
  await sql`update graphile_worker._private_jobs
    set locked_at = ${since}, locked_by = ${by}, attempts = 1 where key = ${by}`.execute(db())
}

async function heldBy(): Promise<string[]> {
  const { rows } = await sql<{ by: string }>`select locked_by as by from graphile_worker.jobs
    where locked_by is not null order by 1`.execute(db())
  return rows.map(({ by }) => by)
}

test('a job whose worker died is given free, one that is being worked on is not', async () => {
  await aJobHeld('dead', ago(10 * MINUTE))
  await aJobHeld('alive', ago(MINUTE))
  expect(await freeAbandonedJobs(ago(5 * MINUTE))).toBe(1)
  expect(await heldBy()).toEqual(['alive'])
  expect(await freeAbandonedJobs(ago(5 * MINUTE))).toBe(0)
})

test('what nobody holds stays as it is', async () => {
  await addJobs([{ task: 'react', payload: {} }])
  expect(await freeAbandonedJobs(ago(0))).toBe(0)
})

const happened = event<{ word: string }>('test.queued')

/** Registers a reaction that counts in the database (any table will do). @returns the id of the job that waits for it */
async function aQueuedReaction(kind: typeof durable, fails = false): Promise<string> {
  await sql`delete from rate_limits`.execute(db())
  registerReactions([
    kind(happened, 'test.hear', async ({ word }) => {
      await sql`insert into rate_limits (key, points) values (${word}, 1)
        on conflict (key) do update set points = rate_limits.points + 1`.execute(db())
      if (fails) throw new Error('after the change')
    }),
  ])
  await transaction((publish) => Promise.resolve(publish(happened({ word: 'a' }))))
  const { rows } = await sql<{ id: string }>`select id::text from graphile_worker.jobs`.execute(
    db(),
  )
  return rows[0]?.id ?? ''
}

async function countHeard(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(points), 0)::int as count from rate_limits`.execute(db())
  return rows[0]?.count ?? 0
}

async function countJobs(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from graphile_worker.jobs`.execute(db())
  return rows[0]?.count ?? 0
}

const work = { reaction: 'test.hear', payload: { word: 'a' } }

test('a durable reaction is done once, also when its job is handed out twice at the same moment', async () => {
  const id = await aQueuedReaction(durable)
  await Promise.all([react(id, work), react(id, work)])
  await react(id, work)
  expect(await countHeard()).toBe(1)
  expect(await countJobs()).toBe(0)
})

test('a durable reaction that fails leaves nothing behind, and its job waits', async () => {
  const id = await aQueuedReaction(durable, true)
  await expect(react(id, work)).rejects.toThrow('after the change')
  expect(await countHeard()).toBe(0)
  expect(await countJobs()).toBe(1)
})

test('a delivering reaction runs outside of a transaction', async () => {
  const id = await aQueuedReaction(delivering, true)
  await expect(react(id, work)).rejects.toThrow('after the change')
  expect(await countHeard()).toBe(1)
})
