import fs from 'node:fs'
import { afterEach, beforeEach, expect, vi } from 'vitest'

process.env.NODE_ENV = 'test'
process.env.TZ = 'UTC'
// Only db/testing.ts hands out a database: no test may reach the one of whoever runs it.
delete process.env.DATABASE_URL
delete process.env.DATABASE_OWNER_URL

/**
 * Properties are tried with the same cases each time, so that what is red comes of what was changed. `RANDOM_CASES=1`
 * tries others: before a release, with many runs.
 */
const SAME_CASES = 20_261_122
const { testPath } = expect.getState()
if (
  !process.env.RANDOM_CASES &&
  testPath &&
  fs.readFileSync(testPath, 'utf8').includes('fast-check')
)
  (await import('fast-check')).configureGlobal({ seed: SAME_CASES })

let complaints: unknown[][] = []

beforeEach(() => {
  complaints = []
  vi.spyOn(console, 'error').mockImplementation((...parts) => void complaints.push(parts))
})

afterEach(() => {
  // A test that expects a complaint replaces console.error itself.
  expect(complaints, 'console.error was called').toEqual([])
})
