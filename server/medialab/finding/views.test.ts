import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aHelper, aLab, anOffer, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { place } from '../placing/commands.ts'
import type { Wanted, When } from '../placing/contract.ts'
import { previewOf } from '../checkout/views.ts'
import { alternativesTo } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  staff = await anActor('smz_staff')
  await aLab()
})

const MONDAY = '2026-11-30'
const inLab = (from: string, to: string, day = MONDAY): When => ({
  ...{ from: day, to: day, span: { from, to } },
})
const loan = (from: string, to: string): When => ({ from, to, span: null })
const WANTED = {
  ...{ schoolId: null, purpose: 'Probe', subject: '', grade: null, outSiteId: null },
  ...{ participants: null, phone: '', plgId: null, projectId: null, isDelivered: false },
  ...{ skips: false, override: '', clientKey: randomUUID() },
}
const take = (offers: Wanted['offers'], dates: When[]) =>
  place(staff, { ...WANTED, offers, dates, clientKey: randomUUID() })

describe('the next free times', () => {
  test('of a room: the nearest hours of that day, then the same hour of the next', async () => {
    const room = await aSet({ kind: 'room' })
    const wish = inLab('10:00', '12:00')
    await take([{ slug: room.slug, quantity: 1 }], [wish])
    const times = await alternativesTo([{ id: room.id, quantity: 1 }], wish)
    expect(times).toEqual([
      inLab('08:00', '10:00'),
      inLab('12:00', '14:00'),
      inLab('10:00', '12:00', '2026-12-01'),
    ])
    for (const when of times)
      expect(await take([{ slug: room.slug, quantity: 1 }], [when])).toMatchObject({
        kind: 'placed',
      })
  })
  test('of several things together, and never over a day on which nothing is open', async () => {
    const room = await aSet({ kind: 'room' })
    const pool = await aSet({}, { total: 30 })
    await take([{ slug: pool.slug, quantity: 20 }], [inLab('08:00', '17:00')])
    await take([{ slug: room.slug, quantity: 1 }], [inLab('08:00', '17:00', '2026-12-01')])
    const both = [
      { id: room.id, quantity: 1 },
      { id: pool.id, quantity: 15 },
    ]
    const [first] = await alternativesTo(both, inLab('10:00', '12:00'))
    expect(first).toEqual(inLab('10:00', '12:00', '2026-12-02'))
    const [afterFriday] = await alternativesTo(both, inLab('08:00', '17:00', '2026-12-04'))
    expect(afterFriday?.from).toBe('2026-12-07')
  })
  test('of a loan: as many days, brought back when the lab takes things', async () => {
    const set = await aSet({ turnaroundSchoolDays: 0 })
    await take([{ slug: set.slug, quantity: 1 }], [loan('2026-11-30', '2026-12-01')])
    expect(await alternativesTo([{ id: set.id, quantity: 1 }], loan(MONDAY, '2026-12-02'))).toEqual(
      [
        loan('2026-12-02', '2026-12-04'),
        loan('2026-12-03', '2026-12-07'),
        loan('2026-12-04', '2026-12-07'),
      ],
    )
  })
  test('of advice: when somebody is there to give it', async () => {
    const advice = await anOffer({ kind: 'advice' })
    await aHelper((await anActor('smz_staff')).id, [advice.id])
    await take([{ slug: advice.slug, quantity: 1 }], [inLab('09:00', '16:30')])
    const [first] = await alternativesTo([{ id: advice.id, quantity: 1 }], inLab('10:00', '11:00'))
    expect(first).toEqual(inLab('08:00', '09:00'))
  })
  test('today: none that has passed; of what is hidden, upside down or too much: none', async () => {
    const room = await aSet({ kind: 'room' })
    const draft = await aSet({ state: 'draft' })
    const [first] = await alternativesTo(
      [{ id: room.id, quantity: 1 }],
      inLab('08:00', '09:00', '2026-11-27'),
    )
    expect(first).toEqual(inLab('09:30', '10:30', '2026-11-27'))
    const none = [
      alternativesTo([{ id: draft.id, quantity: 1 }], inLab('08:00', '09:00')),
      alternativesTo([{ id: room.id, quantity: 1 }], inLab('12:00', '10:00')),
      alternativesTo([{ id: room.id, quantity: 2 }], inLab('08:00', '09:00')),
      alternativesTo([], inLab('08:00', '09:00')),
    ]
    expect(await Promise.all(none)).toEqual([[], [], [], []])
  })
})

test('who asks at the same moment shares the free times and nothing else', async () => {
  const school = await aSchool()
  const [limited, free] = [
    await anActor('teacher', { schoolId: school.id }),
    await anActor('teacher', { schoolId: (await aSchool()).id }),
  ]
  const room = await aSet({ kind: 'room', maxOpenPerPerson: 1 })
  const wish = inLab('10:00', '12:00')
  const offers = [{ slug: room.slug, quantity: 1 }]
  await take(offers, [wish])
  // This one has something of it already: their limit is theirs alone.
  await place(limited, { ...WANTED, offers, dates: [inLab('12:00', '13:00')], schoolId: school.id })
  const asked = (schoolId: string) => ({
    ...{ basket: `${room.slug}:1`, way: 'lab' as const, day: MONDAY, from: '10:00', to: '12:00' },
    ...{ purpose: 'Nur für mich', subject: '', phone: '0203 1', name: '', override: '' },
    ...{ clientKey: '', schoolId },
  })
  const [theirs, own] = await Promise.all([
    previewOf(limited, asked(school.id)),
    previewOf(free, asked(free.memberships[0]?.schoolId ?? '')),
  ])
  expect(JSON.stringify(own)).not.toMatch(/Nur für mich|0203/)
  expect(theirs.dates[0]?.faults).not.toEqual(own.dates[0]?.faults)
  expect(theirs.alternatives).toEqual([])
  expect(own.alternatives).toEqual(await alternativesTo([{ id: room.id, quantity: 1 }], wish))
  for (const one of own.alternatives)
    expect(Object.keys(one).sort()).toEqual(['from', 'span', 'to'])
})
