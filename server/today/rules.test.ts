import { expect, test } from 'vitest'
import { greetingAt } from './rules.ts'

test.each([
  ['2026-11-27T08:00:00Z', 'Guten Morgen'],
  ['2026-07-01T08:59:00Z', 'Guten Morgen'],
  ['2026-07-01T09:00:00Z', 'Guten Tag'],
  ['2026-11-27T16:59:00Z', 'Guten Tag'],
  ['2026-11-27T17:00:00Z', 'Guten Abend'],
  ['2026-11-27T03:30:00Z', 'Guten Abend'],
  ['2026-11-27T04:00:00Z', 'Guten Morgen'],
])('at %s people hear "%s"', (instant, greeting) => {
  expect(greetingAt(new Date(instant))).toBe(greeting)
})
