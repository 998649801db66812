import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailGoesAt } from '#server/notifications/views.ts'
import { deadlineOf, hasSeatFor, nextInLine, standingOf } from './rules.ts'

const FAR = new Date('2028-01-01T12:00:00Z')
const answeredBy = (offeredAt: string, startsAt = FAR) =>
  deadlineOf(mailGoesAt(new Date(offeredAt)), startsAt).toISOString()

describe('an offer holds until noon of the next school day, counted from when its mail may go', () => {
  test.each([
    ['in the morning', '2026-11-30T08:00:00Z', '2026-12-01T11:00:00Z'],
    ['at 21:00: mailed at 7, so a day more', '2026-11-30T20:00:00Z', '2026-12-02T11:00:00Z'],
    ['at 6:59', '2026-12-01T05:59:00Z', '2026-12-02T11:00:00Z'],
    ['on a Friday', '2026-11-27T09:00:00Z', '2026-11-30T11:00:00Z'],
    ['on a Friday evening: mailed on Monday', '2026-11-27T19:00:00Z', '2026-12-01T11:00:00Z'],
    ['on a Sunday', '2026-11-29T12:00:00Z', '2026-12-01T11:00:00Z'],
    ['on the last day before Christmas', '2026-12-22T09:00:00Z', '2027-01-07T11:00:00Z'],
    ['in the holidays', '2026-12-28T09:00:00Z', '2027-01-08T11:00:00Z'],
    ['before the summer time begins', '2027-03-19T09:00:00Z', '2027-04-05T10:00:00Z'],
    ['in summer', '2027-06-01T08:00:00Z', '2027-06-02T10:00:00Z'],
    ['the day before the summer time ends', '2028-10-20T09:00:00Z', '2028-11-06T11:00:00Z'],
  ])('%s', (_, offeredAt, deadline) => {
    expect(answeredBy(offeredAt, new Date('2030-01-01T12:00:00Z'))).toBe(
      new Date(deadline).toISOString(),
    )
  })
  test('and not longer than it is to begin', () => {
    const startsAt = new Date('2026-12-01T08:00:00Z')
    expect(answeredBy('2026-11-30T08:00:00Z', startsAt)).toBe(startsAt.toISOString())
  })
  test('whenever it is: at least until the next day, if it does not begin before', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2026-09-01'),
          max: new Date('2029-12-01'),
          noInvalidDate: true,
        }),
        (at) => {
          const goes = mailGoesAt(at)
          const until = deadlineOf(goes, new Date('2031-01-01'))
          expect(until.getTime() - goes.getTime()).toBeGreaterThan(17 * 3_600_000)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('who is next', () => {
  const line = [
    { id: 'a', schoolId: 'one' },
    { id: 'b', schoolId: 'two' },
    { id: 'c', schoolId: null },
  ]
  const ids = (all: { id: string }[]) => all.map(({ id }) => id).join('')
  test.each([
    ['first come first', 3, null, [], 'abc'],
    ['as many as there are seats', 2, null, [], 'ab'],
    ['none when all are held', 2, null, ['one', 'two'], ''],
    ['whose school has its share is passed over', 3, 1, ['one'], 'bc'],
    ['people without a school have no share', 3, 1, [], 'abc'],
  ] as const)('%s', (_, seats, seatsPerSchool, held, wanted) => {
    const all = { seats, seatsPerSchool, held: held.map((schoolId) => ({ schoolId })) }
    expect(ids(nextInLine(all, line))).toBe(wanted)
  })
  test('what is given counts at once', () => {
    const all = { seats: 5, seatsPerSchool: 1, held: [] }
    const same = [...line, { id: 'd', schoolId: 'one' }]
    expect(ids(nextInLine(all, same))).toBe('abc')
    expect(hasSeatFor({ ...all, held: [{ schoolId: 'one' }] }, 'one')).toBe(false)
  })
})

const day = (hour: number) => new Date(Date.UTC(2026, 11, 10, hour))
test.each([
  ['draft', 5, 8, 'draft'],
  ['cancelled', 5, 8, 'cancelled'],
  ['done', 5, 20, 'done'],
  ['published', 5, 8, 'open'],
  ['published', 0, 8, 'full'],
  ['published', 5, 10, 'closed'],
  ['published', 5, 14, 'running'],
  ['published', 5, 16, 'over'],
] as const)('%s with %i seats at %i o’clock is %s', (state, free, hour, standing) => {
  const workshop = { state, startsAt: day(14), endsAt: day(16), signupUntil: day(10) }
  expect(standingOf(workshop, free, day(hour))).toBe(standing)
})
