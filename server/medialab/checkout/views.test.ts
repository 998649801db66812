import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, anOffer, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bookFrom } from './commands.ts'
import { checkoutInput, type CheckoutInput } from './inputs.ts'
import { datesOf, steppedOf } from './rules.ts'
import { checkoutFor, previewOf, shownFor } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

let school: Awaited<ReturnType<typeof aSchool>>
let teacher: Actor
let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool()
  teacher = await anActor('teacher', { schoolId: school.id })
  staff = await anActor('smz_staff')
  await aLab()
})

const inputOf = (basket: string, given: Partial<CheckoutInput> = {}): CheckoutInput => ({
  ...{ basket, way: 'lab', day: '2026-11-30', from: '10:00', to: '12:00', step: 'book' },
  ...{ purpose: '6b Brüche', subject: '', phone: '', name: '', override: '' },
  clientKey: randomUUID(),
  ...given,
})
const dates = () => db().selectFrom('labDates').selectAll().orderBy('startsAt').execute()

test('a try writes nothing and says the same as the act', async () => {
  const room = await aSet({ kind: 'room' })
  const asking = await aSet({ kind: 'room', approval: 'smz_and_principal' })
  expect(await previewOf(teacher, inputOf(`${room.slug}:1`))).toMatchObject({ state: 'confirmed' })
  expect(await previewOf(teacher, inputOf(`${asking.slug}:1`))).toMatchObject({
    ...{ state: 'requested', needsPrincipal: true },
  })
  expect(await dates()).toEqual([])
  expect(await db().selectFrom('labUnmet').selectAll().execute()).toEqual([])
  expect(await bookFrom(teacher, inputOf(`${asking.slug}:1`))).toMatchObject({ state: 'requested' })
})

test('a series says what stands in the way of each date, and leaves it out when asked', async () => {
  const room = await aSet({ kind: 'room' })
  const pool = await aSet({}, { total: 30 })
  await db()
    .insertInto('labClosures')
    .columns(['siteId', 'startsOn', 'endsOn', 'reason', 'effect', 'createdAt'])
    .expression((eb) =>
      eb
        .selectFrom('labSites')
        .select((one) => [
          'id',
          one.val('2026-12-21').as('startsOn'),
          one.val('2027-01-06').as('endsOn'),
          ...[one.val('SMZ geschlossen').as('reason'), one.val('closed').as('effect')],
          one.val(new Date('2026-10-01T08:00:00Z')).as('createdAt'),
        ]),
    )
    .execute()
  const series = inputOf(`${room.slug}:1,${pool.slug}:15`, { every: 'weekly', count: 4 })
  const preview = await previewOf(teacher, series)
  expect(preview).toMatchObject({ state: 'refused', canSkip: true, less: [] })
  expect(preview.dates.map(({ faults }) => faults.length > 0)).toEqual([false, false, false, true])
  expect(preview.dates[3]?.faults[0]?.sentence).toContain('SMZ geschlossen')
  expect(await bookFrom(teacher, series)).toMatchObject({ kind: 'refused' })
  expect(await bookFrom(teacher, { ...series, skips: true })).toMatchObject({ kind: 'placed' })
  expect(await dates()).toHaveLength(3)
})

test('too little left: as much as there is, three other times for the whole series', async () => {
  const pool = await aSet({}, { total: 30 })
  await bookFrom(staff, inputOf(`${pool.slug}:16`))
  const wish = inputOf(`${pool.slug}:15`, { every: 'weekly', count: 3 })
  const preview = await previewOf(teacher, wish)
  expect(preview.dates[0]?.faults[0]?.sentence).toContain('nur noch 14 frei')
  expect(preview.less).toMatchObject([{ slug: pool.slug, quantity: 14 }])
  expect(preview.alternatives).toHaveLength(3)
  for (const when of preview.alternatives) {
    const moved = { ...wish, day: when.from, from: when.span?.from, to: when.span?.to }
    expect(await previewOf(teacher, moved)).toMatchObject({ state: 'confirmed' })
  }
})

test('what does not belong together is refused beside its field, never written', async () => {
  const room = await aSet({ kind: 'room' })
  const other = await aSchool()
  const refused: [Partial<CheckoutInput>, object][] = [
    [{ basket: 'gibt-es-nicht:1' }, { name: 'Refusal' }],
    [{ basket: `${room.slug}:-3` }, { name: 'Refusal' }],
    [{ basket: '' }, { name: 'Refusal' }],
    [{ schoolId: other.id }, { name: 'Refusal', field: 'schoolId' }],
    [{ handover: randomUUID() }, { name: 'Refusal', field: 'handover' }],
    [{ projectId: randomUUID() }, { name: 'Refusal', field: 'projectId' }],
    [{ plgId: randomUUID() }, { name: 'Refusal', field: 'plgId' }],
    [{ forWhom: `${staff.id}:${other.id}` }, { name: 'Forbidden' }],
    [{ override: 'So' }, { name: 'Forbidden' }],
  ]
  for (const [given, error] of refused)
    await expect(bookFrom(teacher, inputOf(`${room.slug}:1`, given))).rejects.toMatchObject(error)
  const strange = { forWhom: `${teacher.id}:${other.id}` }
  await expect(bookFrom(staff, inputOf(`${room.slug}:1`, strange))).rejects.toMatchObject({
    field: 'name',
  })
  expect(await dates()).toEqual([])
})

