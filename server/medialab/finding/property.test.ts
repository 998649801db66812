import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHelper, aLab, anOffer, aResource, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { place } from '../placing/commands.ts'
import type { Wanted, When } from '../placing/contract.ts'
import { alternativesTo, findFor } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
const wish = fc.record({
  what: fc.constantFrom('Raum', 'Zone', 'Kiste', 'Haufen', 'Beratung'),
  day: fc.constantFrom('2026-11-30', '2026-12-01', '2026-12-05'),
  from: fc.integer({ min: 7, max: 16 }),
  hours: fc.integer({ min: 1, max: 3 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  isLoan: fc.boolean(),
})

test('what is said to be free can be booked, what is not is refused, other times are true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 4, maxLength: 12 }), async (all) => {
      await emptyDatabase()
      await aLab()
      const staff = await anActor('smz_staff')
      const room = await aSet({ kind: 'room', name: 'Raum', places: 2, minutesAfter: 60 })
      const zone = await anOffer({ kind: 'zone', name: 'Zone', roomId: room.id })
      await aResource({ offerId: zone.id })
      const box = await aSet({ name: 'Kiste' })
      const heap = await aSet({ name: 'Haufen' }, { total: 4 })
      const advice = await anOffer({ kind: 'advice', name: 'Beratung' })
      await aHelper(staff.id, [advice.id])
      const offers = { Raum: room, Zone: zone, Kiste: box, Haufen: heap, Beratung: advice }
      const take = (slug: string, quantity: number, when: When) =>
        place(staff, {
          ...{ offers: [{ slug, quantity }], dates: [when], schoolId: null, purpose: 'Probe' },
          ...{ subject: '', grade: null, participants: null, phone: '', plgId: null },
          ...{ projectId: null, isDelivered: false, outSiteId: null, skips: false, override: '' },
          clientKey: randomUUID(),
        } satisfies Wanted)
      for (const { what, day, from, hours, quantity, isLoan } of all) {
        const { id, slug } = offers[what]
        const when: When = isLoan
          ? { from: day, to: '2026-12-07', span: null }
          : { from: day, to: day, span: { from: clock(from), to: clock(from + hours) } }
        const asked = new URLSearchParams({
          ...{ tag: day, was1: what, anzahl1: String(quantity) },
          ...(isLoan
            ? { art: 'leihe', bis_tag: '2026-12-07' }
            : { von: clock(from), bis: clock(from + hours) }),
        })
        const { needs } = await findFor(staff, asked)
        const found = needs[0]?.offers.find((one) => one.slug === slug)
        expect(found).toBeDefined()
        const others = await alternativesTo([{ id, quantity }], when)
        const { kind } = await take(slug, quantity, when)
        expect({ found, kind }).toMatchObject({ kind: found?.isFree ? 'placed' : 'refused' })
        const [other] = others
        if (kind === 'refused' && other)
          expect(await take(slug, quantity, other)).toMatchObject({ kind: 'placed' })
      }
    }),
    { numRuns: 8 },
  )
})
