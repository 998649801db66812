import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aLab, aSet, heldOf } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { certificateFor } from './after/views.ts'
import { publishMaterial, recordPresence, removeMaterial } from './after/commands.ts'
import {
  cancelWorkshop,
  draftWorkshop,
  duplicateWorkshop,
  editWorkshop,
  publishWorkshop,
} from './commands.ts'
import { newWorkshopInput } from './inputs.ts'
import { numberIn } from './paths.ts'
import { signUp, withdraw } from './seats/commands.ts'
import { publicCalendar } from './seats/views.ts'
import { locateWorkshop, searchWorkshops, workshopFor } from './views.ts'

const time = vi.hoisted(() => ({ at: new Date() }))
vi.mock('#server/platform/clock.ts', async (original) => ({
  ...(await original<object>()),
  now: () => time.at,
}))

let staff: Actor
let teacher: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  time.at = new Date('2026-11-30T09:00:00Z')
  staff = await anActor('smz_staff')
  teacher = await anActor('teacher')
  await aLab()
})

const input = (given: object = {}) => ({
  ...{ kind: 'workshop' as const, title: 'Calliope im Sachunterricht', description: '' },
  ...{ day: '2026-12-10', from: '14:00', to: '16:00', place: 'Aula', link: '', externalUrl: '' },
  ...{ seats: 2, signupDay: '2026-12-09', needsApproval: false, schoolForms: [], roles: [] },
  ...{ leaders: [], guestLeaders: '', room: undefined, clientKey: randomUUID() },
  ...given,
})
const rowOf = (number: number) =>
  db().selectFrom('labWorkshops').where('number', '=', number).selectAll().executeTakeFirstOrThrow()
const addressOf = (path: string) => path.split('/').at(-1) ?? ''

async function published(given: object = {}): Promise<{ number: number; path: string }> {
  const path = await draftWorkshop(staff, input(given))
  const number = numberIn(addressOf(path))
  await publishWorkshop(staff, number, { version: 1 })
  return { number, path }
}
const edited = async (number: number, given: object) => {
  const { clientKey: _, ...about } = input(given)
  return editWorkshop(staff, number, { ...about, version: (await rowOf(number)).version })
}
const told = async () =>
  (await takeJobs()).map(({ reaction }) => reaction).filter((name) => /\.tell-/.test(name))

test('a draft is for the SMZ alone; the same form twice is one', async () => {
  const form = input()
  const path = await draftWorkshop(staff, form)
  expect(await draftWorkshop(staff, form)).toBe(path)
  await expect(draftWorkshop(teacher, input())).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(workshopFor(teacher, addressOf(path))).rejects.toMatchObject({ name: 'NotFound' })
  await publishWorkshop(staff, numberIn(addressOf(path)), { version: 1 })
  expect((await workshopFor(null, addressOf(path))).workshop.standing).toBe('open')
  await expect(workshopFor(null, '1-anders')).rejects.toMatchObject({ name: 'Moved', to: path })
})

test.each([
  ['ends before it begins', { to: '13:00' }, 'to'],
  ['signing up after it', { signupDay: '2026-12-11' }, 'signupDay'],
  ['nowhere', { place: '' }, 'place'],
  ['more needed than there are seats', { minParticipants: 3 }, 'minParticipants'],
  ['a room that is none', { room: randomUUID() }, 'room'],
])('%s', async (_, given, field) => {
  await expect(draftWorkshop(staff, input(given))).rejects.toMatchObject({
    ...{ name: 'Refusal', field },
  })
})

test('what is past is not published', async () => {
  const path = await draftWorkshop(staff, input({ day: '2026-11-27', signupDay: '2026-11-26' }))
  await expect(publishWorkshop(staff, numberIn(addressOf(path)), { version: 1 })).rejects.toThrow(
    'vorbei',
  )
})

describe('its room', () => {
  const AT = new Date('2026-12-10T14:00:00Z')
  test('is held as long as it is published, and moves with it', async () => {
    const room = await aSet({ kind: 'room', places: 20 })
    const other = await aSet({ kind: 'room', places: 20 })
    const { number } = await published({ room: room.id, place: '' })
    expect(await heldOf(room.resource.id, AT)).toBe(1)
    const second = await draftWorkshop(staff, input({ room: room.id, title: 'Zur selben Zeit' }))
    await expect(
      publishWorkshop(staff, numberIn(addressOf(second)), { version: 1 }),
    ).rejects.toThrow('schon vergeben')
    await edited(number, { room: other.id })
    expect(await heldOf(room.resource.id, AT)).toBe(0)
    expect(await heldOf(other.resource.id, AT)).toBe(1)
    const { version } = await rowOf(number)
    await cancelWorkshop(staff, number, { version, reason: 'Krankheit' })
    expect(await heldOf(other.resource.id, AT)).toBe(0)
  })
  test('has to be large enough', async () => {
    const room = await aSet({ kind: 'room', places: 10 })
    await expect(draftWorkshop(staff, input({ room: room.id, seats: 11 }))).rejects.toThrow('10')
  })
})

