import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aBooking } from '#db/factories/lab-booking.ts'
import { aLab, anOffer, aResource, aSet, heldOf } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { cancelBooking, editBooking, restoreBooking, takeBackBooking } from './commands.ts'
import { addOffer, extendLoan, moveDate, removeOffer } from './moving/commands.ts'
import { movingFor } from './moving/views.ts'
import { bookingFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let schoolId: string
let teacher: Actor
let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  schoolId = (await aSchool()).id
  teacher = await anActor('teacher', { schoolId })
  staff = await anActor('smz_staff')
  await aLab()
})

const hours = (day: string, from: string, to: string) => ({
  ...{ startsAt: momentOf(day, from), endsAt: momentOf(day, to) },
})
const days = (from: string, after: string) => ({
  ...{ isLoan: true, startsAt: momentOf(from, '00:00'), endsAt: momentOf(after, '00:00') },
})
const at = momentOf
const MONDAY = '2026-11-30'

type Set = Awaited<ReturnType<typeof aSet>>
const of = ({ id, resource }: Set, quantity = 1) => ({
  ...{ offerId: id, resourceId: resource.id, quantity },
})
const mine = (dates: Parameters<typeof aBooking>[1], sets: Set[], given = {}) =>
  aBooking(
    { personId: teacher.id, schoolId, ...given },
    dates,
    sets.map((one) => of(one)),
  )
const versionOf = async (name: string, actor = teacher) =>
  (await bookingFor(actor, name)).booking.version
const cancel = async (name: string, position?: number, actor = teacher) =>
  cancelBooking(actor, name, { version: await versionOf(name, actor), position, reason: '' })
const move = async (
  name: string,
  to: { day: string; from?: string; until?: string; to?: string; override?: string },
  actor = teacher,
) => moveDate(actor, name, 1, { override: '', ...to, version: await versionOf(name, actor) })
const stateOf = (name: string) =>
  bookingFor(staff, name).then(({ dates }) => dates.map((one) => one.state))

describe('calling off', () => {
  test('one date or all; what was held is free, and a late one is remembered', async () => {
    const room = await aSet({ kind: 'room' })
    // Today is Monday the 23rd: for the 24th it is late, for the 30th it is not.
    const { name } = await mine(
      [hours('2026-11-24', '10:00', '12:00'), hours(MONDAY, '10:00', '12:00')],
      [room],
    )
    expect(await cancel(name, 1)).toEqual({ positions: [1], late: 1 })
    expect(await heldOf(room.resource.id, at('2026-11-24', '11:00'))).toBe(0)
    expect(await heldOf(room.resource.id, at(MONDAY, '11:00'))).toBe(1)
    expect(await cancel(name)).toEqual({ positions: [2], late: 0 })
    const rows = await db()
      .selectFrom('labDates')
      .select('isLateCancelled')
      .orderBy('position')
      .execute()
    expect(rows.map((row) => row.isLateCancelled)).toEqual([true, false])
    await expect(cancel(name)).rejects.toThrow(Refusal)
  })
  test('taken back it is as it was; not when somebody has it meanwhile, not later', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    await cancel(name)
    await restoreBooking(teacher, name, { positions: [1] })
    expect(await stateOf(name)).toEqual(['confirmed'])
    expect(await heldOf(room.resource.id, at(MONDAY, '11:00'))).toBe(1)
    await cancel(name)
    await aBooking({ personId: staff.id }, [hours(MONDAY, '11:00', '13:00')], [of(room)])
    await expect(restoreBooking(teacher, name, { positions: [1] })).rejects.toThrow(
      /jemand anderes/,
    )
    await db().deleteFrom('labClaims').execute()
    await db()
      .updateTable('labDates')
      .set({ changedAt: at('2026-11-22', '08:00') })
      .execute()
    await expect(restoreBooking(teacher, name, { positions: [1] })).rejects.toThrow(Refusal)
  })

  test('what was booked just now is given back without a word about it', async () => {
    const room = await aSet({ kind: 'room' })
    const booked = hours('2026-11-24', '10:00', '12:00')
    const fresh = await mine([booked], [room], { createdAt: new Date(process.env.CLOCK ?? '') })
    await takeBackBooking(teacher, fresh.name)
    const { dates } = await bookingFor(teacher, fresh.name)
    expect(dates).toMatchObject([{ state: 'cancelled', isLateCancelled: false }])
    const old = await mine([booked], [room])
    await expect(takeBackBooking(teacher, old.name)).rejects.toThrow(Refusal)
  })

  test('by somebody else it is nothing; by the SMZ it stands in the protocol', async () => {
    const room = await aSet({ kind: 'room' })
    const { name, id } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    const version = await versionOf(name)
    const other = await anActor('teacher', { schoolId })
    const head = await anActor('principal', { schoolId })
    const input = { version, position: 1, reason: '' }
    await expect(cancelBooking(other, name, input)).rejects.toThrow(NotFound)
    await expect(cancelBooking(head, name, input)).rejects.toThrow(Forbidden)
    await cancelBooking(staff, name, { ...input, reason: 'Wasserschaden' })
    const [line] = await db().selectFrom('auditEntries').selectAll().execute()
    expect(line).toMatchObject({ action: 'medialab.booking-changed', thingId: id })
    expect((await bookingFor(teacher, name)).log[0]).toMatchObject({ act: 'cancelled' })
  })
})

