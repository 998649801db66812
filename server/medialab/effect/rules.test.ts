import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../stock/contract.ts'
import { peakOf } from '../stock/rules.ts'
import { effectIn, MOST_SHOWN, type ComingDate } from './contract.ts'
import { crowdedOut, effectOf } from './rules.ts'

const claims = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 1, max: 6 }),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ from, length, quantity }, at): Claim => ({
      ...{ from, to: from + length, quantity, dateId: String(at) },
      ...{ resourceId: 'r', lock: 'counted' },
    })),
  )
const EVER = { from: 0, to: 100 }

test('what is left never takes more than there is, and whoever would still fit in is left', () => {
  fc.assert(
    fc.property(claims, fc.integer({ min: 0, max: 12 }), (all, most) => {
      const out = crowdedOut(all, most)
      const left = all.filter(({ dateId }) => !out.includes(dateId))
      expect(peakOf(left, EVER)).toBeLessThanOrEqual(most)
      for (const [at, claim] of all.entries()) {
        if (!out.includes(claim.dateId)) continue
        // Nobody has to go but for those who came before.
        const before = all.slice(0, at).filter(({ dateId }) => !out.includes(dateId))
        expect(peakOf(before, claim) + claim.quantity).toBeGreaterThan(most)
      }
      if (peakOf(all, EVER) <= most) expect(out).toEqual([])
    }),
  )
})

test('an effect travels through the form and back; a long one says how much more there is', () => {
  const date = (n: number): ComingDate => ({
    ...{ id: `d${n}`, bookingId: 'b', number: `2026-${n}`, isLoan: false, isOut: false },
    ...{ startsAt: new Date(0), endsAt: new Date(1), school: null },
    offers: [{ name: 'Raum', kind: 'room' }],
  })
  const all = Array.from({ length: MOST_SHOWN + 3 }, (_, n) => date(n))
  const effect = effectOf(all, 'key')
  expect(effectIn(JSON.stringify(effect))).toEqual(effect)
  expect(effect).toMatchObject({ more: 3, key: 'key' })
  expect(effectIn('Jemand hat geändert')).toBeUndefined()
  expect(effectIn(undefined)).toBeUndefined()
})