test('another time is told to all with a seat; more seats go to those who wait', async () => {
  const { number } = await published({ seats: 1 })
  await signUp(teacher, number, {})
  const other = await anActor('teacher')
  await signUp(other, number, {})
  await takeJobs()
  await edited(number, { seats: 2 })
  expect(await told()).toEqual(['workshops.tell-offered'])
  await edited(number, { seats: 2, from: '15:00', to: '17:00' })
  expect(await told()).toEqual(['workshops.tell-moved'])
  await expect(edited(number, { seats: 1 })).rejects.toThrow('schon vergeben')
  await expect(editWorkshop(staff, number, { ...input(), version: 1 })).rejects.toMatchObject({
    name: 'Conflict',
  })
})

test('who has a seat or waits hears that it is cancelled, and why', async () => {
  const { number } = await published({ seats: 1 })
  const [waiting, gone] = [await anActor('teacher'), await anActor('teacher')]
  await signUp(teacher, number, {})
  await signUp(waiting, number, {})
  await signUp(gone, number, {})
  await withdraw(gone, number)
  await takeJobs()
  await cancelWorkshop(staff, number, {
    ...{ version: (await rowOf(number)).version, reason: 'Krankheit' },
  })
  const jobs = await takeJobs()
  const job = jobs.find(({ reaction }) => reaction === 'workshops.tell-cancelled')
  const { personIds, reason } = job?.payload as { personIds: string[]; reason: string }
  expect(reason).toBe('Krankheit')
  expect(personIds.toSorted()).toEqual([teacher.id, waiting.id].toSorted())
  await expect(signUp(gone, number, {})).rejects.toMatchObject({ name: 'Refusal' })
})

test('the same a week later is a draft of its own', async () => {
  const { number } = await published()
  const clientKey = randomUUID()
  const made = await duplicateWorkshop(staff, number, { clientKey })
  expect(await duplicateWorkshop(staff, number, { clientKey })).toEqual(made)
  expect(await rowOf(made.number)).toMatchObject({
    ...{ state: 'draft', startsAt: new Date('2026-12-17T13:00:00Z') },
  })
})

test('a paper only for those who were there, and after somebody has said so', async () => {
  const { number, path } = await published()
  const absent = await anActor('teacher')
  await signUp(teacher, number, {})
  await signUp(absent, number, {})
  const seat = await db()
    .selectFrom('labSeats')
    .where('personId', '=', teacher.id)
    .select('id')
    .executeTakeFirstOrThrow()
  const present = async (who: Actor) =>
    recordPresence(who, number, { version: (await rowOf(number)).version, present: [seat.id] })
  await expect(present(staff)).rejects.toThrow('begonnen')
  time.at = new Date('2026-12-10T15:00:00Z')
  await expect(present(teacher)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(certificateFor(teacher, addressOf(path))).rejects.toMatchObject({ name: 'NotFound' })
  await present(staff)
  expect(await certificateFor(teacher, addressOf(path))).toMatchObject({ length: '2 Zeitstunden' })
  await expect(certificateFor(absent, addressOf(path))).rejects.toMatchObject({ name: 'NotFound' })
  expect((await rowOf(number)).state).toBe('done')
})

test('material is found by everybody, and told to those who were there', async () => {
  const { number, path } = await published()
  const material = { clientKey: randomUUID(), title: 'Schaltplan Würfel', url: 'https://a.example' }
  await expect(publishMaterial(teacher, number, material)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await publishMaterial(staff, number, material)
  await publishMaterial(staff, number, material)
  expect((await told()).filter((name) => name.endsWith('material'))).toHaveLength(1)
  expect(await searchWorkshops(null, ['würfel'], 5)).toMatchObject([{ path }])
  const { workshop } = await workshopFor(null, addressOf(path))
  expect(workshop.materials).toMatchObject([{ title: 'Schaltplan Würfel' }])
  expect(await locateWorkshop(path)).toBe(workshop.id)
  await removeMaterial(staff, number, { material: workshop.materials[0]?.id ?? '' })
  expect(await searchWorkshops(null, ['würfel'], 5)).toEqual([])
})

test('the public calendar has what is published, without names, at local times', async () => {
  await published()
  await draftWorkshop(staff, input({ title: 'Noch geheim' }))
  const text = await publicCalendar()
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20261210T140000')
  expect(text).toContain('SUMMARY:Workshop: Calliope im Sachunterricht')
  expect(text).not.toContain('geheim')
})

test.each([
  ['no day', { day: '2026-02-30' }],
  ['no time', { from: '25:00' }],
  ['seats below nothing', { seats: -1 }],
  ['seats that are none', { seats: Number.NaN }],
  ['a link that runs', { link: 'javascript:alert(1)' }],
  ['a role that is none', { roles: ['emperor'] }],
])('%s is not well formed', (_, given) => {
  expect(newWorkshopInput.safeParse(input(given)).success).toBe(false)
})
