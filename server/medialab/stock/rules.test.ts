import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, Resource, Stock } from './contract.ts'
import { byResource, claimsFor, freeOf, peakOf } from './rules.ts'

const resource = (id: string, given: Partial<Resource> = {}): Resource => ({
  ...{ id, code: id, label: id, isCounted: false, total: 1, reserve: 0, broken: 0, state: 'ok' },
  ...given,
})
const stock = (given: Partial<Stock> = {}): Stock => ({
  ...{ id: 'offer', kind: 'set', needsStaff: false, minutesBefore: 0, minutesAfter: 0 },
  ...{ turnaroundSchoolDays: 0, resources: [resource('a')], room: null, staff: [] },
  ...given,
})
const held = (resourceId: string, from: number, to: number, given: Partial<Claim> = {}): Claim => ({
  ...{ dateId: 'd', resourceId, from, to, quantity: 1, lock: 'own' },
  ...given,
})
const need = (from: number, to: number, quantity = 1, participants: number | null = null) => ({
  ...{ blocked: { from, to }, quantity, participants },
})
const COUNTED = stock({ resources: [resource('pool', { isCounted: true, total: 30, broken: 2 })] })

test('of what is counted as many are free as at the worst moment', () => {
  const claims = byResource([
    held('pool', 0, 10, { quantity: 12, lock: 'counted' }),
    held('pool', 10, 20, { quantity: 5, lock: 'counted' }),
    held('pool', 8, 12, { quantity: 3, lock: 'counted' }),
  ])
  expect(freeOf(COUNTED, claims, need(0, 20))).toBe(30 - 2 - 15)
  expect(freeOf(COUNTED, claims, need(12, 20))).toBe(30 - 2 - 5)
  expect(claimsFor(COUNTED, claims, need(0, 20, 14))).toEqual({ of: 'offer', free: 13 })
})

test('of single ones those are taken that are free and whole', () => {
  const three = stock({
    resources: [resource('a'), resource('b', { state: 'repair' }), resource('c')],
  })
  const claims = byResource([held('a', 0, 10)])
  expect(freeOf(three, claims, need(5, 15))).toBe(1)
  expect(claimsFor(three, claims, need(5, 15))).toMatchObject([{ resourceId: 'c', lock: 'own' }])
  expect(claimsFor(three, claims, need(10, 15, 2))).toHaveLength(2)
})

describe('a zone', () => {
  const room = { resource: resource('room'), places: 30 }
  const zone = stock({ kind: 'zone', resources: [resource('z')], room })
  test('goes beside another one while there are places, not with the whole room', () => {
    const shared = byResource([held('room', 0, 10, { lock: 'shared', quantity: 20 })])
    expect(freeOf(zone, shared, need(0, 5, 1, 10))).toBe(1)
    expect(claimsFor(zone, shared, need(0, 5, 1, 11))).toEqual({ of: 'room', free: 0 })
    expect(freeOf(zone, byResource([held('room', 0, 10)]), need(0, 5))).toBe(0)
    expect(claimsFor(zone, shared, need(0, 5, 1, 10))).toMatchObject([
      { resourceId: 'z', lock: 'own' },
      { resourceId: 'room', lock: 'shared', quantity: 10 },
    ])
  })
  test('keeps an event out of its room', () => {
    const event = stock({ kind: 'event', resources: [], room })
    const shared = byResource([held('room', 0, 10, { lock: 'shared' })])
    expect(freeOf(event, shared, need(5, 6))).toBe(0)
    expect(claimsFor(event, shared, need(10, 12))).toMatchObject([{ resourceId: 'room' }])
  })
})

test('advice takes somebody who has time', () => {
  const staff = [resource('anna', { code: null }), resource('ben', { code: null })]
  const advice = stock({ kind: 'advice', resources: [], staff })
  expect(claimsFor(advice, byResource([held('anna', 0, 10)]), need(5, 6))).toMatchObject([
    { resourceId: 'ben' },
  ])
  const nobody = byResource([held('anna', 0, 10), held('ben', 0, 10)])
  expect(claimsFor(advice, nobody, need(5, 6))).toEqual({ of: 'staff', free: 0 })
  expect(freeOf(advice, nobody, need(5, 6))).toBe(0)
})

test('the peak is what a look at every moment finds', () => {
  const claim = fc.record({
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 6 }),
    quantity: fc.integer({ min: 1, max: 4 }),
  })
  const span = fc.record({
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 12 }), span, (all, { from, length }) => {
      const claims = all.map((one) =>
        held('r', one.from, one.from + one.length, { quantity: one.quantity, lock: 'counted' }),
      )
      const naive = Math.max(
        ...Array.from({ length }, (_, n) => from + n).map((at) =>
          claims
            .filter((one) => one.from <= at && at < one.to)
            .reduce((sum, { quantity }) => sum + quantity, 0),
        ),
      )
      expect(peakOf(claims, { from, to: from + length })).toBe(naive)
    }),
  )
})