describe('moving', () => {
  test('its own time is not in its way; what it leaves is free', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    expect(await move(name, { day: MONDAY, from: '11:00', until: '13:00' })).toEqual({
      ...{ kind: 'moved', state: 'confirmed' },
    })
    expect(await heldOf(room.resource.id, at(MONDAY, '10:30'))).toBe(0)
    expect(await heldOf(room.resource.id, at(MONDAY, '12:30'))).toBe(1)
  })

  test('what is taken is told with other times, and nothing is changed', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    await aBooking({ personId: staff.id }, [hours(MONDAY, '14:00', '16:00')], [of(room)])
    const moved = await move(name, { day: MONDAY, from: '13:00', until: '15:00' })
    expect(moved).toMatchObject({ kind: 'refused', faults: [{ isTaken: true }] })
    expect(await heldOf(room.resource.id, at(MONDAY, '11:00'))).toBe(1)
    const typed = { tag: MONDAY, von: '13:00', bis: '15:00' }
    const page = await movingFor(teacher, name, 1, typed)
    expect(page.typed).toEqual({ from: MONDAY, to: MONDAY, span: { from: '13:00', to: '15:00' } })
    expect(page.tried?.sentences[0]).toContain('schon vergeben')
    expect(page.tried?.alternatives.length).toBeGreaterThan(0)
  })

  test('rules hold as for booking; the SMZ sets them aside with a reason, nobody else', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    const sunday = { day: '2026-11-29', from: '10:00', until: '12:00' }
    expect(await move(name, sunday)).toMatchObject({ kind: 'refused', faults: [{ rule: 1 }] })
    await expect(move(name, { ...sunday, override: 'So' })).rejects.toThrow(Forbidden)
    expect(await move(name, { ...sunday, override: 'Schulfest' }, staff)).toMatchObject({
      kind: 'moved',
    })
  })

  test('what has to be agreed to is asked for again, also after a promise', async () => {
    const room = await aSet({ kind: 'room', approval: 'smz' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    const later = { day: MONDAY, from: '13:00', until: '15:00' }
    expect(await move(name, later)).toMatchObject({ state: 'requested' })
  })

  test('backwards, in the past, out of all time: a sentence, never an error', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    for (const [day, from, until] of [
      [MONDAY, '12:00', '10:00'],
      [MONDAY, '10:00', '10:00'],
      ['2020-01-01', '10:00', '12:00'],
      ['2027-03-28', '02:30', '02:45'],
    ] as const)
      expect(await move(name, { day, from, until })).toMatchObject({ kind: 'refused' })
    expect(await stateOf(name)).toEqual(['confirmed'])
  })

  test('whoever was slower is told, and sees what stands there now', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    const version = await versionOf(name)
    const to = { version, day: MONDAY, from: '13:00', until: '15:00', override: '' }
    const results = await Promise.allSettled([
      cancelBooking(teacher, name, { version, position: 1, reason: '' }),
      moveDate(staff, name, 1, to),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const held = await heldOf(room.resource.id, at(MONDAY, '14:00'))
    expect(await stateOf(name)).toEqual([held === 1 ? 'confirmed' : 'cancelled'])
  })
})

