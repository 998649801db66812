import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aWorkshop } from '#db/factories/workshop.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { workshopFor, workshopsFor } from '../views.ts'
import * as seats from './commands.ts'
import { seatDates } from './views.ts'

/** The clock of this file; a Monday in working hours. */
const time = vi.hoisted(() => ({ at: new Date() }))
vi.mock('#server/platform/clock.ts', async (original) => ({
  ...(await original<object>()),
  now: () => time.at,
}))
const itIs = (moment: string) => {
  time.at = new Date(moment)
}
const later = (seconds: number) => {
  time.at = new Date(time.at.getTime() + seconds * 1000)
}

let school: Awaited<ReturnType<typeof aSchool>>

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  itIs('2026-11-30T09:00:00Z')
  school = await aSchool()
})

const teacher = () => anActor('teacher', { schoolId: school.id })
const teachers = (count: number) => Promise.all(Array.from({ length: count }, teacher))
const seatOf = async (workshopId: string, { id }: Actor) =>
  (
    await db()
      .selectFrom('labSeats')
      .where('workshopId', '=', workshopId)
      .where('personId', '=', id)
      .orderBy('changedAt', 'desc')
      .select(['id', 'state', 'deadline'])
      .execute()
  )[0]
const told = async () =>
  (await takeJobs()).flatMap(({ payload, reaction }) =>
    reaction.startsWith('workshops.tell') ? [{ reaction, payload }] : [],
  )
const lookForDueWork = () => seats.keepSeatsGoing(time.at)
const pageOf = ({ number, title }: { number: number; title: string }, who: Actor | null) =>
  workshopFor(who, `${number}-${title.toLowerCase().replace(' ', '-')}`)

test('booked out, a line, a seat that comes free, an offer until noon of the next school day', async () => {
  const workshop = await aWorkshop({ seats: 1 })
  const [first, second, third] = (await teachers(3)) as [Actor, Actor, Actor]
  expect(await seats.signUp(first, workshop.number, {})).toBe('taken')
  expect(await seats.signUp(second, workshop.number, {})).toBe('waiting')
  later(1)
  expect(await seats.signUp(third, workshop.number, {})).toBe('waiting')
  expect((await pageOf(workshop, second)).mine).toMatchObject({ state: 'waiting', position: 1 })
  expect((await pageOf(workshop, third)).mine).toMatchObject({ position: 2 })
  await takeJobs()

  await seats.withdraw(first, workshop.number)
  await lookForDueWork()
  expect(await seatOf(workshop.id, second)).toMatchObject({ state: 'waiting' })
  later(16)
  await lookForDueWork()
  expect(await seatOf(workshop.id, second)).toMatchObject({
    ...{ state: 'offered', deadline: new Date('2026-12-01T11:00:00Z') },
  })
  expect(await told()).toMatchObject([
    {
      reaction: 'workshops.tell-offered',
      payload: { until: 'bis Di 01.12.2026, 12:00 Uhr' },
    },
  ])
  expect((await pageOf(workshop, third)).mine).toMatchObject({ position: 1 })
  expect(await seats.acceptSeat(second, workshop.number)).toBe('taken')
  expect(await seats.acceptSeat(second, workshop.number)).toBe('taken')
  const since = new Date('2026-11-01T00:00:00Z')
  expect(await seatDates(second, { since, limit: 9 })).toHaveLength(1)
  expect(await seatDates(third, { since, limit: 9 })).toHaveLength(0)
})

describe('who does not answer', () => {
  const waitingFor = async (count: number) => {
    const workshop = await aWorkshop({ seats: 1 })
    const [first, ...line] = (await teachers(count + 1)) as [Actor, ...Actor[]]
    await seats.signUp(first, workshop.number, {})
    for (const one of line) {
      later(1)
      await seats.signUp(one, workshop.number, {})
    }
    await seats.withdraw(first, workshop.number)
    later(16)
    await lookForDueWork()
    return { workshop, line: line as [Actor, Actor] }
  }

  test('loses the seat at noon, also before anybody has looked; it goes on, and is kept as demand', async () => {
    const { workshop, line } = await waitingFor(2)
    itIs('2026-12-01T10:59:59Z')
    await lookForDueWork()
    expect(await seatOf(workshop.id, line[0])).toMatchObject({ state: 'offered' })
    itIs('2026-12-01T11:00:00Z')
    await expect(seats.acceptSeat(line[0], workshop.number)).rejects.toThrow('Frist')
    await takeJobs()
    await lookForDueWork()
    expect(await seatOf(workshop.id, line[0])).toMatchObject({ state: 'expired' })
    expect(await seatOf(workshop.id, line[1])).toMatchObject({ state: 'offered' })
    expect((await told()).map(({ reaction }) => reaction)).toEqual([
      'workshops.tell-expired',
      'workshops.tell-offered',
    ])
    expect(await db().selectFrom('labUnmet').selectAll().execute()).toMatchObject([
      { kind: 'workshop', wanted: workshop.title, reason: 'expired', schoolId: school.id },
    ])
  })

  test('or declines: the next one at once', async () => {
    const { workshop, line } = await waitingFor(2)
    await seats.declineSeat(line[0], workshop.number)
    expect(await seatOf(workshop.id, line[1])).toMatchObject({ state: 'offered' })
  })

  test('when it begins the line ends, and nobody is offered anything any more', async () => {
    const { workshop, line } = await waitingFor(2)
    itIs('2026-12-10T13:00:00Z')
    await lookForDueWork()
    expect(await seatOf(workshop.id, line[0])).toMatchObject({ state: 'expired' })
    expect(await seatOf(workshop.id, line[1])).toMatchObject({ state: 'expired' })
  })
})

