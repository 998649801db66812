import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aHelper, aLab, anOffer, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { effectIn } from '../effect/contract.ts'
import { place } from '../placing/commands.ts'
import type { When } from '../placing/contract.ts'
import { addClosure, addHours, changeHours, removeClosure, removeHours } from './commands.ts'
import { addClosureInput, addHoursInput, changeHoursInput } from './inputs.ts'
import { addSite, editSite, retireSite } from './sites/commands.ts'
import { hoursFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let smz: Actor
let teacher: Actor
let schoolId: string
let lab: { id: string }

beforeEach(async () => {
  registerHouse()
  await emptyDatabase()
  schoolId = (await aSchool({ name: 'GGS Hochfeld' })).id
  ;[smz, teacher] = [await anActor('smz_staff'), await anActor('teacher', { schoolId })]
  lab = await aLab()
})

const MONDAY = '2026-11-30'
const TUESDAY = '2026-12-01'
const hour = (from: string, to: string, day = MONDAY): When => ({
  ...{ from: day, to: day, span: { from, to } },
})
const loan = (from: string, to: string): When => ({ from, to, span: null })

async function booked(slug: string, when: When, given: { outSiteId?: string } = {}) {
  const placed = await place(teacher, {
    ...{ offers: [{ slug, quantity: 1 }], dates: [when], schoolId, purpose: '6b', subject: '' },
    ...{ grade: null, participants: null, phone: '', plgId: null, projectId: null },
    ...{ isDelivered: given.outSiteId !== undefined, outSiteId: given.outSiteId ?? null },
    ...{ skips: false, override: '', clientKey: randomUUID() },
  })
  if (placed.kind === 'refused') throw new Error(placed.faults[0]?.sentence)
  return placed.number
}

/** Tries, sees the effect, and does it all the same. @returns numbers of the bookings that were shown */
async function agreed(act: (seen: string) => Promise<unknown>): Promise<string[]> {
  const conflict = await act('').then(
    () => undefined,
    (error: unknown) => error,
  )
  if (conflict === undefined) return []
  if (!(conflict instanceof Conflict)) throw conflict
  const effect = effectIn(conflict.theirs)
  await act(effect?.key ?? '')
  return effect?.dates.map(({ number }) => number) ?? []
}
/** Does what waits in the queue for this area, as the worker would. */
async function tellAll() {
  for (const { reaction, payload } of await takeJobs())
    if (reaction === 'medialab.tell-unfit') await queuedReactionNamed(reaction)?.run(payload)
}
const reasons = async () =>
  (await db().selectFrom('labDates').select('stateReason').orderBy('startsAt').execute()).map(
    (date) => date.stateReason,
  )
const closure = (given: Partial<Parameters<typeof addClosure>[1]> = {}) => ({
  ...{ clientKey: randomUUID(), startsOn: MONDAY, reason: 'Betriebsausflug' },
  ...{ effect: 'closed' as const, seen: '', ...given },
})
const entryOf = async (weekday: number, purpose: string) =>
  db()
    .selectFrom('labHours')
    .where('weekday', '=', weekday)
    .where('purpose', '=', purpose)
    .selectAll()
    .executeTakeFirstOrThrow()
const version = async () =>
  (
    await db()
      .selectFrom('labSites')
      .where('isLab', '=', true)
      .select('version')
      .executeTakeFirstOrThrow()
  ).version

test.each(['teacher', 'principal', 'operator', 'facilitator', 'media_advisor'])(
  'a %s neither reads nor changes when the lab is open',
  async (role) => {
    const actor = await anActor(role)
    const id = randomUUID()
    for (const act of [
      () => hoursFor(actor),
      () => addHours(actor, { ...HOURS, clientKey: id }),
      () => changeHours(actor, id, { from: '08:00', to: '09:00', version: 1, seen: '' }),
      () => removeHours(actor, id, { version: 1, seen: '' }),
      () => addClosure(actor, closure()),
      () => removeClosure(actor, id),
      () => addSite(actor, { clientKey: id, name: 'Ort', address: '', phone: '' }),
      () => editSite(actor, { site: lab.id, version: 1, name: 'Ort', address: '', phone: '' }),
      () => retireSite(actor, { site: lab.id, version: 1, seen: '' }),
    ])
      await expect((async () => act())()).rejects.toThrow(Forbidden)
    expect(await version()).toBe(1)
  },
)

const HOURS = { purpose: 'open' as const, weekdays: [6], from: '10:00', to: '14:00' }

describe('hours', () => {
  test('are added on several days, once for the same form', async () => {
    const input = { ...HOURS, weekdays: [6, 7], clientKey: randomUUID() }
    await addHours(smz, input)
    await addHours(smz, input)
    const { hours } = await hoursFor(smz)
    expect(hours.filter(({ weekday }) => weekday > 5)).toMatchObject([
      { weekday: 6, from: '10:00', to: '14:00', validFrom: null },
      { weekday: 7 },
    ])
  })

  test('do not overlap for one purpose, except on days of their own', async () => {
    const monday = { ...HOURS, weekdays: [1], clientKey: randomUUID() }
    await expect(addHours(smz, monday)).rejects.toThrow('Für diesen Zweck gibt es dann schon')
    await addHours(smz, { ...monday, from: '17:00', to: '19:00' })
    const of = { ...HOURS, weekdays: [6], validFrom: '2027-01-01', validUntil: '2027-01-31' }
    await addHours(smz, { ...of, clientKey: randomUUID() })
    await addHours(smz, { ...of, ...FEBRUARY, clientKey: randomUUID() })
    await expect(addHours(smz, { ...HOURS, clientKey: randomUUID() })).rejects.toThrow(Refusal)
  })
  const FEBRUARY = { validFrom: '2027-02-01', validUntil: '2027-02-28' }

  test('two who add the same at once: one does', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => addHours(smz, { ...HOURS, clientKey: randomUUID() })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('shorter ones show which dates no longer fit, and tell them when it is done all the same', async () => {
    const room = await aSet({ kind: 'room' })
    const late = await booked(room.slug, hour('15:00', '16:00'))
    await booked(room.slug, hour('09:00', '10:00'))
    await booked(room.slug, hour('15:00', '16:00', TUESDAY))
    const { id } = await entryOf(1, 'open')
    const change = { from: '08:00', to: '12:00', version: 1 }
    expect(await agreed((seen) => changeHours(smz, id, { ...change, seen }))).toEqual([late])
    expect((await entryOf(1, 'open')).toTime).toBe('12:00:00')
    const [, told, other] = await reasons()
    expect([told, other]).toEqual([expect.stringContaining('Öffnungszeiten'), ''])
    await tellAll()
    expect(
      await db().selectFrom('notifications').select(['kind', 'personId']).execute(),
    ).toContainEqual({ kind: 'medialab.dates-unfit', personId: teacher.id })
  })

  test('what was agreed to is what is done: who books meanwhile is shown too', async () => {
    const room = await aSet({ kind: 'room' })
    await booked(room.slug, hour('15:00', '16:00'))
    const { id } = await entryOf(1, 'open')
    const change = (seen: string) => removeHours(smz, id, { version: 1, seen })
    const first = await change('').catch((error: Conflict) => effectIn(error.theirs))
    await booked(room.slug, hour('10:00', '11:00'))
    await expect(change(first?.key ?? '')).rejects.toThrow(Conflict)
    expect(await agreed(change)).toHaveLength(2)
    await expect(entryOf(1, 'open')).rejects.toThrow()
  })

  test('an outdated form changes nothing', async () => {
    const { id } = await entryOf(1, 'open')
    const change = { from: '08:00', to: '12:00', version: 1, seen: '' }
    await changeHours(smz, id, change)
    await expect(changeHours(smz, id, { ...change, to: '13:00' })).rejects.toThrow(Refusal)
    await expect(removeHours(smz, id, change)).rejects.toThrow(Refusal)
    expect((await entryOf(1, 'open')).toTime).toBe('12:00:00')
    const gone = { ...change, version: 2 }
    await expect(changeHours(smz, randomUUID(), gone)).rejects.toThrow(NotFound)
  })
})

describe('closures', () => {
  test('show what they hit: uses on the day, loans that begin or end there, not those that go over it', async () => {
    const [room, box] = [await aSet({ kind: 'room' }), await aSet({}, { total: 9 })]
    const use = await booked(room.slug, hour('10:00', '11:00'))
    const ends = await booked(box.slug, loan('2026-11-27', MONDAY))
    const begins = await booked(box.slug, loan(MONDAY, TUESDAY))
    await booked(box.slug, loan('2026-11-27', TUESDAY))
    await booked(room.slug, hour('10:00', '11:00', TUESDAY))
    const input = closure()
    const shown = await agreed((seen) => addClosure(smz, { ...input, seen }))
    expect(shown.toSorted()).toEqual([use, ends, begins].toSorted())
    expect((await reasons()).filter(Boolean)).toHaveLength(3)
    expect((await reasons()).find(Boolean)).toBe(
      'Das MediaLab hat dann geschlossen: Betriebsausflug.',
    )
  })

  test('without handover leave uses in the lab alone', async () => {
    const [room, box] = [await aSet({ kind: 'room' }), await aSet()]
    await booked(room.slug, hour('10:00', '11:00'))
    const begins = await booked(box.slug, loan(MONDAY, TUESDAY))
    const input = closure({ effect: 'no_handover' })
    expect(await agreed((seen) => addClosure(smz, { ...input, seen }))).toEqual([begins])
  })

  test('hit advice, though it holds nothing but a person', async () => {
    const advice = await anOffer({ kind: 'advice' })
    await aHelper(smz.id, [advice.id])
    const number = await booked(advice.slug, hour('10:00', '11:00'))
    const input = closure()
    expect(await agreed((seen) => addClosure(smz, { ...input, seen }))).toEqual([number])
  })

  test('say nothing of cancelled dates, are made once, and can be taken out', async () => {
    const room = await aSet({ kind: 'room' })
    await booked(room.slug, hour('10:00', '11:00'))
    await db().updateTable('labDates').set({ state: 'cancelled' }).execute()
    const input = closure()
    expect(await agreed((seen) => addClosure(smz, { ...input, seen }))).toEqual([])
    await addClosure(smz, input)
    expect((await hoursFor(smz)).closures).toHaveLength(1)
    expect(await removeClosure(smz, input.clientKey)).toMatchObject({ reason: 'Betriebsausflug' })
    await expect(removeClosure(smz, input.clientKey)).rejects.toThrow(NotFound)
    expect((await hoursFor(smz)).closures).toEqual([])
  })

  test.each([
    [{ startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'endsOn'],
    [{ startsOn: '2026-11-01', endsOn: '2026-11-02' }, 'startsOn'],
    [{ startsOn: '2026-12-01', endsOn: '2028-12-01' }, 'endsOn'],
  ])('that cannot be are refused beside the field: %o', async (given, field) => {
    await expect((async () => addClosure(smz, closure(given)))()).rejects.toMatchObject({ field })
  })
})

test('a place that closes shows what was to be fetched there; the lab itself stays', async () => {
  const branch = randomUUID()
  await addSite(smz, { clientKey: branch, name: 'Zweigstelle', address: '', phone: '' })
  const box = await aSet({ isDelivered: true })
  const number = await booked(box.slug, loan(MONDAY, TUESDAY), { outSiteId: branch })
  await editSite(smz, { site: branch, version: 1, name: 'Nord', address: '', phone: '1' })
  const retire = (seen: string, seenVersion = 2) =>
    retireSite(smz, { site: branch, version: seenVersion, seen })
  await expect(retire('', 1)).rejects.toThrow(Refusal)
  expect(await agreed(retire)).toEqual([number])
  expect((await hoursFor(smz)).sites.map(({ name }) => name)).toEqual(['MediaLab'])
  await expect(retireSite(smz, { site: lab.id, version: 1, seen: '' })).rejects.toThrow(Refusal)
})

test('the first place of all is the lab', async () => {
  await emptyDatabase()
  const actor = await anActor('smz_staff')
  await expect(addClosure(actor, closure())).rejects.toThrow(Refusal)
  const site = { name: 'MediaLab', address: '', phone: '' }
  await addSite(actor, { ...site, clientKey: randomUUID() })
  await addSite(actor, { ...site, name: 'Nord', clientKey: randomUUID() })
  expect((await hoursFor(actor)).sites).toMatchObject([{ isLab: true }, { isLab: false }])
})

test.each([
  [addHoursInput, { clientKey: randomUUID(), purpose: 'open', weekdays: ['8'], from: '8', to: '' }],
  [addHoursInput, { ...HOURS, clientKey: 'x', weekdays: [] }],
  [changeHoursInput, { from: '25:00', to: '08:60', version: 1 }],
  [changeHoursInput, { from: '08:00', to: '09:00', version: NaN }],
  [addClosureInput, { ...closure(), startsOn: '2027-02-29' }],
  [addClosureInput, { ...closure(), startsOn: '0000-00-00' }],
  [addClosureInput, { ...closure(), reason: ' \u0000 ' }],
  [addClosureInput, { ...closure(), effect: 'reduced' }],
])('hostile input is refused with sentences', (schema, given) => {
  const result = schema.safeParse(given)
  expect(result.success).toBe(false)
  for (const { message } of result.error?.issues ?? []) expect(message).toMatch(/\.$/)
})
