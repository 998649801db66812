import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aHelper, aLab, anOffer, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { OFFER_KINDS, type OfferKind } from '../../contract.ts'
import '#server/platform/german-errors.ts'
import { effectIn } from '../../effect/contract.ts'
import { place } from '../../placing/commands.ts'
import { offerFor } from '../views.ts'
import { addItems, editItem, putApp, putStaff, removeApp } from '../items/commands.ts'
import { addItemsInput, editItemInput } from '../items/inputs.ts'
import { addPart, editPart, makeUnits, removePart } from '../items/parts/commands.ts'
import { itemFor, stockFor } from '../items/views.ts'
import { createOffer, editOffer, listOffer, retireOffer } from './commands.ts'
import { editOfferInput, newOfferInput } from './inputs.ts'
import { codeFor } from './rules.ts'
import { editOfferFor, managedFor, newOfferFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let smz: Actor
let teacher: Actor
let schoolId: string

beforeEach(async () => {
  await emptyDatabase()
  schoolId = (await aSchool()).id
  ;[smz, teacher] = [await anActor('smz_staff'), await anActor('teacher', { schoolId })]
  await aLab()
})

async function booked(slug: string, quantity = 1, hours = ['10:00', '11:00'], participants = 1) {
  const [from = '', to = ''] = hours
  const placed = await place(teacher, {
    ...{ offers: [{ slug, quantity }], schoolId, purpose: '6b', subject: '', grade: null },
    dates: [{ from: '2026-11-30', to: '2026-11-30', span: { from, to } }],
    ...{ participants, phone: '', plgId: null, projectId: null, isDelivered: false },
    ...{ outSiteId: null, skips: false, override: '', clientKey: randomUUID() },
  })
  if (placed.kind === 'refused') throw new Error(placed.faults[0]?.sentence)
  return placed.number
}
/** Tries, sees the effect, and does it all the same. @returns numbers of the bookings that were shown */
async function agreed(act: (seen: string) => Promise<unknown>): Promise<string[]> {
  const conflict: unknown = await act('').then(
    () => undefined,
    (error: unknown) => error,
  )
  if (conflict === undefined) return []
  if (!(conflict instanceof Conflict)) throw conflict
  const effect = effectIn(conflict.theirs)
  await act(effect?.key ?? '')
  return effect?.dates.map(({ number }) => number) ?? []
}
const unfit = async () =>
  (await db().selectFrom('labDates').where('stateReason', '<>', '').select('id').execute()).length
const created = (given: { kind: OfferKind; name?: string; roomId?: string }) =>
  createOffer(smz, { name: 'VR-Set A', summary: '', clientKey: randomUUID(), ...given })
const parsed = (given: Record<string, unknown> = {}) =>
  editOfferInput.parse({ version: 1, name: 'Neu', isInLab: true, isLent: true, ...given })
const read = async (slug: string) => (await editOfferFor(smz, slug)).offer

test.each(['teacher', 'principal', 'operator', 'facilitator', 'media_advisor'])(
  'a %s neither sees nor changes how offers are made',
  async (role) => {
    const actor = await anActor(role)
    const { slug, resource } = await aSet()
    const at = { slug, item: resource.id }
    const part = { name: 'Kabel', quantity: 1, isCritical: false }
    const state = { version: 1, seen: '' }
    for (const act of [
      () => managedFor(actor, new URLSearchParams()),
      () => newOfferFor(actor),
      () => editOfferFor(actor, slug),
      () => stockFor(actor, slug),
      () => itemFor(actor, slug, resource.id),
      () => createOffer(actor, newOfferInput.parse(NEW)),
      () => editOffer(actor, slug, parsed()),
      () => listOffer(actor, slug, state),
      () => retireOffer(actor, slug, state),
      () => addItems(actor, slug, addItemsInput.parse(MORE)),
      () => editItem(actor, at, editItemInput.parse({ version: 1, code: 'X', state: 'ok' })),
      () => putStaff(actor, slug, { people: [], seen: '' }),
      () => putApp(actor, slug, { name: 'x', isNeeded: true }),
      () => removeApp(actor, slug, randomUUID()),
      () => addPart(actor, at, { ...part, clientKey: randomUUID() }),
      () => editPart(actor, at, { ...part, part: randomUUID(), state: 'ok' }),
      () => removePart(actor, at, randomUUID()),
      () => makeUnits(actor, at, 'iPad'),
    ])
      await expect((async () => act())()).rejects.toThrow(Forbidden)
    expect(await db().selectFrom('auditEntries').selectAll().execute()).toEqual([])
  },
)
const NEW = { clientKey: randomUUID(), kind: 'set', name: 'Koffer' }
const MORE = { clientKey: randomUUID(), way: 'whole', amount: 1 }

describe('a new offer', () => {
  test('is a draft with an address of its own, once for the same form', async () => {
    const input = newOfferInput.parse({ ...NEW, clientKey: randomUUID(), name: 'Neu' })
    const slug = await createOffer(smz, input)
    expect(slug).toBe('neu-2')
    expect(await createOffer(smz, input)).toBe(slug)
    expect(await created({ kind: 'set', name: 'Neu' })).toBe('neu-3')
    await expect(offerFor(teacher, slug)).rejects.toThrow(NotFound)
    expect((await managedFor(smz, new URLSearchParams({ stand: 'draft' }))).offers.total).toBe(2)
  })

  test('of one form sent many times at once is one', async () => {
    const input = newOfferInput.parse({ ...NEW, clientKey: randomUUID() })
    const slugs = await Promise.all(Array.from({ length: 8 }, () => createOffer(smz, input)))
    expect(new Set(slugs).size).toBe(1)
    expect((await managedFor(smz, new URLSearchParams())).offers.total).toBe(1)
  })

  test.each(OFFER_KINDS)('of the kind "%s" can be filled, listed and booked', async (kind) => {
    const room = await aSet({ kind: 'room', places: 30 })
    const needsRoom = kind === 'zone' || kind === 'station'
    if (needsRoom) await expect(created({ kind })).rejects.toMatchObject({ field: 'roomId' })
    const slug = await created({ kind, roomId: room.id })
    await editOffer(smz, slug, parsed({ places: 10, maxAdvanceDays: 90, approval: 'auto' }))
    const state = async () => ({ version: (await read(slug)).version, seen: '' })
    if (kind === 'station' || kind === 'set') {
      await expect(listOffer(smz, slug, await state())).rejects.toThrow('Bestand')
      await addItems(smz, slug, addItemsInput.parse({ ...MORE, clientKey: randomUUID() }))
    }
    if (kind === 'advice') {
      await expect(listOffer(smz, slug, await state())).rejects.toThrow('niemand')
      await putStaff(smz, slug, { people: [smz.id], seen: '' })
    }
    await listOffer(smz, slug, await state())
    const { offer } = await offerFor(null, slug)
    expect(offer).toMatchObject({ kind, state: 'listed', isLent: kind === 'set' })
    await expect(booked(slug)).resolves.toMatch(/^2026-/)
  })

  test('in a room that is none, or gone, is refused', async () => {
    const other = await aSet()
    for (const roomId of [other.id, randomUUID()])
      await expect(created({ kind: 'zone', roomId })).rejects.toMatchObject({ field: 'roomId' })
  })
})

describe('changing an offer', () => {
  test('keeps what the form of its kind does not ask, and cannot make a room leave the house', async () => {
    const room = await aSet({ kind: 'room', places: 30, minutesAfter: 15, approval: 'smz' })
    const input = parsed({ places: 40, holdsData: true, isDelivered: true, replacement: 9 })
    await editOffer(smz, room.slug, input)
    expect(await read(room.slug)).toMatchObject({
      ...{ name: 'Neu', places: 40, isLent: false, isDelivered: false, holdsData: false },
      ...{ minutesAfter: 15, approval: 'smz', replacementCents: null, version: 2 },
    })
  })

  test('from an outdated form changes nothing', async () => {
    const { slug } = await aSet({ name: 'Alt' })
    await editOffer(smz, slug, parsed({ name: 'Erste' }))
    await expect(editOffer(smz, slug, parsed({ name: 'Zweite' }))).rejects.toThrow(Refusal)
    expect((await read(slug)).name).toBe('Erste')
    const results = await Promise.allSettled(
      ['A', 'B', 'C'].map((name) => editOffer(smz, slug, parsed({ name, version: 2 }))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test.each([
    ['set', { gradeMin: 8, gradeMax: 3 }, 'gradeMax'],
    ['set', { isInLab: false, isLent: false }, 'isLent'],
    ['room', {}, 'places'],
  ] as const)(
    'of a %s that cannot be is refused beside the field: %o',
    async (kind, given, field) => {
      const { slug } = await aSet({ kind })
      await expect(editOffer(smz, slug, parsed(given))).rejects.toMatchObject({ field })
    },
  )

  test('to a smaller room shows who came last to share it', async () => {
    const room = await aSet({ kind: 'room', places: 30 })
    const zone = await aSet({ kind: 'zone', roomId: room.id })
    const other = await aSet({ kind: 'zone', roomId: room.id })
    await booked(zone.slug, 1, undefined, 12)
    const last = await booked(other.slug, 1, undefined, 12)
    const edit = (seen: string) => editOffer(smz, room.slug, parsed({ places: 20, seen }))
    expect(await agreed(edit)).toEqual([last])
    expect((await read(room.slug)).places).toBe(20)
  })

  test('says which instructions it needs', async () => {
    const { slug } = await aSet()
    const rows = await db()
      .insertInto('labInstructions')
      .values(['A', 'B'].map((name) => ({ name, kind: 'safety' })))
      .returning('id')
      .execute()
    const [a = '', b = ''] = rows.map(({ id }) => id)
    await editOffer(smz, slug, parsed({ instructions: [a, randomUUID()] }))
    await editOffer(smz, slug, parsed({ instructions: [b], version: 2 }))
    expect((await editOfferFor(smz, slug)).instructions).toMatchObject([
      { name: 'A', isNeeded: false },
      { name: 'B', isNeeded: true },
    ])
  })

  test('out of the catalogue shows what is booked, also of advice', async () => {
    const advice = await anOffer({ kind: 'advice' })
    await aHelper(smz.id, [advice.id])
    const number = await booked(advice.slug)
    const retire = (seen: string) => retireOffer(smz, advice.slug, { version: 1, seen })
    expect(await agreed(retire)).toEqual([number])
    expect(await unfit()).toBe(1)
    await expect(offerFor(teacher, advice.slug)).rejects.toThrow(NotFound)
    await listOffer(smz, advice.slug, { version: 2, seen: '' })
    expect((await offerFor(teacher, advice.slug)).offer.state).toBe('listed')
  })
})

test('codes have no sign that looks like another, whatever the name is', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.nat(31), { minLength: 3, maxLength: 3 }),
      (name, chance) => {
        const code = codeFor(name, chance)
        expect(code).toMatch(/^[A-HJ-NP-Z2-9]+(-[A-HJ-NP-Z2-9]+)*$/)
        expect(code.length).toBeLessThanOrEqual(20)
      },
    ),
  )
  expect(codeFor('VR-Set A', [0, 1, 2])).toBe('VR-ABC')
  expect(codeFor('ÜBUNG 10', [31, 31, 31])).toBe('UBUNG-999')
  expect(codeFor('01', [0, 0, 0])).toBe('AAA')
})

test.each([
  [newOfferInput, { clientKey: 'x', kind: 'ship', name: '' }],
  [editOfferInput, { version: 1, name: 'x', manualUrl: 'javascript:alert(1)' }],
  [editOfferInput, { version: 1, name: 'x', maxSchoolDays: NaN, gradeMin: -1, places: 1e9 }],
  [editOfferInput, { version: 1, name: 'x', slotMinutes: 1.5, state: 'listed' }],
])('hostile input is refused with sentences', (schema, given) => {
  const result = schema.safeParse(given)
  expect(result.success).toBe(false)
  for (const { message } of result.error?.issues ?? []) expect(message).toMatch(/\.$/)
})
