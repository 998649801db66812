import { afterEach, beforeEach, expect, vi } from 'vitest'

process.env.NODE_ENV = 'test'
process.env.TZ = 'UTC'
// Only db/testing.ts hands out a database: no test may reach the one of whoever runs it.
delete process.env.DATABASE_URL
delete process.env.DATABASE_OWNER_URL

let complaints: unknown[][] = []

beforeEach(() => {
  complaints = []
  vi.spyOn(console, 'error').mockImplementation((...parts) => void complaints.push(parts))
})

afterEach(() => {
  // A test that expects a complaint replaces console.error itself.
  expect(complaints, 'console.error was called').toEqual([])
})
