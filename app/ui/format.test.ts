import { describe, expect, it } from 'vitest'
import { day, initials, longDay, number, plural, time, when } from '#app/ui/format.ts'

const now = new Date('2026-11-27T12:00:00Z')

describe('dates', () => {
  it('are written for Berlin, whatever the zone of the machine', () => {
    expect(day('2026-11-26T23:30:00Z')).toBe('27.11.2026')
    expect(day('2026-11-27')).toBe('27.11.2026')
    expect(longDay(now)).toBe('Freitag, 27. November 2026')
    expect(longDay('2026-03-01')).toBe('Sonntag, 1. März 2026')
    expect(longDay('1969-12-31')).toBe('Mittwoch, 31. Dezember 1969')
  })

  it('know summer time', () => {
    expect(time('2026-11-27T10:40:00Z')).toBe('11:40')
    expect(time('2026-07-01T10:40:00Z')).toBe('12:40')
    expect(time('2026-11-26T23:00:00Z')).toBe('00:00')
  })
})

describe('when', () => {
  it.each([
    ['2026-11-27T10:40:00Z', 'heute, 11:40'],
    ['2026-11-26T08:12:00Z', 'gestern, 09:12'],
    ['2026-11-26T23:05:00Z', 'heute, 00:05'],
    ['2026-11-28T08:12:00Z', 'morgen, 09:12'],
    ['2026-11-23T08:12:00Z', 'Mo, 23.11., 09:12'],
    ['2026-01-05T08:12:00Z', 'Mo, 05.01., 09:12'],
    ['2025-11-23T08:12:00Z', '23.11.2025'],
  ])('says of %s: %s', (instant, words) => {
    expect(when(instant, now)).toBe(words)
  })

  it('says "gestern" over New Year', () => {
    expect(when('2026-12-31T17:00:00Z', '2027-01-01T09:00:00Z')).toBe('gestern, 18:00')
  })
})

describe('numbers', () => {
  it('have German marks', () => {
    expect(number(1234.5)).toBe('1.234,5')
  })

  it('agree with their noun', () => {
    expect(plural(1, 'Beitrag', 'Beiträge')).toBe('1 Beitrag')
    expect(plural(0, 'Beitrag', 'Beiträge')).toBe('0 Beiträge')
    expect(plural(2000, 'Beitrag', 'Beiträge')).toBe('2.000 Beiträge')
  })
})

describe('initials', () => {
  it.each([
    ['Meike Thomas', 'MT'],
    ['Dr. Anna-Lena von der Heide', 'AH'],
    ['Özlem Çelik', 'ÖÇ'],
    ['Cher', 'C'],
    ['', '?'],
  ])('of "%s" are %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
