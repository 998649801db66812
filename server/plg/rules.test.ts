import { describe, expect, test } from 'vitest'
import { isRecent, joiningOf, leaving, slugCandidates, staysLed } from './rules.ts'

describe('leaving', () => {
  test.each([
    ['member', { all: 3, leads: 1 }, 'free'],
    ['lead', { all: 3, leads: 2 }, 'free'],
    ['lead', { all: 3, leads: 1 }, 'last-lead'],
    ['lead', { all: 1, leads: 1 }, 'last'],
    ['member', { all: 1, leads: 0 }, 'last'],
  ])('%s of %o: %s', (role, active, expected) => {
    expect(leaving(role, active)).toBe(expected)
  })
})

test('the last lead cannot be made a member', () => {
  expect(staysLed('lead', { leads: 1 })).toBe(false)
  expect(staysLed('lead', { leads: 2 })).toBe(true)
  expect(staysLed('member', { leads: 1 })).toBe(true)
})

test('walled groups stay closed, whatever was sent', () => {
  expect(joiningOf('supervision', 'open')).toBe('closed')
  expect(joiningOf('principals_circle', 'by_request')).toBe('closed')
  expect(joiningOf('subject_team', 'by_request')).toBe('by_request')
})

describe('addresses', () => {
  test('the plain one first, then numbers, then marks', () => {
    const tries = slugCandidates('lesen', 'open', ['abc'])
    expect(tries.slice(0, 3)).toEqual(['lesen', 'lesen-2', 'lesen-3'])
    expect(tries.at(-1)).toBe('lesen-abc')
  })
  test('never the address of a page', () => {
    expect(slugCandidates('neu', 'open', ['abc'])).not.toContain('neu')
  })
  test('a closed PLG never takes the plain one', () => {
    expect(slugCandidates('lesen', 'closed', ['abc', 'def'])).toEqual(['lesen-abc', 'lesen-def'])
  })
})

test('an hour is enough to take something back', () => {
  const now = new Date('2026-11-27T09:00:00Z')
  expect(isRecent(new Date('2026-11-27T08:00:01Z'), now)).toBe(true)
  expect(isRecent(new Date('2026-11-27T08:00:00Z'), now)).toBe(false)
  expect(isRecent(null, now)).toBe(false)
})