test('a seat given up can be had again for some seconds, and nobody else has got it meanwhile', async () => {
  const workshop = await aWorkshop({ seats: 1 })
  const [first, second] = (await teachers(2)) as [Actor, Actor]
  await seats.signUp(first, workshop.number, {})
  const seatId = await seats.withdraw(first, workshop.number)
  expect(await seats.signUp(second, workshop.number, {})).toBe('waiting')
  await expect(seats.undoWithdraw(second, workshop.number, seatId)).rejects.toMatchObject({
    name: 'NotFound',
  })
  later(10)
  await seats.undoWithdraw(first, workshop.number, seatId)
  expect(await seatOf(workshop.id, first)).toMatchObject({ state: 'taken' })
  await seats.withdraw(first, workshop.number)
  later(16)
  await expect(seats.undoWithdraw(first, workshop.number, seatId)).rejects.toThrow('rückgängig')
})

test('a request holds its seat until the SMZ agrees; what is rejected goes on', async () => {
  const workshop = await aWorkshop({ seats: 1, needsApproval: true })
  const [first, second] = (await teachers(2)) as [Actor, Actor]
  const staff = await anActor('smz_staff')
  expect(await seats.signUp(first, workshop.number, {})).toBe('requested')
  expect(await seats.signUp(second, workshop.number, {})).toBe('waiting')
  const seat = (await seatOf(workshop.id, first))?.id ?? ''
  const decision = { seat, isApproved: false, reason: 'Nur für Grundschulen' }
  await expect(seats.decideSeat(first, workshop.number, decision)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await seats.decideSeat(staff, workshop.number, decision)
  expect(await seatOf(workshop.id, second)).toMatchObject({ state: 'offered' })
  expect(await seats.acceptSeat(second, workshop.number)).toBe('requested')
  const other = (await seatOf(workshop.id, second))?.id ?? ''
  await seats.decideSeat(staff, workshop.number, { seat: other, isApproved: true, reason: '' })
  await expect(
    seats.decideSeat(staff, workshop.number, { ...decision, seat: other }),
  ).rejects.toThrow('schon jemand')
  expect(await seatOf(workshop.id, second)).toMatchObject({ state: 'taken' })
})

test('who it is meant for, and from when on not', async () => {
  const workshop = await aWorkshop({ roles: ['first_level_admin'], seats: 5 })
  await expect(seats.signUp(await teacher(), workshop.number, {})).rejects.toMatchObject({
    name: 'Forbidden',
  })
  const admin = await anActor('first_level_admin', { schoolId: school.id })
  expect(await seats.signUp(admin, workshop.number, {})).toBe('taken')
  const forms = await aWorkshop({ schoolForms: ['hospital'] })
  await expect(seats.signUp(admin, forms.number, {})).rejects.toThrow('Schulformen')
  const closed = await aWorkshop({ signupUntil: new Date('2026-11-29T23:00:00Z') })
  await expect(seats.signUp(admin, closed.number, {})).rejects.toThrow('Anmeldung ist beendet')
  const draft = await aWorkshop({ state: 'draft' })
  await expect(seats.signUp(admin, draft.number, {})).rejects.toMatchObject({ name: 'NotFound' })
  const pending = await anActor('teacher', { schoolId: school.id, state: 'pending' })
  await expect(seats.signUp(pending, (await aWorkshop()).number, {})).rejects.toMatchObject({
    name: 'Forbidden',
  })
})

test('a school has its share; others go by, and it gets more when somebody of it goes', async () => {
  const workshop = await aWorkshop({ seats: 3, seatsPerSchool: 1 })
  const [first, second] = (await teachers(2)) as [Actor, Actor]
  const other = await anActor('teacher')
  expect(await seats.signUp(first, workshop.number, {})).toBe('taken')
  expect(await seats.signUp(second, workshop.number, {})).toBe('waiting')
  later(1)
  expect(await seats.signUp(other, workshop.number, {})).toBe('taken')
  await seats.withdraw(first, workshop.number)
  later(16)
  await lookForDueWork()
  expect(await seatOf(workshop.id, second)).toMatchObject({ state: 'offered' })
})

test('the public sees how many are free and nobody by name', async () => {
  const workshop = await aWorkshop({ seats: 3, link: 'https://raum.example/geheim' })
  const person = await anActor('teacher', { schoolId: school.id, lastName: 'Unverwechselbar' })
  await db()
    .insertInto('labWorkshopLeaders')
    .values({ workshopId: workshop.id, personId: person.id })
    .execute()
  const guest = await teacher()
  await seats.signUp(guest, workshop.number, {})
  for (const who of [null, await teacher()]) {
    const shown = JSON.stringify([
      await pageOf(workshop, who),
      await workshopsFor(who, { page: 1, isPast: false }),
    ])
    expect(shown).toContain('"free":2')
    expect(shown).not.toContain('Unverwechselbar')
    expect(shown).not.toContain('geheim')
    expect(shown).not.toContain(guest.id)
  }
  const inside = JSON.stringify(await pageOf(workshop, guest))
  expect(inside).toContain('Unverwechselbar')
  expect(inside).toContain('geheim')
})
