import '#db/testing.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { now } from '#server/platform/clock.ts'
import { readSession } from '#server/auth/session.ts'
import { mintToken } from '#server/auth/tokens.ts'
import { enter } from './commands.ts'
import { linkState } from './views.ts'

// The settings read it at their first use, which is later than this. The machine's clock is years behind.
process.env.CLOCK = '2031-02-03T08:00:00Z'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const VISIT = { network: '192.0.2.7', userAgent: '', actor: null }
const startedAt = Date.now()

beforeEach(async () => {
  await emptyDatabase()
  vi.useFakeTimers({ toFake: ['Date'], now: startedAt })
})
afterEach(() => vi.useRealTimers())

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

async function session(role: string) {
  const person = await aPerson()
  await aMembership({ personId: person.id, role })
  return (await enter(person, VISIT)).split(';')[0] ?? ''
}
const stands = async (cookie: string) => typeof (await readSession(cookie)) !== 'string'

test('a session is written in the time of CLOCK', async () => {
  await session('teacher')
  const row = await db().selectFrom('sessions').selectAll().executeTakeFirstOrThrow()
  expect(row.createdAt.toISOString().slice(0, 10)).toBe('2031-02-03')
})

test('a session ends after 8 hours without use, and lives on with use', async () => {
  const cookie = await session('teacher')
  for (const hours of [1, 7, 2, 7.9]) {
    pass(hours * HOUR)
    expect(await stands(cookie), `after ${hours} hours without use`).toBe(true)
  }
  pass(8 * HOUR + MINUTE)
  expect(await stands(cookie)).toBe(false)
})

test('a session ends after 7 days, however much it is used', async () => {
  const cookie = await session('teacher')
  for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
    pass(6 * HOUR)
    expect(await stands(cookie), `after ${hours + 6} hours`).toBe(true)
  }
  pass(6 * HOUR + MINUTE)
  expect(await stands(cookie)).toBe(false)
})

test('a page knows when its session ends, and whether use moves that', async () => {
  const cookie = await session('teacher')
  const endOf = async () => {
    const found = await readSession(cookie)
    const end = typeof found === 'string' ? undefined : found.sessionEnd
    return [Math.round(((end?.at.getTime() ?? 0) - now().getTime()) / HOUR), end?.isFinal]
  }
  expect(await endOf()).toEqual([8, false])
  for (let hours = 0; hours < 162; hours += 6) {
    pass(6 * HOUR)
    await endOf()
  }
  expect(await endOf()).toEqual([6, true])
})

test.each(['operator', 'school_dpo', 'release_manager'])(
  'a session of the office %s ends after 30 minutes without use and after 12 hours at all',
  async (role) => {
    const idle = await session(role)
    pass(29 * MINUTE)
    expect(await stands(idle)).toBe(true)
    pass(31 * MINUTE)
    expect(await stands(idle)).toBe(false)
    const busy = await session(role)
    for (let minutes = 0; minutes < 700; minutes += 20) {
      pass(20 * MINUTE)
      expect(await stands(busy)).toBe(true)
    }
    pass(21 * MINUTE)
    expect(await stands(busy)).toBe(false)
  },
)

test('a sign-in link works 15 minutes, one for a new password 30', async () => {
  const { id } = await aPerson()
  const link = await mintToken('sign_in', { personId: id })
  const reset = await mintToken('reset_password', { personId: id })
  pass(14 * MINUTE)
  expect((await linkState(link, 'sign_in')).isUsable).toBe(true)
  pass(2 * MINUTE)
  expect((await linkState(link, 'sign_in')).isUsable).toBe(false)
  expect((await linkState(reset, 'reset_password')).isUsable).toBe(true)
  pass(15 * MINUTE)
  expect((await linkState(reset, 'reset_password')).isUsable).toBe(false)
})
