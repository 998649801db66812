import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aHelper, aLab, anOffer, aResource, aSet, heldOf } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aSeat, aWorkshop } from '#db/factories/workshop.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import type { Wanted } from './contract.ts'
import { place } from './commands.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let school: Awaited<ReturnType<typeof aSchool>>
let teacher: Actor

beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool()
  teacher = await anActor('teacher', { schoolId: school.id })
  await aLab()
})

/** A Monday on which nothing is free or closed. */
const MONDAY = '2026-11-30'
const inLab = (from: string, to: string, day = MONDAY) => ({
  ...{ from: day, to: day, span: { from, to } },
})
const wanted = (slugs: string[], given: Partial<Wanted> = {}): Wanted => ({
  offers: slugs.map((slug) => ({ slug, quantity: 1 })),
  dates: [inLab('10:00', '12:00')],
  ...{ schoolId: school.id, purpose: '6b Brüche', subject: '', grade: null, participants: null },
  ...{ phone: '', plgId: null, projectId: null, isDelivered: false, outSiteId: null },
  ...{ skips: false, override: '', clientKey: randomUUID() },
  ...given,
})
const dates = () => db().selectFrom('labDates').select(['startsAt', 'state']).execute()

test('a room and so many of a heap under one number, at 10 in Duisburg', async () => {
  const room = await aSet({ kind: 'room' })
  const pool = await aSet({}, { total: 30 })
  const input = wanted([room.slug])
  input.offers.push({ slug: pool.slug, quantity: 15 })
  const placed = await place(teacher, input)
  expect(placed).toMatchObject({ kind: 'placed', state: 'confirmed' })
  expect(await dates()).toMatchObject([{ startsAt: new Date('2026-11-30T09:00:00Z') }])
  expect(await heldOf(pool.resource.id, new Date('2026-11-30T10:00:00Z'))).toBe(15)
  expect(await place(teacher, input)).toMatchObject({ number: 'number' in placed && placed.number })
  expect(await dates()).toHaveLength(1)
})

test('two hundred who want one hour: one gets it, all others are told; nothing else is written', async () => {
  const room = await aSet({ kind: 'room' })
  const people = await Promise.all(Array.from({ length: 20 }, () => anActor('smz_staff')))
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, n) => place(people[n % 20] ?? teacher, wanted([room.slug]))),
  )
  expect(results.filter(({ kind }) => kind === 'placed')).toHaveLength(1)
  const sentences = results.flatMap((one) =>
    one.kind === 'refused' ? one.faults.map(({ sentence }) => sentence) : [],
  )
  expect(sentences).toHaveLength(199)
  expect(new Set(sentences).size).toBe(1)
  expect(sentences[0]).toContain('schon vergeben')
  expect(await dates()).toHaveLength(1)
})

test('five hundred at a heap of thirty: thirty get one, none is lost', async () => {
  const pool = await aSet({}, { total: 30 })
  const people = await Promise.all(Array.from({ length: 25 }, () => anActor('smz_staff')))
  const results = await Promise.all(
    Array.from({ length: 500 }, (_, n) => place(people[n % 25] ?? teacher, wanted([pool.slug]))),
  )
  expect(results.filter(({ kind }) => kind === 'placed')).toHaveLength(30)
  expect(await heldOf(pool.resource.id, new Date('2026-11-30T10:00:00Z'))).toBe(30)
})

test('the same form twice at once is one booking, also of the last one', async () => {
  const room = await aSet({ kind: 'room' })
  const input = wanted([room.slug])
  const results = await Promise.all([place(teacher, input), place(teacher, input)])
  expect(results.map(({ kind }) => kind)).toEqual(['placed', 'placed'])
  expect(await dates()).toHaveLength(1)
})

test('a series leaves out what does not go, when that is wanted', async () => {
  const room = await aSet({ kind: 'room' })
  const days = ['2026-11-30', '2026-12-07', '2026-12-25', '2026-12-14']
  const series = { dates: days.map((day) => inLab('10:00', '12:00', day)) }
  await place(
    await anActor('smz_staff'),
    wanted([room.slug], { dates: [inLab('11:00', '12:00', days[1])] }),
  )
  expect(await place(teacher, wanted([room.slug], series))).toMatchObject({
    kind: 'refused',
    faults: [
      { date: 1, isTaken: true },
      { date: 2, rule: 1, isTaken: false },
    ],
  })
  expect(await place(teacher, wanted([room.slug], { ...series, skips: true }))).toMatchObject({
    kind: 'placed',
    skipped: [{ date: 1 }, { date: 2 }],
  })
  expect(await dates()).toHaveLength(3)
})

test('who may not, and what one does not see', async () => {
  const room = await aSet({ kind: 'room' })
  const draft = await aSet({ state: 'draft' })
  await expect(place(await anActor(), wanted([room.slug]))).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await expect(place(teacher, wanted([draft.slug]))).rejects.toMatchObject({ name: 'NotFound' })
  await expect(place(teacher, wanted([room.slug], { override: 'So' }))).rejects.toMatchObject({
    name: 'Forbidden',
  })
  const waiting = await anActor('teacher', { schoolId: school.id, state: 'pending' })
  await expect(place(waiting, wanted([room.slug]))).rejects.toMatchObject({ name: 'Forbidden' })
})

