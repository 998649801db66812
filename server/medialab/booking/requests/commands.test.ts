import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aBooking } from '#db/factories/lab-booking.ts'
import { aLab, aSet, heldOf } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { bookingFor } from '../views.ts'
import {
  approveRequests,
  consentTo,
  expireRequests,
  refuseConsent,
  rejectRequests,
} from './commands.ts'
import { requestsFor, toConsentFor, waitingFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let schoolId: string
let teacher: Actor
let principal: Actor
let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  schoolId = (await aSchool()).id
  teacher = await anActor('teacher', { schoolId })
  principal = await anActor('principal', { schoolId })
  staff = await anActor('smz_staff')
  await aLab()
})

const MONDAY = '2026-11-30'
const loan = (day = MONDAY, after = '2026-12-05') => ({
  ...{ isLoan: true, state: 'requested' },
  ...{ startsAt: momentOf(day, '00:00'), endsAt: momentOf(after, '00:00') },
})
type Set = Awaited<ReturnType<typeof aSet>>
const asked = (set: Set, given: object = {}, date: object = {}) =>
  aBooking(
    { personId: teacher.id, schoolId, ...given },
    [{ ...loan(), ...date }],
    [{ offerId: set.id, resourceId: set.resource.id }],
  )
const page = (name: string) => bookingFor(staff, name)
const stateOf = async (name: string) => (await page(name)).dates[0]?.state
const versionOf = async (name: string) => (await page(name)).booking.version

test('promised by the SMZ alone, several at once, once', async () => {
  const pool = await aSet({ approval: 'smz' }, { total: 5 })
  const [one, two] = [await asked(pool), await asked(pool)]
  const input = { numbers: [one.name, two.name], reason: '' }
  for (const who of [teacher, principal, await anActor('operator')])
    expect(() => approveRequests(who, input)).toThrow(Forbidden)
  const results = await Promise.allSettled([
    approveRequests(staff, input),
    approveRequests(await anActor('smz_staff'), input),
  ])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect([await stateOf(one.name), await stateOf(two.name)]).toEqual(['confirmed', 'confirmed'])
  const log = await db().selectFrom('labBookingLog').select('act').execute()
  expect(log).toEqual([{ act: 'approved' }, { act: 'approved' }])
})

test('a no has a sentence, frees what was held and is remembered as demand', async () => {
  const set = await aSet({ approval: 'smz' })
  const { name } = await asked(set)
  await rejectRequests(staff, { numbers: [name], reason: 'Wird gewartet' })
  expect((await page(name)).dates[0]).toMatchObject({
    ...{ state: 'rejected', stateReason: 'Wird gewartet' },
  })
  expect(await heldOf(set.resource.id, momentOf(MONDAY, '12:00'))).toBe(0)
  const unmet = await db().selectFrom('labUnmet').selectAll().execute()
  expect(unmet).toMatchObject([{ offerId: set.id, schoolId, reason: 'rejected' }])
  const again = { numbers: [name], reason: 'Noch einmal' }
  await expect(rejectRequests(staff, again)).rejects.toThrow(/schon entschieden/)
})

test('where the Schulleitung has a word the SMZ waits for it, or says why not', async () => {
  const set = await aSet({ approval: 'smz_and_principal' }, { total: 3 })
  const [one, two, three] = [await asked(set), await asked(set), await asked(set)]
  const approve = (name: string, reason = '') => approveRequests(staff, { numbers: [name], reason })
  await expect(approve(one.name)).rejects.toThrow(/Schulleitung/)
  const version = await versionOf(one.name)
  await expect(consentTo(teacher, one.name, { version })).rejects.toThrow(Forbidden)
  const stranger = await anActor('principal')
  await expect(consentTo(stranger, one.name, { version })).rejects.toThrow(NotFound)
  expect(await waitingFor(principal)).toMatchObject([{ id: 'lab-consents' }])
  await consentTo(principal, one.name, { version })
  await expect(consentTo(principal, one.name, { version })).rejects.toThrow(Refusal)
  expect(await stateOf(one.name)).toBe('requested')
  await approve(one.name)
  await approve(two.name, 'Am Telefon abgesprochen')
  expect((await page(two.name)).log[0]?.note).toContain('Am Telefon')
  await refuseConsent(principal, three.name, {
    ...{ version: await versionOf(three.name), reason: 'Zu teuer' },
  })
  expect(await stateOf(three.name)).toBe('rejected')
  expect(await toConsentFor(principal)).toEqual([])
})

test('in the order of rule 15, with why; and nobody else reads the list', async () => {
  const set = await aSet({ approval: 'smz' }, { total: 9 })
  const had = { startsAt: momentOf('2026-03-02', '00:00'), endsAt: momentOf('2026-03-05', '00:00') }
  await asked(set, {}, { ...had, state: 'closed' })
  const plg = await aPlg({ phase: 'trial' })
  await aMember({ plgId: plg.id, personId: teacher.id, schoolId })
  const other = (await aSchool()).id
  const order = { early: '2026-11-02', late: '2026-11-03', last: '2026-11-04' }
  const at = (day: string) => ({ createdAt: momentOf(day, '08:00') })
  const again = await asked(set, at(order.early))
  const fresh = await asked(set, { ...at(order.late), schoolId: other })
  const project = await asked(set, { ...at(order.last), plgId: plg.id })
  const { rows } = await requestsFor(staff, null)
  expect(rows.map(({ number, rank }) => [number, rank])).toEqual([
    [project.name, 'project'],
    [fresh.name, 'first_in_a_year'],
    [again.name, 'in_order'],
  ])
  await db().updateTable('plgs').set({ isPaused: true }).execute()
  expect((await requestsFor(staff, null)).rows.at(-1)?.number).toBe(project.name)
  for (const who of [teacher, principal])
    await expect(requestsFor(who, null)).rejects.toThrow(Forbidden)
})

test('what nobody decides is over when its time comes', async () => {
  const set = await aSet({ approval: 'smz' })
  const { name } = await asked(set)
  const begins = momentOf(MONDAY, '00:00')
  await expireRequests(new Date(begins.getTime() - 1000))
  expect(await stateOf(name)).toBe('requested')
  await Promise.all([expireRequests(begins), expireRequests(begins)])
  expect(await stateOf(name)).toBe('expired')
  expect(await heldOf(set.resource.id, momentOf(MONDAY, '12:00'))).toBe(0)
  const unmet = await db().selectFrom('labUnmet').selectAll().execute()
  expect(unmet).toMatchObject([{ reason: 'expired' }])
})
