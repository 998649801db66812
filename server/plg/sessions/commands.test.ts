import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aPoll, aSession } from '#db/factories/session.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { answerPoll, decidePoll, endPoll, openPoll } from '../polls/commands.ts'
import { pollFor } from '../polls/views.ts'
import { giveTask, tickTask } from '../tasks/commands.ts'
import { tasksFor } from '../tasks/views.ts'
import * as commands from './commands.ts'
import { moveRun, openNotes, startProtocol } from './live/commands.ts'
import { liveFor } from './live/views.ts'
import { sessionFor, sessionsFor } from './views.ts'

let plg: Awaited<ReturnType<typeof aPlg>>
let lead: Actor
let second: Actor
let member: Actor
let outsider: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  plg = await aPlg({ joining: 'closed' })
  lead = await anActor()
  second = await anActor()
  member = await anActor()
  outsider = await anActor()
  for (const [person, role] of [
    [lead, 'lead'],
    [second, 'lead'],
    [member, 'member'],
  ] as const) {
    const schoolId = person.memberships[0]?.schoolId
    await aMember({ plgId: plg.id, personId: person.id, role, schoolId })
  }
})

const NOBODY = {
  ...{ host: undefined, timekeeper: undefined, minuteTaker: undefined, protocolLead: undefined },
}
const plan = (given: Partial<Parameters<typeof commands.planSession>[2]> = {}) => ({
  ...{ title: 'Auswertung', day: '2027-01-12', from: '14:30', to: '16:00' },
  ...{ mode: 'presence' as const, place: 'Raum 3', link: '', agenda: [], duties: NOBODY },
  clientKey: randomUUID(),
  ...given,
})
const at = (number: number) => ({ plg: plg.slug, number: String(number) })
const rowOf = (number: number) =>
  db().selectFrom('plgSessions').where('number', '=', number).selectAll().executeTakeFirstOrThrow()

describe('planning', () => {
  test('makes one meeting of a form that is sent ten times', async () => {
    const input = plan()
    const numbers = await Promise.all(
      Array.from({ length: 10 }, () => commands.planSession(lead, plg.slug, input)),
    )
    expect(new Set(numbers).size).toBe(1)
    expect((await sessionsFor(member, plg.slug, 1)).upcoming).toMatchObject([
      { title: 'Auswertung', dayFacts: [] },
    ])
  })

  test.each([
    ['an end before the beginning', { to: '14:00' }, 'to'],
    ['no place where people meet', { place: '' }, 'place'],
  ])('refuses %s beside the field', async (_name, given, field) => {
    const refused = commands.planSession(lead, plg.slug, plan(given))
    await expect(refused).rejects.toMatchObject({ name: 'Refusal', field })
  })

  test('gives no duty to somebody who is not in the PLG', async () => {
    const duties = { ...NOBODY, host: outsider.id }
    const refused = commands.planSession(lead, plg.slug, plan({ duties }))
    await expect(refused).rejects.toMatchObject({ name: 'Refusal', field: 'host' })
  })

  test('warns beside a day that is free at one of the schools', async () => {
    const schoolId = member.memberships[0]?.schoolId ?? ''
    await db()
      .insertInto('schoolFreeDays')
      .values({ schoolId, day: '2027-02-08', name: 'Rosenmontag' })
      .execute()
    await commands.planSession(lead, plg.slug, plan({ day: '2027-02-08' }))
    await commands.planSession(lead, plg.slug, plan({ day: '2027-03-26' }))
    const { upcoming } = await sessionsFor(member, plg.slug, 1)
    expect(upcoming.map(({ dayFacts }) => dayFacts.map(({ kind }) => kind))).toEqual([
      ['custom', 'school_free'],
      ['school_holidays', 'public_holiday'],
    ])
  })
})