describe('limits', () => {
  test('of a school hold when two ask at once', async () => {
    const pool = await aSet({ maxOpenPerSchool: 1 }, { total: 30 })
    const other = await anActor('teacher', { schoolId: school.id })
    const results = await Promise.all(
      [teacher, other].map((who) => place(who, wanted([pool.slug]))),
    )
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['placed', 'refused'])
  })
  test('are set aside by the SMZ with a reason', async () => {
    const pool = await aSet({ maxOpenPerSchool: 1 }, { total: 30 })
    await place(teacher, wanted([pool.slug]))
    const staff = await anActor('smz_staff')
    expect(await place(staff, wanted([pool.slug]))).toMatchObject({ kind: 'refused' })
    expect(await place(staff, wanted([pool.slug], { override: 'Abgesprochen' }))).toMatchObject({
      kind: 'placed',
    })
  })
})

test('what is refused is kept as demand, without a person; slips are not', async () => {
  const room = await aSet({ kind: 'room' })
  await place(await anActor('smz_staff'), wanted([room.slug]))
  await place(teacher, wanted([room.slug]))
  await place(teacher, wanted([room.slug], { dates: [inLab('12:00', '10:00')] }))
  const unmet = await db().selectFrom('labUnmet').selectAll().execute()
  expect(unmet).toMatchObject([{ schoolId: school.id, offerId: room.id, reason: 'occupied' }])
})

test('who was not shown how is told when they can be: at the next workshop of that name with a free seat', async () => {
  const laser = await aSet()
  const instruction = { id: randomUUID(), name: 'Lasercutter', kind: 'safety', validMonths: 12 }
  await db().insertInto('labInstructions').values(instruction).execute()
  await db()
    .insertInto('labOfferInstructions')
    .values({ offerId: laser.id, instructionId: instruction.id })
    .execute()
  const said = async () => {
    const placed = await place(teacher, wanted([laser.slug]))
    return placed.kind === 'refused' ? placed.faults[0]?.sentence : undefined
  }
  expect(await said()).toContain('Bitte fragen Sie das SMZ')
  const on = (day: string) => ({
    ...{ startsAt: new Date(`${day}T13:00:00Z`), endsAt: new Date(`${day}T15:00:00Z`) },
    signupUntil: new Date(`${day}T12:00:00Z`),
  })
  const title = 'Einweisung am Lasercutter'
  const full = await aWorkshop({ title, ...on('2026-12-01'), seats: 1 })
  await aSeat({ workshopId: full.id, personId: (await anActor('teacher')).id })
  await aWorkshop({ title, ...on('2026-12-02'), state: 'draft' })
  await aWorkshop({ title: 'Einweisung am 3D-Drucker', ...on('2026-12-03') })
  await aWorkshop({ title, ...on('2026-12-04'), signupUntil: new Date('2026-11-20T12:00:00Z') })
  await aWorkshop({ title, ...on('2026-12-10') })
  await aWorkshop({ title, ...on('2026-12-17') })
  expect(await said()).toContain('Der nächste Termin ist Do 10.12.2026.')
})

test('advice takes one of those who give it, and nobody twice', async () => {
  const advice = await anOffer({ kind: 'advice' })
  const other = await anOffer({ kind: 'advice' })
  await aHelper((await anActor('smz_staff')).id, [advice.id, other.id])
  expect(await place(teacher, wanted([advice.slug]))).toMatchObject({ kind: 'placed' })
  const taken = await place(teacher, wanted([other.slug]))
  expect(taken).toMatchObject({ kind: 'refused', faults: [{ shortOf: 'staff' }] })
})

test('a loan keeps its set until it is looked after: the school day behind it is held too', async () => {
  const set = await aSet({ turnaroundSchoolDays: 1 })
  const loan = { from: '2026-11-30', to: '2026-12-04', span: null }
  expect(await place(teacher, wanted([set.slug], { dates: [loan] }))).toMatchObject({
    kind: 'placed',
  })
  expect(await heldOf(set.resource.id, new Date('2026-12-07T12:00:00Z'))).toBe(1)
  expect(await heldOf(set.resource.id, new Date('2026-12-08T06:00:00Z'))).toBe(0)
})

test('rooms, zones and heaps at once, as a naive model says, whatever is asked', async () => {
  const op = fc.record({
    what: fc.constantFrom('room', 'zone', 'pool'),
    from: fc.integer({ min: 8, max: 15 }),
    hours: fc.integer({ min: 1, max: 2 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 10 }), async (all) => {
      const staff = await anActor('smz_staff')
      const room = await aSet({ kind: 'room' })
      const zone = await anOffer({ kind: 'zone', roomId: room.id })
      await aResource({ offerId: zone.id })
      const pool = await aSet({}, { total: 4 })
      const slugs = { room: room.slug, zone: zone.slug, pool: pool.slug }
      const held: { what: string; hour: number; quantity: number }[] = []
      for (const { what, from, hours, quantity } of all) {
        const hoursOf = Array.from({ length: hours }, (_, n) => from + n)
        const fits = hoursOf.every((hour) => {
          const now = held.filter((one) => one.hour === hour)
          if (what !== 'pool') return !now.some((one) => one.what !== 'pool')
          const taken = now.filter((one) => one.what === 'pool')
          return taken.reduce((sum, one) => sum + one.quantity, 0) + quantity <= 4
        })
        const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
        const input = wanted([], {
          dates: [inLab(clock(from), clock(from + hours))],
          override: 'Probe',
        })
        input.offers = [{ slug: slugs[what], quantity: what === 'pool' ? quantity : 1 }]
        const { kind } = await place(staff, input)
        expect(kind).toBe(fits ? 'placed' : 'refused')
        if (fits) for (const hour of hoursOf) held.push({ what, hour, quantity })
      }
    }),
    { numRuns: 15 },
  )
})
