import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aLab, aSet, heldOf } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg, aMember } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { mineFor, nextBookings } from '../booking/own/views.ts'
import { expireRequests } from '../booking/requests/commands.ts'
import { toConsentFor } from '../booking/requests/views.ts'
import type { Wanted } from '../placing/contract.ts'
import { place } from '../placing/commands.ts'
import { startFor } from '../views.ts'
import {
  acceptWaiting,
  joinWaiting,
  keepWaitingGoing,
  leaveWaiting,
  offerReleased,
} from './commands.ts'
import { myWaiting, waitingPage } from './views.ts'

const time = vi.hoisted(() => ({ at: new Date() }))
vi.mock('#server/platform/clock.ts', async (original) => ({
  ...(await original<object>()),
  now: () => time.at,
}))
const itIs = (moment: string) => {
  time.at = new Date(moment)
}

let room: Awaited<ReturnType<typeof aSet>>
let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  itIs('2026-11-30T09:00:00Z')
  await aLab()
  staff = await anActor('smz_staff')
  room = await aSet({ kind: 'room' })
})

const DAY = '2026-12-10'
const AT = new Date('2026-12-10T09:30:00Z')
const booked = (who: Actor, given: Partial<Wanted> = {}) =>
  place(who, {
    ...{ offers: [{ slug: room.slug, quantity: 1 }], schoolId: null, purpose: '6b', subject: '' },
    dates: [{ from: DAY, to: DAY, span: { from: '10:00', to: '12:00' } }],
    ...{ grade: null, participants: null, phone: '', plgId: null, projectId: null },
    ...{ isDelivered: false, outSiteId: null, skips: false, override: '' },
    ...{ clientKey: randomUUID(), ...given },
  })
const wish = (given: object = {}) => ({
  ...{ angebot: room.slug, tag: DAY, von: '10:00', bis: '12:00', anzahl: 1, purpose: 'Podcast 7a' },
  ...{ clientKey: randomUUID(), ...given },
})
/** The one who has it gives it back. */
async function giveBack(): Promise<void> {
  const [date] = await db()
    .updateTable('labDates')
    .set({ state: 'cancelled' })
    .where('state', '=', 'confirmed')
    .returning('id')
    .execute()
  await offerReleased([date?.id ?? ''])
}
const entryOf = async ({ id }: Actor) =>
  db().selectFrom('labWaiting').where('personId', '=', id).selectAll().executeTakeFirstOrThrow()
const dateStates = async () =>
  (await db().selectFrom('labDates').select('state').execute()).map(({ state }) => state)
const later = (seconds: number) => {
  time.at = new Date(time.at.getTime() + seconds * 1000)
}

test('what is released is held for the first, until noon of the next school day, and becomes a booking', async () => {
  await booked(staff)
  const [first, second] = [await anActor('teacher'), await anActor('teacher')]
  const form = wish()
  await joinWaiting(first, form)
  await joinWaiting(first, form)
  later(1)
  await joinWaiting(second, wish())
  expect(await myWaiting(second)).toMatchObject([{ position: 2, state: 'waiting' }])
  await takeJobs()
  await giveBack()
  expect(await entryOf(first)).toMatchObject({
    ...{ state: 'offered', deadline: new Date('2026-12-01T11:00:00Z') },
  })
  expect(await heldOf(room.resource.id, AT)).toBe(1)
  expect(await booked(staff)).toMatchObject({ kind: 'refused' })
  expect((await takeJobs()).map(({ reaction }) => reaction)).toContain('waiting.tell-offered')
  const { id } = await entryOf(first)
  await expect(acceptWaiting(second, id)).rejects.toMatchObject({ name: 'NotFound' })
  const number = await acceptWaiting(first, id)
  expect(await acceptWaiting(first, id)).toBe(number)
  expect(await dateStates()).toEqual(expect.arrayContaining(['cancelled', 'confirmed']))
  expect(await myWaiting(first)).toEqual([])
  expect(await entryOf(second)).toMatchObject({ state: 'waiting' })
})

