import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfHalf, halfOf, isQuietDay, runningHalf } from '#server/schools/calendar/contract.ts'
import { canBeParent, horizonOn, isFar, promptsOf } from './rules.ts'
import { dueText } from './words.ts'

const day = fc
  .date({ min: new Date('2025-08-01'), max: new Date('2030-07-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test('the horizon is a school day that is not over, at most a half year and a holiday away', () => {
  fc.assert(
    fc.property(day, (today) => {
      const { from, dueOn } = horizonOn(today)
      expect(dueOn >= today).toBe(true)
      expect(isQuietDay(dueOn)).toBe(false)
      expect(isFar(today, dueOn)).toBe(false)
      expect(endOfHalf(from)).toBe(dueOn)
      // The day itself still belongs to its half, the day after to another one.
      expect(runningHalf(dueOn)).toEqual(from)
      const after = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10)
      expect(runningHalf(after)).not.toEqual(from)
    }),
  )
})

test.each([
  ['2026-11-23', { schoolYear: '2026/27', half: 1 }, '2027-01-29'],
  ['2027-01-30', { schoolYear: '2026/27', half: 2 }, '2027-07-16'],
  ['2027-02-01', { schoolYear: '2026/27', half: 2 }, '2027-07-16'],
  ['2027-07-20', { schoolYear: '2027/28', half: 1 }, '2028-01-31'],
  ['2027-08-01', { schoolYear: '2027/28', half: 1 }, '2028-01-31'],
])('from %s a goal reaches to the end of %o', (today, from, dueOn) => {
  expect(horizonOn(today)).toEqual({ from, dueOn })
})

test('halves change on 1 February and 1 August', () => {
  expect(halfOf('2027-01-31')).toEqual({ schoolYear: '2026/27', half: 1 })
  expect(halfOf('2027-02-01')).toEqual({ schoolYear: '2026/27', half: 2 })
  expect(halfOf('2027-08-01')).toEqual({ schoolYear: '2027/28', half: 1 })
})

test('more than twelve months are far', () => {
  expect(isFar('2026-11-23', '2027-11-23')).toBe(false)
  expect(isFar('2026-11-23', '2027-11-24')).toBe(true)
})

test('steps have no steps, and nothing is a step of itself', () => {
  const child = { id: 'c', hasSteps: false }
  expect(canBeParent({ id: 'p', parentId: null }, child)).toBe(true)
  expect(canBeParent({ id: 'p', parentId: null }, null)).toBe(true)
  expect(canBeParent({ id: 'c', parentId: null }, child)).toBe(false)
  expect(canBeParent({ id: 'p', parentId: 'x' }, child)).toBe(false)
  expect(canBeParent({ id: 'p', parentId: null }, { ...child, hasSteps: true })).toBe(false)
})

test('what a goal asks for: a result when it is late, a check-in after six weeks', () => {
  const goal = { number: 1, title: 'Ziel', dueOn: '2027-01-29', heardOn: '2026-11-01' }
  const kinds = (given: object) =>
    promptsOf([{ ...goal, ...given }], '2026-11-23').map((p) => p.kind)
  expect(kinds({})).toEqual([])
  expect(kinds({ heardOn: '2026-10-12' })).toEqual(['quiet'])
  expect(kinds({ dueOn: '2026-11-22' })).toEqual(['late'])
  expect(kinds({ dueOn: '2026-11-30' })).toEqual(['ending'])
})

test.each([
  [-1, 'Überfällig seit 1 Tag'],
  [-3, 'Überfällig seit 3 Tagen'],
  [0, 'Heute fällig'],
  [1, 'Morgen fällig'],
  [14, 'Fällig in 14 Tagen'],
  [15, 'Fällig am 29.01.2027'],
])('%s days left: %s', (left, text) => expect(dueText('2027-01-29', left)).toBe(text))
