import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  factsFor,
  factsOf,
  isLocalDay,
  isQuietDay,
  publicHolidayOn,
  quotaOf,
  SCHOOL_HOLIDAYS,
  schoolHolidaysOn,
  schoolYearOf,
  spanOf,
} from './contract.ts'
import { faultOf, quotaHint } from './rules.ts'

describe('public holidays of North Rhine-Westphalia', () => {
  test.each([
    ['2026-04-03', 'Karfreitag'],
    ['2026-04-06', 'Ostermontag'],
    ['2026-05-14', 'Christi Himmelfahrt'],
    ['2026-05-25', 'Pfingstmontag'],
    ['2026-06-04', 'Fronleichnam'],
    ['2027-03-26', 'Karfreitag'],
    ['2027-05-27', 'Fronleichnam'],
    ['2028-04-17', 'Ostermontag'],
    ['2028-06-15', 'Fronleichnam'],
    ['2029-05-10', 'Christi Himmelfahrt'],
    ['2030-06-10', 'Pfingstmontag'],
    ['2026-10-03', 'Tag der Deutschen Einheit'],
    ['2026-11-01', 'Allerheiligen'],
    ['2027-01-01', 'Neujahr'],
    // The latest and the earliest Easter of these centuries.
    ['2038-04-26', 'Ostermontag'],
    ['2285-03-23', 'Ostermontag'],
  ])('%s is %s', (day, name) => expect(publicHolidayOn(day)).toBe(name))

  test('there are eleven in a year', () => {
    const days = Array.from({ length: 365 }, (_, i) =>
      new Date(Date.UTC(2026, 0, i + 1)).toISOString().slice(0, 10),
    )
    expect(days.filter((day) => publicHolidayOn(day)).length).toBe(11)
  })
})

describe('school holidays', () => {
  test('the first and the last day are free, the days around them are not', () => {
    const around = ['2026-12-22', '2026-12-23', '2027-01-06', '2027-01-07']
    expect(around.map(schoolHolidaysOn)).toEqual([
      undefined,
      'Weihnachtsferien',
      'Weihnachtsferien',
      undefined,
    ])
  })

  test('come one after the other', () => {
    const days = SCHOOL_HOLIDAYS.flatMap(([, from, to]) => [from, to])
    expect(days).toEqual([...days].sort())
    expect(days.every(isLocalDay)).toBe(true)
  })
})

test('a school year begins in August', () => {
  expect(schoolYearOf('2026-07-31')).toBe('2025/26')
  expect(schoolYearOf('2026-08-01')).toBe('2026/27')
  expect(schoolYearOf('2099-12-31')).toBe('2099/00')
  expect(spanOf('2026/27')).toEqual({ from: '2026-08-01', to: '2027-07-31' })
  expect([quotaOf('2026/27'), quotaOf('2028/29'), quotaOf('2035/36')]).toEqual([3, 4, undefined])
})

test('what is known of a day, with the days of some schools', () => {
  expect(factsOf('2026-11-23')).toEqual([])
  expect(factsOf('2026-12-26').map(({ name }) => name)).toEqual([
    'Weihnachtsferien',
    '2. Weihnachtstag',
    'Wochenende',
  ])
  const own = [{ day: '2027-02-08', name: 'Rosenmontag', schoolId: 'a', school: 'GGS Am Hafen' }]
  expect(factsFor('2027-02-08', own)).toEqual([
    { kind: 'custom', name: 'Rosenmontag' },
    { kind: 'school_free', name: 'Rosenmontag, GGS Am Hafen' },
  ])
  expect(factsFor('2027-02-09', own)).toEqual([])
})

test('a custom day is no quiet day, weekends and holidays are', () => {
  expect(['2027-02-08', '2026-11-28', '2026-10-19', '2027-05-06'].map(isQuietDay)).toEqual([
    false,
    true,
    true,
    true,
  ])
})

test('nonsense is no day', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      if (isLocalDay(typed)) expect(typed).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }),
  )
  expect(['2026-02-30', '2026-13-01', '26-01-01', '', '2026-1-1'].some(isLocalDay)).toBe(false)
})

describe('a beweglicher Ferientag', () => {
  const today = '2026-11-22'
  test.each([
    ['in the holidays', '2026-12-28', 'ohnehin frei: Weihnachtsferien'],
    ['on a public holiday', '2027-05-06', 'ohnehin frei: Christi Himmelfahrt'],
    ['on a Saturday', '2026-11-28', 'Wochenende'],
    ['of last year', '2026-02-16', 'vorbei'],
  ])('%s is refused', (_name, day, words) => expect(faultOf(day, today, [])).toContain(words))

  test('is fixed on a school day, also one that has passed', () => {
    expect(faultOf('2027-02-08', today, [])).toBeUndefined()
    expect(faultOf('2026-09-14', today, [])).toBeUndefined()
  })

  test('of more than ten nobody writes down another, but changes one', () => {
    const year = Array.from({ length: 10 }, (_, i) => `2027-06-${10 + i}`)
    expect(faultOf('2027-02-08', today, year)).toContain('Mehr als 10')
    expect(faultOf('2027-06-10', today, year)).toBeUndefined()
  })

  test('too many for the year are told, not refused', () => {
    expect(quotaHint('2026/27', 3)).not.toContain('prüfen')
    expect(quotaHint('2026/27', 4)).toContain('Hier stehen 4')
    expect(quotaHint('2040/41', 1)).toContain('nicht bekannt')
  })
})
