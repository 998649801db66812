import { fromDate } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOf, mailDueAt } from './rules.ts'

const at = (iso: string) => new Date(iso)
const due = (wish: 'digest' | 'soon', iso: string) => mailDueAt(wish, at(iso))?.toISOString()

describe('the collected mail goes out at 16:00 in Duisburg', () => {
  test.each([
    ['a Friday morning in winter', '2026-11-27T08:00:00Z', '2026-11-27T15:00:00.000Z'],
    ['a Thursday morning in summer', '2026-07-09T08:00:00Z', '2026-07-09T14:00:00.000Z'],
    ['exactly 16:00: tomorrow', '2026-11-26T15:00:00Z', '2026-11-27T15:00:00.000Z'],
    ['Friday evening: on Monday', '2026-11-27T20:00:00Z', '2026-11-30T15:00:00.000Z'],
    ['Saturday: on Monday', '2026-11-28T09:00:00Z', '2026-11-30T15:00:00.000Z'],
    ['after summer time ends', '2025-10-25T18:00:00Z', '2025-10-27T15:00:00.000Z'],
    ['after summer time begins', '2028-03-25T18:00:00Z', '2028-03-27T14:00:00.000Z'],
    ['Sunday 23:30 UTC is Monday here', '2026-11-29T23:30:00Z', '2026-11-30T15:00:00.000Z'],
    ['in the holidays of autumn: after them', '2026-10-19T08:00:00Z', '2026-11-02T15:00:00.000Z'],
    ['before a public holiday and a weekend', '2027-05-05T20:00:00Z', '2027-05-07T14:00:00.000Z'],
  ])('%s', (_name, now, expected) => expect(due('digest', now)).toBe(expected))
})

describe('a mail that shall go soon waits for working hours', () => {
  test.each([
    ['within them at once', '2026-11-27T08:00:00Z', '2026-11-27T08:00:00.000Z'],
    ['7:00 sharp at once', '2026-11-27T06:00:00Z', '2026-11-27T06:00:00.000Z'],
    ['18:00 sharp: next morning', '2026-11-26T17:00:00Z', '2026-11-27T06:00:00.000Z'],
    ['21:30 on a Friday: Monday morning', '2026-11-27T20:30:00Z', '2026-11-30T06:00:00.000Z'],
    ['5:00 in the morning: at 7:00', '2026-11-27T04:00:00Z', '2026-11-27T06:00:00.000Z'],
    ['the night summer time begins', '2028-03-26T01:30:00Z', '2028-03-27T05:00:00.000Z'],
    ['in summer: the first school day', '2026-07-20T08:00:00Z', '2026-09-02T05:00:00.000Z'],
  ])('%s', (_name, now, expected) => expect(due('soon', now)).toBe(expected))
})

test('no mail is wished: none is due', () => {
  expect(mailDueAt('none', at('2026-11-27T08:00:00Z'))).toBeNull()
})

test('whatever the moment, a mail is due on a working day, in working hours and not in the past', () => {
  const moment = fc.date({
    min: at('2020-01-01T00:00:00Z'),
    max: at('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moment, fc.constantFrom('digest' as const, 'soon' as const), (now, wish) => {
      const then = mailDueAt(wish, now) as Date
      const local = fromDate(then, 'Europe/Berlin')
      const weekday = new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay()
      expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(then.getTime() - now.getTime()).toBeLessThan(50 * 24 * 60 * 60_000)
      expect(weekday).toBeGreaterThanOrEqual(1)
      expect(weekday).toBeLessThanOrEqual(5)
      expect(local.hour).toBeGreaterThanOrEqual(7)
      expect(local.hour).toBeLessThan(18)
      if (wish === 'digest') expect([local.hour, local.minute, local.second]).toEqual([16, 0, 0])
    }),
    { numRuns: 2_000 },
  )
})

describe('the headings of the bell follow days and weeks of Duisburg', () => {
  const friday = at('2026-11-27T08:00:00Z')
  test.each([
    ['today', '2026-11-26T23:00:00Z', 'today'],
    ['one minute before midnight', '2026-11-26T22:59:00Z', 'this_week'],
    ['Monday 0:00', '2026-11-22T23:00:00Z', 'this_week'],
    ['Sunday 23:59', '2026-11-22T22:59:00Z', 'older'],
    ['a moment ahead of the clock', '2026-11-27T08:00:01Z', 'today'],
  ] as const)('%s', (_name, then, expected) => expect(ageOf(at(then), friday)).toBe(expected))
})
