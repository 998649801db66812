import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aVisit, aVisitor } from '#db/factories/visit.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { datesOf } from '#server/platform/calendar.ts'
import { NotFound } from '#server/platform/errors.ts'
import { removeVisit } from '../commands.ts'
import { VISIT_STATES } from '../contract.ts'
import { icsFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const span = { since: new Date('2026-01-01T00:00:00Z'), limit: 100 }
const schoolOf = (actor: Actor) => actor.memberships[0]?.schoolId ?? ''

async function aMeeting(given: object = {}) {
  const host = await anActor()
  const guest = await anActor()
  const visit = await aVisit({
    ...{ hostId: host.id, hostSchoolId: schoolOf(host), lesson: 'Brüche legen', ...given },
  })
  await aVisitor({ visitId: visit.id, personId: guest.id, schoolId: schoolOf(guest) })
  return { host, guest, visit, number: String(visit.number) }
}

test('both sides have it in a file and in their calendar, with time and place and nobody’s name', async () => {
  const { host, guest, visit, number } = await aMeeting()
  for (const actor of [host, guest]) {
    const { name, text } = await icsFor(actor, number)
    expect(name).toBe(`hospitation-${number}.ics`)
    expect(text).toContain('SUMMARY:Hospitation: Brüche legen\r\n')
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20990302T090000\r\n')
    expect(text).toContain(`UID:hospitation-${visit.id}@lernen25\r\n`)
    expect(text).not.toContain(host.lastName)
    expect((await datesOf(actor, span)).map(({ summary }) => summary)).toEqual([
      'Hospitation: Brüche legen',
    ])
  }
})

test('nobody else has, whatever office they hold and whether the PLG reads along', async () => {
  const plg = await aPlg()
  const { host, number } = await aMeeting({ plgId: plg.id, shareWith: 'plg' })
  const member = await anActor()
  await aMember({ plgId: plg.id, personId: member.id, schoolId: schoolOf(member) })
  const head = await anActor('principal', { schoolId: schoolOf(host) })
  for (const actor of [member, head, await anActor('smz_staff'), await anActor('operator')]) {
    await expect(icsFor(actor, number)).rejects.toThrow(NotFound)
    expect(await datesOf(actor, span)).toEqual([])
  }
})

test.each(VISIT_STATES)('one that is %s is in the calendar while it is agreed', async (state) => {
  const { host, guest, number } = await aMeeting({ state })
  const isIn = ['accepted', 'held', 'debriefed'].includes(state)
  for (const actor of [host, guest]) {
    expect(await datesOf(actor, span)).toHaveLength(isIn ? 1 : 0)
    if (!isIn) await expect(icsFor(actor, number)).rejects.toThrow(NotFound)
  }
})

test('what its host has taken away is gone, and a word in place of the number is nothing', async () => {
  const { host, guest, visit, number } = await aMeeting({ state: 'held' })
  await removeVisit(host, number, { version: visit.version })
  for (const actor of [host, guest]) {
    expect(await datesOf(actor, span)).toEqual([])
    for (const param of [number, '0', 'x', '99999999999'])
      await expect(icsFor(actor, param)).rejects.toThrow(NotFound)
  }
})

test('of a visit inside a closed PLG only the time leaves the house', async () => {
  const plg = await aPlg({ joining: 'closed' })
  const { host, number } = await aMeeting({ plgId: plg.id })
  const { text } = await icsFor(host, number)
  expect(text).toContain('SUMMARY:Termin (Lernen 25)\r\n')
  expect(text).not.toContain('Brüche')
  expect(text).not.toContain('LOCATION')
})

test('nobody who is not confirmed any more', async () => {
  const { host, number } = await aMeeting()
  await db().updateTable('memberships').set({ state: 'pending' }).execute()
  const pending = {
    ...host,
    memberships: host.memberships.map((one) => ({ ...one, state: 'pending' as const })),
  }
  await expect(icsFor(pending, number)).rejects.toThrow()
})