describe('keeping a loan longer', () => {
  const out = { state: 'out', ...days('2026-11-16', '2026-11-28') }
  const extend = async (name: string, to: string, actor = teacher) =>
    extendLoan(actor, name, 1, { version: await versionOf(name, actor), to })

  test('once; and the set is held until it is looked after', async () => {
    const set = await aSet()
    const { name } = await mine([out], [set])
    const { extension } = await movingFor(teacher, name, 1, {})
    expect(extension).toMatchObject({ latest: '2026-12-17' })
    await extend(name, '2026-12-04')
    expect(await heldOf(set.resource.id, at('2026-12-07', '12:00'))).toBe(1)
    expect(await heldOf(set.resource.id, at('2026-12-08', '01:00'))).toBe(0)
    await expect(extend(name, '2026-12-11')).rejects.toThrow(/einmal/)
  })

  test('not when somebody else has it then; up to that it goes', async () => {
    const set = await aSet()
    const { name } = await mine([out], [set])
    await aBooking({ personId: staff.id }, [days('2026-12-03', '2026-12-05')], [of(set)])
    expect((await movingFor(teacher, name, 1, {})).extension).toEqual({ latest: '2026-12-01' })
    await expect(extend(name, '2026-12-02')).rejects.toThrow(/späteste Tag/)
    await extend(name, '2026-12-01')
    const next = await mine([{ ...out, ...days('2026-11-16', '2026-11-25') }], [await aSet()])
    await expect(extend(next.name, '2026-11-29')).rejects.toThrow(/keine Rückgabe/)
  })

  test('says why not', async () => {
    const set = await aSet({ extensions: 0 })
    const never = await mine([out], [set])
    const { extension } = await movingFor(teacher, never.name, 1, {})
    expect(extension).toMatchObject({ why: expect.stringContaining('nicht verlängern') as string })
    const follows = await aSet()
    const held = await mine([out], [follows])
    await aBooking({ personId: staff.id }, [days('2026-11-30', '2026-12-02')], [of(follows)])
    const view = await movingFor(teacher, held.name, 1, {})
    expect(view.extension).toMatchObject({ why: expect.stringContaining('reserviert') as string })
  })

  test('of two at once the second is told; the heap is never given away twice', async () => {
    const pool = await aSet({}, { total: 1 })
    const { name } = await mine([out], [pool])
    const version = await versionOf(name)
    const results = await Promise.allSettled([
      extendLoan(teacher, name, 1, { version, to: '2026-12-04' }),
      extendLoan(staff, name, 1, { version, to: '2026-12-11' }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await heldOf(pool.resource.id, at('2026-12-03', '12:00'))).toBe(1)
  })
})

describe('changing what it is', () => {
  test('words and numbers, but not over what somebody else has written', async () => {
    const room = await aSet({ kind: 'room' })
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [room])
    const version = await versionOf(name)
    const input = { purpose: '7c Filme', subject: '', phone: '', participants: 12 }
    await editBooking(teacher, name, { ...input, version })
    await expect(editBooking(staff, name, { ...input, version })).rejects.toThrow(Conflict)
    const { booking } = await bookingFor(teacher, name)
    expect(booking).toMatchObject({ purpose: '7c Filme', participants: 12 })
  })

  test('more people than there are places are too many', async () => {
    const room = await aSet({ kind: 'room', places: 10 })
    const zone = await anOffer({ kind: 'zone', roomId: room.id, places: 8 })
    const zoned = { ...zone, resource: await aResource({ offerId: zone.id }) }
    const { name } = await mine([hours(MONDAY, '10:00', '12:00')], [zoned])
    const input = { purpose: 'x', subject: '', phone: '', participants: 9 }
    const version = await versionOf(name)
    await expect(editBooking(teacher, name, { ...input, version })).rejects.toThrow(/8 Personen/)
  })

  test('one thing more on all dates or on none, one thing less, but not the last', async () => {
    const room = await aSet({ kind: 'room' })
    const pool = await aSet({}, { total: 5 })
    const { name } = await mine(
      [hours(MONDAY, '10:00', '12:00'), hours('2026-12-01', '10:00', '12:00')],
      [room],
    )
    const add = async (quantity: number) =>
      addOffer(teacher, name, { version: await versionOf(name), offer: pool.slug, quantity })
    const taken = await aBooking(
      { personId: staff.id },
      [hours('2026-12-01', '11:00', '12:00')],
      [of(pool, 3)],
    )
    await expect(add(3)).rejects.toThrow(/nur noch 2/)
    expect(await heldOf(pool.resource.id, at(MONDAY, '11:00'))).toBe(0)
    await add(2)
    expect(await heldOf(pool.resource.id, at('2026-12-01', '11:30'))).toBe(5)
    await cancel(taken.name, undefined, staff)
    const remove = async (offer: string) =>
      removeOffer(teacher, name, { version: await versionOf(name), offer })
    await remove(room.slug)
    expect(await heldOf(room.resource.id, at(MONDAY, '11:00'))).toBe(0)
    await expect(remove(pool.slug)).rejects.toThrow(/Einzige/)
  })
})