describe('changing', () => {
  test('of two who do it at once one is told, and calendars count what concerns them', async () => {
    const number = await commands.planSession(lead, plg.slug, plan())
    const { clientKey: _, ...input } = plan()
    const later = { ...input, version: 1, from: '15:00' }
    const results = await Promise.allSettled([
      commands.changeSession(lead, at(number), later),
      commands.changeSession(second, at(number), { ...later, title: 'Anders' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rowOf(number)).toMatchObject({ version: 2, sequence: 1 })
    const agenda = [{ title: 'Ankommen', minutes: 5, protocol: undefined }]
    const row = await rowOf(number)
    await commands.changeSession(lead, at(number), {
      ...later,
      ...{ version: 2, title: row.title, agenda },
    })
    expect(await rowOf(number)).toMatchObject({ version: 3, sequence: 1 })
  })

  test('a cancelled meeting stays, and nobody changes it any more', async () => {
    const number = await commands.planSession(lead, plg.slug, plan())
    await commands.cancelSession(lead, at(number), { version: 1 })
    expect(await rowOf(number)).toMatchObject({ state: 'cancelled', sequence: 1 })
    const again = commands.cancelSession(lead, at(number), { version: 2 })
    await expect(again).rejects.toThrow(Forbidden)
  })

  test('all members hear of it, whoever did it does not', async () => {
    const number = await commands.planSession(lead, plg.slug, plan())
    await commands.cancelSession(lead, at(number), { version: 1 })
    for (const { reaction, payload } of await takeJobs())
      await queuedReactionNamed(reaction)?.run(payload)
    const told = await db().selectFrom('notifications').select(['kind', 'personId']).execute()
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      'plg.session-cancelled',
      'plg.session-cancelled',
      'plg.session-planned',
      'plg.session-planned',
    ])
    expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([second.id, member.id]))
  })
})

describe('what a meeting leaves', () => {
  let number: number
  beforeEach(async () => {
    number = (await aSession({ plgId: plg.id })).number
  })

  test('who was there; nobody who is not in the PLG', async () => {
    await commands.noteAttendance(lead, at(number), { person: [member.id, outsider.id] })
    const { people, session } = await sessionFor(member, at(number))
    expect(people.filter(({ isPresent }) => isPresent).map((one) => one.personId)).toEqual([
      member.id,
    ])
    expect(session.state).toBe('held')
    await commands.noteAttendance(lead, at(number), { person: [lead.id] })
    const after = (await sessionFor(member, at(number))).people
    expect(after.filter(({ isPresent }) => isPresent).map((one) => one.personId)).toEqual([lead.id])
  })

  test('minutes: who writes over what somebody else wrote reads it first', async () => {
    await commands.writeMinutes(member, at(number), { version: 0, minutes: 'Eins' })
    const late = commands.writeMinutes(lead, at(number), { version: 0, minutes: 'Zwei' })
    await expect(late).rejects.toThrow(Conflict)
    await expect(late).rejects.toMatchObject({ theirs: 'Eins' })
    // The same text again is a form that was sent twice.
    await commands.writeMinutes(lead, at(number), { version: 0, minutes: 'Eins' })
    expect(await rowOf(number)).toMatchObject({ minutes: 'Eins', minutesVersion: 1 })
  })

  test('decisions, once each, and back after they were taken out', async () => {
    for (let time = 0; time < 2; time++)
      await commands.noteDecision(lead, at(number), { decision: 'Wir probieren es in 6b.' })
    const { decisions } = await sessionFor(member, at(number))
    expect(decisions).toMatchObject([{ text: 'Wir probieren es in 6b.' }])
    const text = await commands.removeDecision(lead, at(number), decisions[0]?.id ?? '')
    expect(text).toBe('Wir probieren es in 6b.')
    expect((await sessionFor(member, at(number))).decisions).toEqual([])
  })

  test('one’s own words at the end, which others read and do not change', async () => {
    await commands.checkOut(member, at(number), { takeaway: 'Papier zuerst', nextStep: '' })
    await commands.noteAttendance(lead, at(number), { person: [] })
    const { checkOuts } = await sessionFor(lead, at(number))
    expect(checkOuts).toMatchObject([{ takeaway: 'Papier zuerst', isOwn: false }])
  })

  test('a supervision group leaves no minutes, decisions and notes', async () => {
    await db().updateTable('plgs').set({ kind: 'supervision' }).where('id', '=', plg.id).execute()
    const acts = [
      () => commands.writeMinutes(lead, at(number), { version: 0, minutes: 'x' }),
      () => commands.noteDecision(lead, at(number), { decision: 'x' }),
      () => openNotes(lead, at(number)),
    ]
    for (const act of acts) await expect(act()).rejects.toThrow(Forbidden)
  })

  test('tasks: given once, done, and not done after all', async () => {
    const input = { clientKey: randomUUID(), text: 'Material teilen', assignee: member.id }
    const give = () =>
      giveTask(lead, { plg: plg.slug, session: String(number) }, { ...input, dueOn: '2026-10-01' })
    await Promise.all([give(), give(), give()])
    const { open } = await tasksFor(member, plg.slug)
    expect(open).toMatchObject([{ text: 'Material teilen', isOwn: true, isLate: true }])
    const id = open[0]?.id ?? ''
    await tickTask(member, plg.slug, { id, isDone: true })
    expect((await tasksFor(member, plg.slug)).done).toMatchObject([{ id, isDone: true }])
    await tickTask(lead, plg.slug, { id, isDone: false })
    expect((await tasksFor(member, plg.slug)).open).toHaveLength(1)
    const other = await aPlg()
    await aMember({ plgId: other.id, personId: lead.id, role: 'lead' })
    await expect(tickTask(lead, other.slug, { id, isDone: true })).rejects.toThrow(NotFound)
    const stranger = giveTask(
      lead,
      { plg: plg.slug },
      { clientKey: randomUUID(), text: 'x', assignee: outsider.id, dueOn: undefined },
    )
    await expect(stranger).rejects.toThrow(Refusal)
  })
})

