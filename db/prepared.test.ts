import { afterEach, beforeEach, expect, test } from 'vitest'
import { PreparingClient } from './prepared.ts'
import './testing.ts'

let client: PreparingClient
beforeEach(async () => {
  client = new PreparingClient({ connectionString: process.env.DATABASE_URL })
  await client.connect()
})
afterEach(() => client.end())

const prepared = async () => {
  const { rows } = await client.query<{ statement: string }>(
    'select statement from pg_prepared_statements',
  )
  return rows.map(({ statement }) => statement)
}

test('a text with values is prepared once, however often it is asked', async () => {
  const text = 'select $1::int + 1 as sum'
  for (const value of [1, 2, 3])
    expect((await client.query(text, [value])).rows).toEqual([{ sum: value + 1 }])
  await client.query('select 1')
  expect(await prepared()).toEqual([text])
})

test('after another node changed a table one statement fails, and the next is prepared anew', async () => {
  await client.query('create temporary table shape (a int)')
  const ask = () => client.query('select * from shape where $1::int = 1', [1])
  await ask()
  await client.query('alter table shape add column b int')
  await expect(ask()).rejects.toThrow('cached plan must not change')
  expect((await ask()).fields.map(({ name }) => name)).toEqual(['a', 'b'])
})
