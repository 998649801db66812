import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aLab, anOffer, aResource, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Conflict, NotFound, Refusal } from '#server/platform/errors.ts'
import { effectIn } from '../../effect/contract.ts'
import { place } from '../../placing/commands.ts'
import { addItems, editItem, putApp, putStaff, removeApp } from './commands.ts'
import { addItemsInput, editItemInput } from './inputs.ts'
import { addPart, editPart, makeUnits, removePart } from './parts/commands.ts'
import { unitNumbers } from './rules.ts'
import { itemFor, stockFor } from './views.ts'

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
const items = async (slug: string) => (await stockFor(smz, slug)).items

const MORE = { clientKey: randomUUID(), way: 'whole', amount: 1 }

describe('stock', () => {
  test('is one heap, or so many things with a sticker each; the same form twice adds once', async () => {
    const { slug } = await anOffer({ name: '360-Grad-Kamera' })
    const cameras = { clientKey: randomUUID(), way: 'whole', amount: 3, label: 'Kamera' }
    await addItems(smz, slug, addItemsInput.parse(cameras))
    await addItems(smz, slug, addItemsInput.parse(cameras))
    const heap = { clientKey: randomUUID(), way: 'counted', amount: 60, code: 'cal a' }
    await addItems(smz, slug, addItemsInput.parse(heap))
    const all = await items(slug)
    expect(all.map(({ label, total }) => [label, total])).toEqual([
      ...[1, 2, 3].map((n) => [`Kamera ${n}`, 1]),
      ['', 60],
    ])
    expect(all[3]?.code).toBe('CAL-A')
    for (const { code } of all) expect(code).toMatch(/^[A-HJ-NP-Z2-9-]+$/)
    await expect(
      addItems(smz, slug, addItemsInput.parse({ ...heap, clientKey: randomUUID() })),
    ).rejects.toMatchObject({ field: 'code' })
  })

  test('of a room is one, of advice none, and only sets are counted', async () => {
    const room = await aSet({ kind: 'room' })
    const advice = await anOffer({ kind: 'advice' })
    const more = (slug: string, way: 'whole' | 'counted') =>
      addItems(smz, slug, addItemsInput.parse({ ...MORE, way, clientKey: randomUUID() }))
    await expect(more(room.slug, 'whole')).rejects.toThrow(Refusal)
    await expect(more(room.slug, 'counted')).rejects.toMatchObject({ field: 'way' })
    await expect(more(advice.slug, 'whole')).rejects.toThrow(Refusal)
  })

  test('that shrinks shows who came last; what is broken counts', async () => {
    const pool = await aSet({}, { total: 30 })
    await booked(pool.slug, 20)
    const last = await booked(pool.slug, 10)
    await booked(pool.slug, 30, ['12:00', '13:00'])
    const input = { version: 1, code: 'P', state: 'ok', total: 30, broken: 0 }
    const edit = (given: object) => (seen: string) =>
      editItem(
        smz,
        { slug: pool.slug, item: pool.resource.id },
        editItemInput.parse({ ...input, ...given, seen }),
      )
    await expect(edit({ broken: 31 })('')).rejects.toMatchObject({ field: 'broken' })
    const shown = await agreed(edit({ broken: 5 }))
    expect(shown).toHaveLength(2)
    expect(shown).toContain(last)
    expect((await items(pool.slug))[0]).toMatchObject({ broken: 5, version: 2 })
    await expect(edit({ broken: 6 })('')).rejects.toThrow('Inzwischen')
  })

  test('in repair shows all that is booked of it, and is given to nobody', async () => {
    const box = await aSet()
    const number = await booked(box.slug)
    const edit = (seen: string) =>
      editItem(
        smz,
        { slug: box.slug, item: box.resource.id },
        editItemInput.parse({ version: 1, code: 'B', state: 'repair', seen }),
      )
    expect(await agreed(edit)).toEqual([number])
    await expect(booked(box.slug, 1, ['14:00', '15:00'])).rejects.toThrow('vergeben')
  })

  test('of another offer is not found, and a code is there once', async () => {
    const [one, other] = [await aSet(), await aSet()]
    const edit = (slug: string, code: string) =>
      editItem(
        smz,
        { slug, item: one.resource.id },
        editItemInput.parse({ version: 1, code, state: 'ok' }),
      )
    await expect(edit(other.slug, 'X')).rejects.toThrow(NotFound)
    await expect(edit(one.slug, other.resource.code ?? '')).rejects.toMatchObject({ field: 'code' })
  })

  test('has parts, and stickers for each piece of a heap, once', async () => {
    const pool = await aSet({}, { total: 12, code: 'KFR-3' })
    const at = { slug: pool.slug, item: pool.resource.id }
    const router = { name: 'Router', quantity: 1, isCritical: true, clientKey: randomUUID() }
    await addPart(smz, at, router)
    await addPart(smz, at, router)
    await makeUnits(smz, at, 'iPad')
    await makeUnits(smz, at, 'iPad')
    const { parts } = await itemFor(smz, at.slug, at.item)
    expect(parts.filter(({ isUnit }) => isUnit).map(({ code }) => code)).toEqual(
      unitNumbers(12).map((number) => `KFR-3-${number}`),
    )
    expect(parts.filter(({ isUnit }) => !isUnit)).toMatchObject([{ name: 'Router' }])
    await editPart(smz, at, { ...ROUTER, part: router.clientKey })
    expect(await removePart(smz, at, router.clientKey)).toMatchObject({ name: 'Modem' })
    await expect(removePart(smz, at, router.clientKey)).rejects.toThrow(NotFound)
    const whole = await aSet()
    await expect(
      makeUnits(smz, { slug: whole.slug, item: whole.resource.id }, 'x'),
    ).rejects.toThrow(Refusal)
  })
  const ROUTER = { name: 'Modem', quantity: 2, isCritical: false, state: 'broken' as const }
})

