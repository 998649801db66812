import '#db/testing.ts'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { closeDatabase, db, pool } from '#db/client.ts'
import { durable, event, live, registerReactions } from './bus.ts'
import { isInTransaction, transaction } from './transaction.ts'

const happened = event<{ word: string }>('test.happened')
let heard: string[] = []

beforeEach(async () => {
  heard = []
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  registerReactions([
    live(happened, ({ word }) => void heard.push(word)),
    live(happened, () => {
      throw new Error('a reaction that fails')
    }),
    durable(happened, 'test.later', () => Promise.resolve()),
  ])
})

async function waitingJobs(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from graphile_worker.jobs where task_identifier = 'react'`.execute(
    db(),
  )
  return rows[0]?.count ?? 0
}

const afterwards = () => new Promise((resolve) => setTimeout(resolve, 20))

test('tells and queues after the commit, and one failing reaction harms nobody', async () => {
  await transaction(async (publish) => {
    publish(happened({ word: 'a' }))
    await afterwards()
    expect(heard).toEqual([])
  })
  await afterwards()
  expect(heard).toEqual(['a'])
  expect(await waitingJobs()).toBe(1)
})

test('tells nobody and queues nothing when the work fails', async () => {
  const work = transaction((publish) => {
    publish(happened({ word: 'a' }))
    return Promise.reject(new Error('no'))
  })
  await expect(work).rejects.toThrow('no')
  await afterwards()
  expect(heard).toEqual([])
  expect(await waitingJobs()).toBe(0)
})

test('a nested transaction joins: only the outermost tells', async () => {
  const work = transaction(async (publish) => {
    publish(happened({ word: 'outer' }))
    await transaction((inner) => {
      inner(happened({ word: 'inner' }))
      return Promise.resolve()
    })
    await afterwards()
    expect(heard).toEqual([])
    throw new Error('too late')
  })
  await expect(work).rejects.toThrow('too late')
  await afterwards()
  expect(heard).toEqual([])
})

test('a deadlock is tried again, and what it published counts once', async () => {
  let tries = 0
  await transaction((publish) => {
    tries += 1
    publish(happened({ word: `try ${tries}` }))
    if (tries === 1) return Promise.reject(Object.assign(new Error('deadlock'), { code: '40P01' }))
    return Promise.resolve()
  })
  await afterwards()
  expect(heard).toEqual(['try 2'])
  expect(await waitingJobs()).toBe(1)
})

// A worker is told of a job by such a connection: believing to be in a transaction it would begin none, and what
// it does would be done by halves when the server dies.
const hearsInside = async (client: PoolClient) => {
  const heard = new Promise((resolve) =>
    client.once('notification', () => resolve(isInTransaction())),
  )
  await client.query('listen told')
  await client.query('notify told')
  client.release()
  return heard
}

test('what a connection hears is in no transaction, though it was opened for one', async () => {
  await closeDatabase()
  await transaction(() => db().selectFrom('persons').select('id').execute())
  expect(pool().totalCount).toBe(1)
  expect(await hearsInside(await pool().connect())).toBe(false)
})

test('nor when it was opened in the middle of one', async () => {
  await closeDatabase()
  const other = await transaction(() => pool().connect())
  expect(await hearsInside(other)).toBe(false)
})
