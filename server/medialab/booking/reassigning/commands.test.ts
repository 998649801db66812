import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aBooking } from '#db/factories/lab-booking.ts'
import { aLab, aSet, heldOf } from '#db/factories/lab.ts'
import { aMembership, anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { endMembership } from '#server/accounts/roles/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { actorOfPerson } from '#server/auth/session.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { react } from '#server/platform/react-for-tests.ts'
import { place } from '../../placing/commands.ts'
import { cancelBooking } from '../commands.ts'
import { linkFor } from '../links/views.ts'
import { confirmNow } from '../reactions.ts'
import { waitingFor } from '../requests/views.ts'
import { bookingFor } from '../views.ts'
import { callOffBooking, reassignBooking, undoReassign } from './commands.ts'
import { leftBehindFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let schoolId: string
let leaver: Actor
let heir: Actor
let principal: Actor
let koffer: Awaited<ReturnType<typeof aSet>>

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  schoolId = (await aSchool()).id
  leaver = await anActor('teacher', { schoolId })
  heir = await anActor('teacher', { schoolId, firstName: 'Orhan', lastName: 'Muster' })
  principal = await anActor('principal', { schoolId })
  await aLab()
  koffer = await aSet({}, { total: 9 })
})

const loan = {
  ...{ isLoan: true, startsAt: momentOf('2026-11-30', '00:00') },
  endsAt: momentOf('2026-12-05', '00:00'),
}
const out = {
  ...{ isLoan: true, state: 'out', startsAt: momentOf('2026-11-16', '00:00') },
  endsAt: momentOf('2026-11-21', '00:00'),
}
type Lent = typeof loan & { state?: string }
const booked = (dates: Lent[] = [loan]) =>
  aBooking({ personId: leaver.id, schoolId, phone: '0203 1' }, dates, [
    { offerId: koffer.id, resourceId: koffer.resource.id },
  ])

/** The membership of the person ends, by whoever leads the school; as they are from then on. */
async function leaves(person: Actor = leaver): Promise<Actor> {
  const { id } = await db()
    .selectFrom('memberships')
    .where('personId', '=', person.id)
    .where('schoolId', '=', schoolId)
    .select('id')
    .executeTakeFirstOrThrow()
  await endMembership(principal, id)
  return (await actorOfPerson(person.id)) ?? person
}
const listed = async () => (await leftBehindFor(principal)).map(({ number }) => number)
const versionOf = async (number: string) => (await bookingFor(principal, number)).booking.version
const give = async (number: string, person: Actor = heir) =>
  reassignBooking(principal, { number, version: await versionOf(number), person: person.id })
const bellOf = async (person: Actor) => JSON.stringify(await bellFor(person, null))

test('what is open of somebody who left waits for the Schulleitung, and for nobody else', async () => {
  const [coming, lent] = [await booked(), await booked([out])]
  await booked([{ ...out, state: 'closed' }])
  await booked([{ ...loan, state: 'cancelled' }])
  await aBooking({ personId: heir.id, schoolId }, [loan], [])
  expect(await listed()).toEqual([])
  await leaves()
  expect(await listed()).toEqual([lent.name, coming.name])
  expect((await waitingFor(principal)).map(({ id }) => id)).toContain('lab-left-behind')
  const stranger = await anActor('principal')
  expect(await leftBehindFor(stranger)).toEqual([])
  for (const who of [heir, await anActor('smz_staff'), await anActor('operator')])
    await expect(leftBehindFor(who)).rejects.toThrow(Forbidden)
  const form = { number: coming.name, version: await versionOf(coming.name), person: heir.id }
  await expect(reassignBooking(stranger, form)).rejects.toThrow(NotFound)
  await expect(reassignBooking(await anActor('smz_staff'), form)).rejects.toThrow(Forbidden)
  await react()
  expect(await bellOf(principal)).toContain('ist nicht mehr an Ihrer Schule')
})

test('who has another role at the school has not left it; who has no account any more has', async () => {
  const { name } = await booked()
  await aMembership({ personId: leaver.id, schoolId, role: 'digital_officer' })
  await leaves()
  expect(await listed()).toEqual([])
  await db().updateTable('persons').set({ isActive: false }).where('id', '=', leaver.id).execute()
  expect(await listed()).toEqual([name])
  await db()
    .updateTable('labBookings')
    .set({ personId: null, createdBy: null })
    .where('personId', '=', leaver.id)
    .execute()
  expect(await listed()).toEqual([name])
  await give(name)
  expect(await listed()).toEqual([])
})

