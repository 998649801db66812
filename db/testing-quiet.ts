import fs from 'node:fs'
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'

forgetTheLastFile()
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
const source = testPath ? fs.readFileSync(testPath, 'utf8') : ''
if (!process.env.RANDOM_CASES && source.includes('fast-check'))
  (await import('fast-check')).configureGlobal({ seed: SAME_CASES })

if (/\/testing\.ts'/.test(source)) {
  const { openTestDatabase, closeTestDatabase } = await import('./testing.ts')
  await openTestDatabase()
  afterAll(closeTestDatabase)
}

let complaints: unknown[][] = []

beforeEach(() => {
  complaints = []
  vi.spyOn(console, 'error').mockImplementation((...parts) => void complaints.push(parts))
})

afterEach(() => {
  // A test that expects a complaint replaces console.error itself.
  expect(complaints, 'console.error was called').toEqual([])
})

type Memory = Map<string, unknown> & { first?: Map<string, () => void> }

/**
 * Test files share a process, as to load the house anew for each takes longer than most of them: what one leaves
 * behind must not reach the next.
 */
function forgetTheLastFile(): void {
  const own = globalThis as { environment?: NodeJS.ProcessEnv; __remember_epic_web?: Memory }
  own.environment ??= { ...process.env }
  for (const name of Object.keys(process.env))
    if (!(name in own.environment)) delete process.env[name]
  Object.assign(process.env, own.environment)
  own.__remember_epic_web ??= rememberingFirst()
  for (const again of own.__remember_epic_web.first?.values() ?? []) again()
}

/** What the house holds, with a way back to what it held when it was made. */
function rememberingFirst(): Memory {
  const memory: Memory = new Map()
  memory.first = new Map()
  memory.set = (name, value) => {
    memory.first?.set(name, wayBack(value))
    return Map.prototype.set.call(memory, name, value) as Memory
  }
  return memory
}

function wayBack(value: unknown): () => void {
  if (value instanceof Map || value instanceof Set) return () => value.clear()
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return () => undefined
  const first = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    Array.isArray(one) ? [...(one as unknown[])] : one,
  ])
  return () => void Object.assign(value, Object.fromEntries(first))
}
