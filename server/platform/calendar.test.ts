import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, escapeText, foldLine } from './calendar.ts'

const at = (iso: string) => new Date(iso)

describe('calendar files', () => {
  const event = {
    ...{ id: 'x', sequence: 3, isCancelled: false, location: '', description: '' },
    startsAt: at('2026-11-27T13:30:00Z'),
    endsAt: at('2026-11-27T15:00:00Z'),
    changedAt: at('2026-11-20T08:00:00Z'),
    summary: 'Brüche; teilen, falten',
    url: 'https://lernen25.example/plg/x/termine/1',
  }

  test('say the local time with its zone, how often it changed, and whether it is off', () => {
    const text = calendarOf('Lernen 25', [event, { ...event, isCancelled: true }])
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20261127T143000\r\n')
    expect(text).toContain('DTSTAMP:20261120T080000Z\r\n')
    expect(text).toContain('SEQUENCE:3\r\n')
    expect(text).toContain('SUMMARY:Brüche\\; teilen\\, falten\r\n')
    expect(text).toContain('STATUS:CANCELLED\r\n')
    expect(text).toContain('BEGIN:VTIMEZONE\r\n')
  })

  const unescaped = (text: string) =>
    text.replace(/\\([\\;,nN])/g, (_all, mark: string) => (/n/i.test(mark) ? '\n' : mark))

  test('any text comes back as it was, and cannot begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const given = typed.toWellFormed().replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
        expect(escapeText(given)).not.toMatch(/[\r\n]/)
        expect(unescaped(escapeText(given))).toBe(given)
      }),
    )
  })

  test('no line is longer than 75 bytes, and unfolding gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const line = `SUMMARY:${escapeText(typed.toWellFormed())}`
        const folded = foldLine(line)
        for (const piece of folded.split('\r\n'))
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
      }),
    )
  })
})
