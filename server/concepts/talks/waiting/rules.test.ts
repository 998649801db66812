import { expect, test } from 'vitest'
import type { Stand } from './contract.ts'
import { stepOf } from './rules.ts'

const AT = new Date('2026-11-02T09:00:00Z')
const inDays = (days: number) => new Date(AT.getTime() + days * 86_400_000)
const stand = (given: Partial<Stand>): Stand => ({
  ...{ state: 'open', startsAt: null, dueOn: '2027-06-30', isReady: false, hasReflected: false },
  ...{ hasProposed: false, hasSigned: false, otherProposed: false, otherSigned: false },
  ...{ couldShare: false, ...given },
})
const later = { state: 'scheduled', startsAt: inDays(30) } as const
const soon = { state: 'scheduled', startsAt: inDays(3) } as const
const past = { state: 'prepared', startsAt: inDays(-1) } as const

test.each<[string, Partial<Stand>, string | undefined, string | undefined]>([
  ['without a date, long before the day', {}, undefined, undefined],
  ['without a date, near the day', { dueOn: '2026-12-20' }, 'propose-date', undefined],
  ['without a date, late', { dueOn: '2026-10-01' }, 'propose-date', undefined],
  ['own dates stand', { dueOn: '2026-12-20', hasProposed: true }, undefined, undefined],
  ['dates of the other side stand', { otherProposed: true }, 'choose-date', 'choose-date'],
  ['agreed upon, later', later, 'prepare', undefined],
  ['agreed upon, soon', soon, 'prepare', 'prepare'],
  ['soon and ready', { ...soon, isReady: true }, undefined, undefined],
  ['its day is over', past, 'was-held', 'was-held'],
  ['held', { state: 'held' }, 'sign', undefined],
  ['held, the other side has signed', { state: 'held', otherSigned: true }, 'sign', 'sign'],
  ['held and signed by oneself', { state: 'held', hasSigned: true }, undefined, undefined],
  ['agreed', { state: 'agreed', startsAt: inDays(-9) }, undefined, undefined],
  ['closed', { state: 'closed', startsAt: inDays(-9) }, undefined, undefined],
])('%s', (_, given, school, authority) => {
  expect(stepOf('school', stand(given), AT)?.kind).toBe(school)
  expect(stepOf('authority', stand(given), AT)?.kind).toBe(authority)
})

test('what is missing is named, and a school is never told that it is late', () => {
  const lacks = (given: Partial<Stand>) => {
    const step = stepOf('school', stand({ ...soon, ...given }), AT)
    return step?.kind === 'prepare' ? step.lacks : []
  }
  expect(lacks({ couldShare: true })).toEqual(['reflection', 'version', 'readiness'])
  expect(lacks({ hasReflected: true })).toEqual(['readiness'])
  expect(stepOf('school', stand({ dueOn: '2026-10-01' }), AT)).toEqual({
    ...{ kind: 'propose-date', dueOn: null },
  })
})