test('somebody else of the school answers for it from now on; both hear it, old letters open nothing', async () => {
  const { id, name } = await booked()
  await confirmNow(id)
  const [key = ''] = lettersKeys()
  expect((await linkFor(key)).booking?.number).toBe(name)
  await leaves()
  await aMembership({ personId: leaver.id, schoolId: (await aSchool()).id })
  const form = { number: name, version: await versionOf(name), person: heir.id }
  await reassignBooking(principal, form)
  await reassignBooking(principal, form)
  await react()
  const { booking, can } = await bookingFor(heir, name)
  expect([booking.person, booking.phone, can.cancelAny]).toEqual(['Orhan Muster', '', true])
  expect((await linkFor(key)).booking).toBe(null)
  expect((await linkFor(lettersKeys().find((one) => one !== key) ?? '')).booking?.number).toBe(name)
  const left = (await actorOfPerson(leaver.id)) ?? leaver
  await expect(bookingFor(left, name)).rejects.toThrow(NotFound)
  expect(await bellOf(heir)).toContain('Ihnen eine Buchung im MediaLab übergeben')
  expect(await bellOf(left)).toContain('hat jetzt jemand anderes an der Schule')
  expect(await db().selectFrom('labReassignments').selectAll().execute()).toMatchObject([
    { fromPerson: leaver.id, toPerson: heir.id, byPerson: principal.id },
  ])
})
const lettersKeys = () =>
  keptMails().flatMap(({ text }) => /\/medialab\/zugang\/([\w-]{43})/.exec(text)?.[1] ?? [])

test('only to somebody of the school, only of who left, only what stands there', async () => {
  const { name } = await booked()
  await expect(give(name)).rejects.toThrow(/noch an Ihrer Schule/)
  await leaves()
  await expect(give(name, await anActor('teacher'))).rejects.toMatchObject({ field: 'person' })
  const version = await versionOf(name)
  const results = await Promise.allSettled(
    [heir, principal].map(({ id }) =>
      reassignBooking(principal, { number: name, version, person: id }),
    ),
  )
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.any(Refusal) as Refusal,
  })
})

test('who takes a machine over has been shown how; what is out already is only given over', async () => {
  const instruction = await db()
    .insertInto('labInstructions')
    .values({ id: randomUUID(), name: 'Lasercutter', kind: 'safety', validMonths: 12 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('labOfferInstructions')
    .values({ offerId: koffer.id, instructionId: instruction.id })
    .execute()
  const [coming, lent] = [await booked(), await booked([out])]
  await leaves()
  await expect(give(coming.name)).rejects.toThrow(/Einweisung/)
  await give(lent.name)
  expect(await listed()).toEqual([coming.name])
})

test('or it is called off: what has not begun; what is out needs somebody', async () => {
  const [coming, lent] = [await booked(), await booked([out])]
  await leaves()
  await callOffBooking(principal, { number: coming.name, version: await versionOf(coming.name) })
  expect(await heldOf(koffer.resource.id, momentOf('2026-12-01', '12:00'))).toBe(0)
  await expect(
    callOffBooking(principal, { number: lent.name, version: await versionOf(lent.name) }),
  ).rejects.toThrow(/ausgeliehen/)
  expect(await listed()).toEqual([lent.name])
})

test('nobody books for a school they have left, nor changes what they had booked there', async () => {
  const { name } = await booked()
  await leaves()
  await aMembership({ personId: leaver.id, schoolId: (await aSchool()).id })
  const left = (await actorOfPerson(leaver.id)) ?? leaver
  const view = await bookingFor(left, name)
  expect([view.can.cancelAny, view.can.edit]).toEqual([false, false])
  const { version } = view.booking
  await expect(cancelBooking(left, name, { version, reason: '' })).rejects.toThrow(Forbidden)
  const wanted = {
    ...{ offers: [{ slug: koffer.slug, quantity: 1 }], schoolId, purpose: '6b', subject: '' },
    dates: [{ from: '2026-12-07', to: '2026-12-11', span: null }],
    ...{ grade: null, participants: null, phone: '', plgId: null, projectId: null },
    ...{ isDelivered: false, outSiteId: null, skips: false, override: '' },
    clientKey: randomUUID(),
  }
  await expect(place(left, wanted)).rejects.toThrow(Forbidden)
})

test('a slip is put right at once by who made it, and by nobody else', async () => {
  const { name: number } = await booked()
  await leaves()
  await give(number)
  const deputy = await anActor('deputy_principal', { schoolId })
  await expect(undoReassign(deputy, number)).rejects.toThrow(Refusal)
  await expect(undoReassign(heir, number)).rejects.toThrow(Forbidden)
  await Promise.all([undoReassign(principal, number), undoReassign(principal, number)])
  expect(await listed()).toEqual([number])
  await react()
  await expect(bookingFor(heir, number)).rejects.toThrow(NotFound)
  expect(await bellOf(heir)).not.toContain('übergeben')
  await give(number)
  await db()
    .updateTable('labReassignments')
    .set({ at: new Date('2026-11-23T08:50:00Z') })
    .execute()
  await expect(undoReassign(principal, number)).rejects.toThrow('nicht mehr')
})