test('who serves an offer comes from the offices; who goes leaves dates behind that are shown', async () => {
  const advice = await anOffer({ kind: 'advice' })
  const colleague = await anActor('media_advisor')
  await putStaff(smz, advice.slug, { people: [smz.id], seen: '' })
  const number = await booked(advice.slug)
  const put = (seen: string) => putStaff(smz, advice.slug, { people: [colleague.id], seen })
  expect(await agreed(put)).toEqual([number])
  const { servants } = await stockFor(smz, advice.slug)
  expect(servants.filter(({ isServing }) => isServing)).toMatchObject([{ personId: colleague.id }])
  const strange = { people: [teacher.id], seen: '' }
  await expect(putStaff(smz, advice.slug, strange)).rejects.toMatchObject({ field: 'people' })
})

test('apps are named as the directory names them, and can be taken out', async () => {
  const { slug } = await aSet()
  const app = await aProduct({ name: 'GeoSkizze' })
  await expect(putApp(smz, slug, { name: 'Gibtesnicht', isNeeded: true })).rejects.toThrow(Refusal)
  expect(await putApp(smz, slug, { name: 'geoskizze', isNeeded: true })).toBe('GeoSkizze')
  expect((await stockFor(smz, slug)).apps).toMatchObject([{ name: 'GeoSkizze', isNeeded: true }])
  await removeApp(smz, slug, app.id)
  await expect(removeApp(smz, slug, app.id)).rejects.toThrow(NotFound)
})

test.each([
  [addItemsInput, { clientKey: randomUUID(), way: 'whole', amount: 0 }],
  [addItemsInput, { clientKey: randomUUID(), way: 'whole', amount: 1, code: 'IO-01' }],
  [editItemInput, { version: 1, code: '--', state: 'ok' }],
  [editItemInput, { version: 1, code: 'A', state: 'ok', total: -1 }],
])('hostile input is refused with sentences', (schema, given) => {
  const result = schema.safeParse(given)
  expect(result.success).toBe(false)
  for (const { message } of result.error?.issues ?? []) expect(message).toMatch(/\.$/)
})

test('a retired offer keeps its stock', async () => {
  const { slug, id } = await anOffer({ state: 'retired' })
  await aResource({ offerId: id })
  expect(await items(slug)).toHaveLength(1)
})
