import '#db/testing.ts'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aClass, aHeldTalk, aNeed, aTalk } from '#db/factories/talks.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { react } from '#server/platform/react-for-tests.ts'
import { decideNeedOf, holdTalk, writeMinutes } from '../commands.ts'
import { openCycle } from '../cycles/commands.ts'
import { printOf } from '../rules.ts'
import { signTalk, takeOverResult } from '../signing/commands.ts'
import { resultFor, talkFor } from '../views.ts'
import { waitingFor } from '../waiting/views.ts'
import { closeEndedRounds, closeTalk } from './commands.ts'

let principal: Actor
let amt: Actor
let schoolId: string

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
  schoolId = (await aSchool({ ownership: 'public' })).id
  principal = await anActor('principal', { schoolId })
  amt = await anActor('school_authority_staff')
})

const stateOf = async (number: number) =>
  db()
    .selectFrom('equipmentTalks')
    .where('number', '=', number)
    .select(['id', 'status', 'content', 'closeReason'])
    .executeTakeFirstOrThrow()

const bellOf = async (actor: Actor) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

async function sign(number: number) {
  const { content } = await stateOf(number)
  await signTalk(principal, String(number), { content })
  await signTalk(amt, String(number), { content })
}

test('what never was ends with a reason, by the Amt, and nothing changes after it', async () => {
  const { number, id } = await aTalk({ schoolId })
  const nr = String(number)
  await expect(closeTalk(principal, nr, { reason: 'Keine Zeit' })).rejects.toThrow(Forbidden)
  await expect(closeTalk(amt, nr, { reason: '' })).rejects.toThrow('warum')
  const input = { reason: 'Die Schule zieht um.' }
  await Promise.all([closeTalk(amt, nr, input), closeTalk(amt, nr, input)])
  expect(await stateOf(number)).toMatchObject({
    ...{ status: 'closed', closeReason: 'Die Schule zieht um.' },
  })
  expect((await talkFor(principal, nr)).talk.closeReason).toBe('Die Schule zieht um.')
  await expect(holdTalk(amt, nr)).rejects.toThrow(Forbidden)
  const teacher = await anActor('teacher', { schoolId })
  await expect(talkFor(teacher, nr)).rejects.toThrow(NotFound)
  const change = (row: object) =>
    db().updateTable('equipmentTalks').set(row).where('id', '=', id).execute()
  await expect(change({ minutes: 'x' })).rejects.toThrow('talk_agreed')
  await expect(change({ status: 'open', closedAt: null })).rejects.toThrow('talk_agreed')
  await expect(change({ closeReason: 'anders' })).rejects.toThrow('talk_agreed')
  await react()
  expect(await bellOf(principal)).toEqual([expect.stringContaining('abgeschlossen')])
})

test('with its round ends what both signed, read-only; the result still goes into the concept', async () => {
  const cycle = { startsOn: '2025-08-01', months: 12, dueOn: '2026-06-30' }
  await openCycle(amt, { ...cycle, clientKey: crypto.randomUUID() })
  const { id: cycleId } = await db()
    .selectFrom('equipmentCycles')
    .select('id')
    .executeTakeFirstOrThrow()
  await db().deleteFrom('equipmentTalks').execute()
  const signed = await aHeldTalk({ schoolId, cycleId })
  const other = (await aSchool()).id
  const open = await aHeldTalk({ schoolId: other, cycleId })
  await sign(signed.number)
  await closeEndedRounds(new Date('2026-07-31T12:00:00Z'))
  expect((await stateOf(signed.number)).status).toBe('agreed')
  await closeEndedRounds(new Date('2026-08-01T12:00:00Z'))
  expect((await stateOf(signed.number)).status).toBe('closed')
  expect((await stateOf(open.number)).status).toBe('held')
  const nr = String(signed.number)
  const late = { print: printOf(''), minutes: 'Doch anders' }
  await expect(writeMinutes(amt, nr, late)).rejects.toThrow(Forbidden)
  await expect(takeOverResult(principal, nr)).rejects.toThrow('Medienkonzept')
  const teacher = await anActor('teacher', { schoolId })
  expect((await resultFor(teacher, nr)).talk.state).toBe('closed')
})

test('the Amt enters inside the talk what becomes of a need, the school does not', async () => {
  const { number, id } = await aHeldTalk({ schoolId })
  const classId = (await aClass()).id
  const need = await aNeed({ schoolId, classId, talkId: id, status: 'in_talk' })
  const nr = String(number)
  const input = { need: need.id, version: 1, state: 'agreed' as const }
  await expect(decideNeedOf(principal, nr, input)).rejects.toThrow(Forbidden)
  await decideNeedOf(amt, nr, input)
  expect((await resultFor(principal, nr)).needs).toMatchObject([
    { state: 'agreed', mayDecide: false },
  ])
  await expect(decideNeedOf(amt, nr, input)).rejects.toThrow('Inzwischen')
  const elsewhere = await aTalk({ schoolId })
  await expect(decideNeedOf(amt, String(elsewhere.number), input)).rejects.toThrow('nicht mehr')
})

test('"Heute" tells each side its next step, and who is late the Amt alone', async () => {
  const texts = async (actor: Actor) => (await waitingFor(actor)).map(({ text }) => text)
  const held = await aHeldTalk({ schoolId })
  const officer = await anActor('digital_officer', { schoolId })
  expect(await texts(principal)).toEqual([expect.stringContaining('Unterschrift')])
  expect(await texts(officer)).toEqual([])
  expect(await texts(amt)).toEqual([])
  await signTalk(principal, String(held.number), {
    content: (await stateOf(held.number)).content,
  })
  expect(await texts(principal)).toEqual([])
  expect(await texts(amt)).toEqual([expect.stringContaining('Unterschrift')])
  const cycle = { startsOn: '2025-08-01', months: 12, dueOn: '2025-09-01' }
  await openCycle(amt, { ...cycle, clientKey: crypto.randomUUID() })
  expect(await texts(amt)).toEqual([
    expect.stringContaining('überfällig'),
    expect.stringContaining('Unterschrift'),
  ])
  expect(await texts(principal)).toEqual([expect.stringMatching(/fehlt ein Termin\.$/)])
  expect(await texts(await anActor('principal', { schoolId: (await aSchool()).id }))).toEqual([])
})
