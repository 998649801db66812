import { randomBytes } from 'node:crypto'
import { afterAll, expect, inject, test } from 'vitest'
import { migrateToLatest } from './migrate.ts'
import { connected, createDatabase, createExtensions, dropDatabase, urlOf } from './prepare.mjs'

const { adminUrl, ownerUrl } = inject('testServer')
const name = `lernen25_two_starts_${randomBytes(4).toString('hex')}`

afterAll(() => connected(adminUrl, (client) => dropDatabase(client, name)))

test('two starts at the same moment migrate an empty database once (safety.md MG-1)', async () => {
  const owner = decodeURIComponent(new URL(ownerUrl).username)
  await connected(adminUrl, (client) => createDatabase(client, name, { owner, german: true }))
  await createExtensions(urlOf(adminUrl, name))
  const url = urlOf(ownerUrl, name)
  const starts = await Promise.all([migrateToLatest({ url }), migrateToLatest({ url })])
  const done = starts.flat()
  expect(done.length).toBeGreaterThan(0)
  expect(new Set(done).size).toBe(done.length)
  expect(await migrateToLatest({ url })).toEqual([])
})