test('who does not answer, or says no, gives it to the next; what expired is demand', async () => {
  await booked(staff)
  const line = [await anActor('teacher'), await anActor('teacher'), await anActor('teacher')]
  const [first, second, third] = line as [Actor, Actor, Actor]
  for (const one of line) {
    await joinWaiting(one, wish())
    later(1)
  }
  await giveBack()
  itIs('2026-12-01T11:00:00Z')
  await expect(acceptWaiting(first, (await entryOf(first)).id)).rejects.toThrow('Frist')
  await keepWaitingGoing(time.at)
  expect(await entryOf(first)).toMatchObject({ state: 'expired' })
  expect(await heldOf(room.resource.id, AT)).toBe(0)
  expect(await db().selectFrom('labUnmet').selectAll().execute()).toMatchObject([
    { offerId: room.id, reason: 'expired' },
  ])
  await offerReleased([(await entryOf(first)).dateId ?? ''])
  expect(await entryOf(second)).toMatchObject({
    ...{ state: 'offered', deadline: new Date('2026-12-02T11:00:00Z') },
  })
  await leaveWaiting(second, (await entryOf(second)).id)
  const released = (await takeJobs()).filter(({ reaction }) => reaction.endsWith('to-waiting'))
  expect(released).toHaveLength(2)
  await offerReleased([(await entryOf(second)).dateId ?? ''])
  expect(await entryOf(third)).toMatchObject({ state: 'offered' })
})

test('a running PLG comes first, then who had none of it for a year, then first come', async () => {
  const plg = await aPlg({ phase: 'trial' })
  const had = await anActor('teacher')
  const plain = await anActor('teacher')
  const member = await anActor('teacher')
  await aMember({ plgId: plg.id, personId: member.id })
  const schoolOf = ({ memberships }: Actor) => memberships[0]?.schoolId ?? null
  await booked(had, {
    ...{ schoolId: schoolOf(had) },
    dates: [{ from: '2026-12-01', to: '2026-12-01', span: { from: '10:00', to: '12:00' } }],
  })
  await db().updateTable('labDates').set({ state: 'closed' }).execute()
  await booked(staff)
  for (const [who, given] of [
    [had, {}],
    [plain, {}],
    [member, { plgId: plg.id }],
  ] as const) {
    await joinWaiting(who, wish(given))
    later(1)
  }
  await giveBack()
  expect(await entryOf(member)).toMatchObject({ state: 'offered' })
  for (const [from, to] of [
    [member, plain],
    [plain, had],
  ] as const) {
    const { id } = await entryOf(from)
    await leaveWaiting(from, id)
    await offerReleased([(await entryOf(from)).dateId ?? ''])
    expect(await entryOf(to)).toMatchObject({ state: 'offered' })
  }
})

test('many at once: it is held once, whoever releases and books', async () => {
  await booked(staff)
  const people = await Promise.all(Array.from({ length: 6 }, () => anActor('teacher')))
  for (const one of people) await joinWaiting(one, wish())
  const [date] = await db()
    .updateTable('labDates')
    .set({ state: 'cancelled' })
    .returning('id')
    .execute()
  const ids = [date?.id ?? '']
  await Promise.all([
    ...[1, 2, 3, 4].map(() => offerReleased(ids)),
    ...[1, 2, 3].map(() => booked(staff)),
  ])
  expect(await heldOf(room.resource.id, AT)).toBe(1)
  const entries = await db().selectFrom('labWaiting').select('state').execute()
  expect(entries.filter(({ state }) => state === 'offered').length).toBeLessThanOrEqual(1)
})

test('what is free is not waited for, nor what no rule allows, nor what one does not see', async () => {
  const teacher = await anActor('teacher')
  await expect(joinWaiting(teacher, wish())).rejects.toThrow('sofort buchen')
  await expect(joinWaiting(teacher, wish({ tag: '2026-12-13' }))).rejects.toMatchObject({
    name: 'Refusal',
  })
  const draft = await aSet({ kind: 'room', state: 'draft' })
  await expect(joinWaiting(teacher, wish({ angebot: draft.slug }))).rejects.toMatchObject({
    name: 'NotFound',
  })
  const pending = await anActor('teacher', { state: 'pending' })
  await expect(joinWaiting(pending, wish())).rejects.toMatchObject({ name: 'Forbidden' })
})