describe('a protocol', () => {
  test('of two who press at once, one moves the group', async () => {
    const { number } = await aSession({ plgId: plg.id })
    await startProtocol(lead, at(number), { protocol: 'tuning', version: 0 })
    const press = (actor: Actor) => moveRun(actor, at(number), { act: 'next', version: 1 })
    const results = await Promise.allSettled([press(lead), press(second), press(lead)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await liveFor(member, at(number))).run).toMatchObject({ step: 1, version: 2 })
    await expect(moveRun(member, at(number), { act: 'next', version: 2 })).rejects.toThrow(
      Forbidden,
    )
    const twice = startProtocol(second, at(number), { protocol: 'tuning', version: 0 })
    await expect(twice).rejects.toThrow(Refusal)
  })

  test('the notes are one document, whoever opens them, however many at once', async () => {
    const { number } = await aSession({ plgId: plg.id })
    const opened = await Promise.all(
      [lead, second, member].map((actor) => openNotes(actor, at(number))),
    )
    expect(new Set(opened).size).toBe(1)
    expect(await db().selectFrom('documents').select('id').execute()).toHaveLength(1)
    expect((await liveFor(member, at(number))).notes?.path).toBe(
      opened[0]?.replace('/bearbeiten', ''),
    )
  })
})

describe('a date poll', () => {
  const slot = (day: string, n: number) => ({ at: n, day, from: '14:30', to: '16:00' })
  const answers = (...given: ('yes' | 'if_needed' | 'no' | undefined)[]) => given

  test('asks with warnings, is answered, and makes one meeting though two decide at once', async () => {
    const number = await openPoll(lead, plg.slug, {
      ...{ clientKey: randomUUID(), title: 'Nächstes', note: '', closesOn: undefined },
      slots: [slot('2027-03-23', 1), slot('2027-01-12', 2), { ...slot('', 3), day: undefined }],
    })
    await answerPoll(member, at(number), answers('yes', 'no'))
    await answerPoll(lead, at(number), answers('if_needed', undefined))
    const { slots } = await pollFor(member, at(number))
    expect(slots.map(({ own, answers: all }) => [own, all.if_needed.length])).toEqual([
      ['yes', 1],
      ['no', 0],
    ])
    expect(slots[1]?.dayFacts).toMatchObject([{ name: 'Osterferien' }])
    const input = { slot: slots[0]?.id ?? '', mode: 'presence' as const, place: 'Raum 3', link: '' }
    const results = await Promise.allSettled(
      [lead, second, lead].map((actor) => decidePoll(actor, at(number), input)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await sessionsFor(member, plg.slug, 1)).upcoming).toHaveLength(1)
    await expect(answerPoll(member, at(number), answers('no'))).rejects.toThrow(Refusal)
    await expect(endPoll(lead, at(number))).rejects.toThrow(Refusal)
  })

  test.each([
    ['one time only', [slot('2027-01-12', 1)]],
    ['the same time twice', [slot('2027-01-12', 1), slot('2027-01-12', 2)]],
    ['a time that has passed', [slot('2021-01-12', 1), slot('2027-01-12', 2)]],
  ])('refuses %s', async (_name, slots) => {
    const about = { clientKey: randomUUID(), title: 'Nächstes', note: '', closesOn: undefined }
    await expect(openPoll(lead, plg.slug, { ...about, slots })).rejects.toThrow(Refusal)
    expect(await db().selectFrom('plgPolls').select('id').execute()).toEqual([])
  })

  test('after its last day nobody answers, and it can still be decided', async () => {
    const poll = await aPoll({ plgId: plg.id, closesOn: '2026-10-01' })
    await expect(answerPoll(member, at(poll.number), answers('yes'))).rejects.toThrow(Refusal)
    const input = { slot: poll.slots[0]?.id ?? '', mode: 'video' as const, place: '', link: '' }
    await expect(decidePoll(lead, at(poll.number), input)).resolves.toBeGreaterThan(0)
  })
})