test('the SMZ finds a person by name and books for them', async () => {
  const room = await aSet({ kind: 'room' })
  const person = await db()
    .selectFrom('persons')
    .where('id', '=', teacher.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  const { people } = await shownFor(staff, inputOf(`${room.slug}:1`, { name: person.lastName }))
  const found = people.find(({ value }) => value === `${teacher.id}:${school.id}`)
  expect(found?.label).toContain(person.lastName)
  expect(
    (await shownFor(teacher, inputOf(`${room.slug}:1`, { name: person.lastName }))).people,
  ).toEqual([])
  await bookFrom(staff, inputOf(`${room.slug}:1`, { forWhom: found?.value }))
  const [booking] = await db().selectFrom('labBookings').selectAll().execute()
  expect(booking).toMatchObject({ personId: teacher.id, schoolId: school.id, createdBy: staff.id })
})

test('the page of an address: what is gone is left out, whoever waits for the school may not book', async () => {
  const room = await aSet({ kind: 'room' })
  const asked = new URLSearchParams({
    ...{ korb: `${room.slug}:1,weg:2`, tag: '2026-11-30', von: '10:00', bis: '12:00' },
  })
  expect(await checkoutFor(teacher, asked)).toMatchObject({
    ...{ hasLost: true, isEmpty: false, start: { basket: `${room.slug}:1`, way: 'lab' } },
    preview: { state: 'confirmed' },
  })
  const waiting = await anActor('teacher', { schoolId: school.id, state: 'pending' })
  expect(await checkoutFor(waiting, asked)).toMatchObject({ can: { book: false }, preview: null })
  const advice = await anOffer({ kind: 'advice' })
  const loan = new URLSearchParams({ korb: `${advice.slug}:1`, bis_tag: '2026-12-02' })
  expect(await checkoutFor(teacher, loan)).toMatchObject({
    ...{ start: { way: 'loan' }, preview: { state: 'refused', alternatives: [] } },
  })
})

test('08:00 stays 08:00 over the days on which the clocks change', async () => {
  const room = await aSet({ kind: 'room', maxAdvanceDays: 730 })
  const days = {
    ...{ day: '2027-03-26', from: '08:00', to: '09:00' },
    ...{ every: 'weekly' as const },
  }
  await bookFrom(staff, inputOf(`${room.slug}:1`, { ...days, count: 3, skips: true }))
  await bookFrom(
    staff,
    inputOf(`${room.slug}:1`, { ...days, day: '2027-10-25', count: 2, skips: true }),
  )
  expect((await dates()).map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2027-04-02T06:00:00.000Z',
    '2027-04-09T06:00:00.000Z',
    '2027-10-25T06:00:00.000Z',
  ])
})

test('buttons change the wish and nothing else', () => {
  const input = inputOf('ipads:15,raum:1')
  expect(steppedOf({ ...input, step: 'take ipads:14' }).basket).toBe('raum:1,ipads:14')
  expect(steppedOf({ ...input, step: 'at 2026-12-01 2026-12-01 08:00 10:00' })).toMatchObject({
    ...{ day: '2026-12-01', from: '08:00', to: '10:00', purpose: '6b Brüche' },
  })
  for (const step of ['at', 'at 2026-02-30 x', 'take', 'take raum:-1', 'x', 'at 2026-12-01 y 1 2'])
    expect(steppedOf({ ...input, step })).toEqual({ ...input, step })
})

test('a series has as many dates as it says', () => {
  const asked = { way: 'loan' as const, day: '2026-12-28', toDay: '2026-12-30' }
  expect(datesOf({ ...asked, every: 'fortnightly', count: 2 }).map(({ to }) => to)).toEqual([
    '2026-12-30',
    '2027-01-13',
  ])
  expect(datesOf({ ...asked, count: 20 })).toHaveLength(1)
})

test.each([
  [{ day: '2027-02-29' }, 'day'],
  [{ day: '9999-01-01' }, 'day'],
  [{ day: 'morgen' }, 'day'],
  [{ from: '25:00' }, 'from'],
  [{ from: '12:00', to: '10:00' }, 'to'],
  [{ to: undefined }, 'to'],
  [{ way: 'loan', toDay: '2026-11-01' }, 'toDay'],
  [{ way: 'loan', toDay: '2036-11-30' }, 'toDay'],
  [{ every: 'weekly', count: 520 }, 'count'],
  [{ every: 'weekly', count: Number.NaN }, 'count'],
  [{ participants: -1 }, 'participants'],
  [{ participants: 1.5 }, 'participants'],
  [{ purpose: '' }, 'purpose'],
])('%j is refused beside its field', (given, field) => {
  const { success, error } = checkoutInput.safeParse({ ...inputOf('raum:1'), ...given })
  expect(success).toBe(false)
  expect(error?.issues.map(({ path }) => path[0])).toContain(field)
})