test('when its time has come nobody waits for it any more', async () => {
  await booked(staff)
  const teacher = await anActor('teacher')
  await joinWaiting(teacher, wish())
  itIs('2026-12-10T09:00:00Z')
  await keepWaitingGoing(time.at)
  expect(await entryOf(teacher)).toMatchObject({ state: 'expired' })
})

test.each([
  '',
  'angebot=%00&tag=2026-12-10',
  'angebot=nichts&tag=2026-12-10',
  'angebot=x&tag=2026-02-30',
  'angebot=x&tag=2026-12-10&von=25:00&bis=-1&anzahl=NaN',
])('an address that says nothing asks for nothing: %s', async (address) => {
  const page = await waitingPage(await anActor('teacher'), new URLSearchParams(address))
  expect(page.wish).toBeNull()
})

test('what is only held is nobody’s booking: it is in no list, nobody consents to it and it does not expire as a request', async () => {
  const schoolId = (await aSchool()).id
  const principal = await anActor('principal', { schoolId })
  await db().updateTable('labOffers').set({ approval: 'smz_and_principal' }).execute()
  await booked(staff, { override: 'Probe' })
  const teacher = await anActor('teacher', { schoolId })
  await joinWaiting(teacher, wish())
  await giveBack()
  expect((await entryOf(teacher)).state).toBe('offered')
  const lists = async () => [
    (await mineFor(teacher, new URLSearchParams())).dates.total,
    (await nextBookings(teacher, 3)).length,
    (await startFor(teacher)).next.length,
    (await toConsentFor(principal)).length,
  ]
  expect(await lists()).toEqual([0, 0, 0, 0])
  await expireRequests(AT)
  expect((await dateStates()).toSorted()).toEqual(['cancelled', 'requested'])
  await acceptWaiting(teacher, (await entryOf(teacher)).id)
  expect(await lists()).toEqual([1, 1, 1, 1])
  await expireRequests(AT)
  expect((await dateStates()).toSorted()).toEqual(['cancelled', 'expired'])
})

test('what nobody took is not among what one has booked once', async () => {
  await booked(staff)
  const teacher = await anActor('teacher')
  await joinWaiting(teacher, wish())
  await giveBack()
  await leaveWaiting(teacher, (await entryOf(teacher)).id)
  const past = new URLSearchParams({ stand: 'vergangen' })
  expect((await mineFor(teacher, past)).dates.total).toBe(0)
})

test('nobody takes for a school that they have left', async () => {
  await booked(staff)
  const schoolId = (await aSchool()).id
  const teacher = await anActor('teacher', { schoolId })
  await joinWaiting(teacher, wish())
  await giveBack()
  const { id } = await entryOf(teacher)
  const { memberships } = await anActor('teacher')
  await expect(acceptWaiting({ ...teacher, memberships }, id)).rejects.toThrow(Forbidden)
})

test('a wish names the PLG and the Vorhaben it is for, of one’s own', async () => {
  await booked(staff)
  const [teacher, plg, strange] = [await anActor('teacher'), await aPlg(), await aPlg()]
  await aMember({ plgId: plg.id, personId: teacher.id })
  const [own, foreign] = [await aProject({ plgId: plg.id }), await aProject({ plgId: strange.id })]
  const page = await waitingPage(teacher, new URLSearchParams({ angebot: room.slug, tag: DAY }))
  expect([page.plgs.length, page.projects.length]).toEqual([1, 1])
  await expect(joinWaiting(teacher, wish({ projectId: foreign.id }))).rejects.toThrow(Refusal)
  await joinWaiting(teacher, wish({ projectId: own.id }))
  expect(await entryOf(teacher)).toMatchObject({ plgId: plg.id, projectId: own.id })
})
