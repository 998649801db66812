import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Opening } from './contract.ts'
import {
  closedBy,
  dayAfter,
  holidaysIn,
  isOpenFor,
  isSchoolDay,
  nextHandover,
  returnDay,
  schoolDaysAfter,
  schoolDaysOf,
  spansOn,
} from './rules.ts'

const always = { validFrom: null, validUntil: null }
const OPENING: Opening = {
  hours: [
    ...[1, 2, 3, 4, 5].map((weekday) => ({
      ...{ weekday, purpose: 'open' as const, from: '08:00', to: '17:00', ...always },
    })),
    ...[1, 3].map((weekday) => ({
      ...{ weekday, purpose: 'handover' as const, from: '13:00', to: '16:00', ...always },
    })),
  ],
  closures: [
    { startsOn: '2026-12-21', endsOn: '2027-01-06', reason: 'SMZ geschlossen', effect: 'closed' },
    { startsOn: '2027-02-15', endsOn: '2027-02-15', reason: 'Inventur', effect: 'no_handover' },
  ],
}

describe('when it is open', () => {
  test('by weekday and purpose; not on public holidays and closed days', () => {
    expect(spansOn(OPENING, '2026-11-30', 'open')).toEqual([{ from: '08:00', to: '17:00' }])
    expect(spansOn(OPENING, '2026-11-29', 'open')).toEqual([])
    expect(spansOn(OPENING, '2026-12-01', 'handover')).toEqual([])
    expect(closedBy(OPENING, '2026-12-21', 'open')).toBe('SMZ geschlossen')
    expect(closedBy(OPENING, '2027-05-06', 'open')).toBe('Christi Himmelfahrt')
    expect(spansOn(OPENING, '2027-02-15', 'open')).toHaveLength(1)
    expect(spansOn(OPENING, '2027-02-15', 'handover')).toEqual([])
  })
  test('hours that touch are one span; a time that begins before is not open', () => {
    const split: Opening = {
      closures: [],
      hours: [
        { weekday: 1, purpose: 'open', from: '12:00', to: '16:00', ...always },
        { weekday: 1, purpose: 'open', from: '08:00', to: '12:00', ...always },
        { weekday: 1, purpose: 'open', from: '17:00', to: '18:00', ...always },
      ],
    }
    const monday = '2026-11-30'
    expect(spansOn(split, monday, 'open')).toHaveLength(2)
    expect(isOpenFor(split, monday, { from: '11:00', to: '13:00' }, 'open')).toBe(true)
    expect(isOpenFor(split, monday, { from: '07:59', to: '09:00' }, 'open')).toBe(false)
    expect(isOpenFor(split, monday, { from: '15:00', to: '17:30' }, 'open')).toBe(false)
  })
  test('hours of a while hold in that while', () => {
    const summer: Opening = {
      closures: [],
      hours: [
        {
          ...{ weekday: 1, purpose: 'open', from: '08:00', to: '12:00' },
          ...{ validFrom: '2027-03-01', validUntil: '2027-03-31' },
        },
      ],
    }
    expect(spansOn(summer, '2027-02-22', 'open')).toEqual([])
    expect(spansOn(summer, '2027-03-29', 'open')).toEqual([])
    expect(spansOn(summer, '2027-03-08', 'open')).toHaveLength(1)
  })
})

describe('loans', () => {
  test('count days of school: neither weekends nor holidays', () => {
    expect(schoolDaysOf('2026-11-30', '2026-12-04', 'not_counted')).toBe(5)
    expect(schoolDaysOf('2026-12-21', '2027-01-08', 'not_counted')).toBe(4)
    expect(schoolDaysOf('2026-12-21', '2027-01-08', 'counted')).toBe(13)
    expect(schoolDaysOf('2026-12-04', '2026-11-30', 'not_counted')).toBe(0)
    expect(holidaysIn('2026-12-18', '2027-01-11')).toEqual(['Weihnachtsferien'])
  })
  test('come back on the next day on which things are taken', () => {
    const wanted = { schoolDays: 3, holidays: 'not_counted' as const }
    expect(returnDay(OPENING, '2026-11-30', wanted)).toEqual({ day: '2026-12-02', isMoved: false })
    expect(returnDay(OPENING, '2026-12-01', wanted)).toEqual({ day: '2026-12-07', isMoved: true })
    expect(returnDay(OPENING, '2026-12-16', wanted)).toEqual({ day: '2027-01-11', isMoved: true })
    expect(nextHandover({ hours: [], closures: [] }, '2026-12-01')).toBeUndefined()
  })
  test('29 February is a day like others', () => {
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
    expect(schoolDaysOf('2028-02-28', '2028-03-01', 'not_counted')).toBe(3)
  })
  test('whatever the day, so many school days later is a school day with as many between', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((n) => dayAfter('2026-08-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const to = schoolDaysAfter(from, days)
        expect(isSchoolDay(to)).toBe(true)
        expect(schoolDaysOf(dayAfter(from), to, 'not_counted')).toBe(days)
      }),
    )
  })
})
