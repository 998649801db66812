import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aPoll, aSession } from '#db/factories/session.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import * as pollCommands from '../polls/commands.ts'
import * as pollViews from '../polls/views.ts'
import * as taskCommands from '../tasks/commands.ts'
import * as taskViews from '../tasks/views.ts'
import * as attestation from './attestation/views.ts'
import * as commands from './commands.ts'
import * as feed from './feed/commands.ts'
import { calendarFor, feedFor, icsFor } from './feed/views.ts'
import * as live from './live/commands.ts'
import { liveFor } from './live/views.ts'
import * as views from './views.ts'

const NOBODY = {
  host: undefined,
  timekeeper: undefined,
  minuteTaker: undefined,
  protocolLead: undefined,
}
const meeting = {
  ...{ title: 'Neu', day: '2027-01-12', from: '14:30', to: '16:00', mode: 'video' as const },
  ...{ place: '', link: '', agenda: [], duties: NOBODY },
}

type Room = { plg: string; session: string; sessionId: string; poll: string; taskId: string }

/** Everything that takes a PLG or one of its meetings, polls or tasks. */
const DOORS: Record<string, (actor: Actor, at: Room) => Promise<unknown>> = {
  groundOf: (actor, { plg }) => views.groundOf(actor, plg),
  sessionsFor: (actor, { plg }) => views.sessionsFor(actor, plg, 1),
  nextSessionOf: (actor, { plg }) => views.nextSessionOf(actor, plg),
  newSessionFor: (actor, { plg }) => views.newSessionFor(actor, plg),
  insideSession: (actor, at) => views.insideSession(actor, place(at)),
  sessionFor: (actor, at) => views.sessionFor(actor, place(at)),
  editSessionFor: (actor, at) => views.editSessionFor(actor, place(at)),
  minutesFor: (actor, at) => views.minutesFor(actor, place(at)),
  liveFor: (actor, at) => liveFor(actor, place(at)),
  icsFor: (actor, at) => icsFor(actor, place(at)),
  planSession: (actor, { plg }) =>
    commands.planSession(actor, plg, { ...meeting, clientKey: randomUUID() }),
  changeSession: (actor, at) =>
    commands.changeSession(actor, place(at), { ...meeting, version: 1 }),
  cancelSession: (actor, at) => commands.cancelSession(actor, place(at), { version: 1 }),
  noteAttendance: (actor, at) => commands.noteAttendance(actor, place(at), { person: [actor.id] }),
  writeMinutes: (actor, at) =>
    commands.writeMinutes(actor, place(at), { version: 0, minutes: 'x' }),
  noteDecision: (actor, at) => commands.noteDecision(actor, place(at), { decision: 'x' }),
  removeDecision: (actor, at) => commands.removeDecision(actor, place(at), randomUUID()),
  checkOut: (actor, at) => commands.checkOut(actor, place(at), { takeaway: 'x', nextStep: '' }),
  startProtocol: (actor, at) =>
    live.startProtocol(actor, place(at), { protocol: 'tuning', version: 0 }),
  moveRun: (actor, at) => live.moveRun(actor, place(at), { act: 'next', version: 0 }),
  openNotes: (actor, at) => live.openNotes(actor, place(at)),
  openPollsOf: (actor, { plg }) => pollViews.openPollsOf(actor, plg),
  newPollFor: (actor, { plg }) => pollViews.newPollFor(actor, plg),
  pollFor: (actor, at) => pollViews.pollFor(actor, pollPlace(at)),
  openPoll: (actor, { plg }) =>
    pollCommands.openPoll(actor, plg, {
      ...{ clientKey: randomUUID(), title: 'x', note: '', closesOn: undefined, slots: [] },
    }),
  answerPoll: (actor, at) => pollCommands.answerPoll(actor, pollPlace(at), ['yes']),
  decidePoll: (actor, at) =>
    pollCommands.decidePoll(actor, pollPlace(at), {
      ...{ slot: randomUUID(), mode: 'video', place: '', link: '' },
    }),
  endPoll: (actor, at) => pollCommands.endPoll(actor, pollPlace(at)),
  tasksFor: (actor, { plg }) => taskViews.tasksFor(actor, plg),
  giveTask: (actor, { plg }) =>
    taskCommands.giveTask(
      actor,
      { plg },
      { clientKey: randomUUID(), text: 'x', assignee: undefined, dueOn: undefined },
    ),
  tickTask: (actor, { plg, taskId }) =>
    taskCommands.tickTask(actor, plg, { id: taskId, isDone: true }),
  attestationFor: (actor, { plg }) => attestation.attestationFor(actor, plg),
  attestationPdf: (actor, { plg }) => attestation.attestationPdf(actor, plg),
}
const place = ({ plg, session }: Room) => ({ plg, number: session })
const pollPlace = ({ plg, poll }: Room) => ({ plg, number: poll })

let room: Room
let member: Actor
let outsiders: Record<string, Actor>
let plgId: string

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const plg = await aPlg({ joining: 'closed', title: 'Geheime Runde' })
  plgId = plg.id
  member = await anActor()
  const schoolId = member.memberships[0]?.schoolId ?? ''
  await aMember({ plgId, personId: member.id, role: 'lead', schoolId })
  const session = await aSession({ plgId, title: 'Geheimes Treffen', place: 'Raum 99' })
  const poll = await aPoll({ plgId, title: 'Geheime Umfrage' })
  const task = await db()
    .insertInto('plgTasks')
    .values({ plgId, text: 'Geheime Aufgabe', createdAt: new Date(), clientKey: randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow()
  room = {
    ...{ plg: plg.slug, session: String(session.number), sessionId: session.id },
    ...{ poll: String(poll.number), taskId: task.id },
  }
  const removed = await anActor()
  await aMember({ plgId, personId: removed.id, state: 'removed' })
  outsiders = {
    removed,
    stranger: await anActor(),
    principal: await anActor('principal', { schoolId }),
    smz: await anActor('smz_staff'),
    operator: await anActor('operator'),
    dpo: await anActor('school_dpo'),
    pending: await anActor('teacher', { state: 'pending' }),
  }
})

const answerOf = (work: Promise<unknown>) =>
  work.then(
    () => 'let in',
    (error: unknown) => {
      if (error instanceof NotFound) return 'not found'
      return error instanceof Forbidden ? 'forbidden' : String(error)
    },
  )

test.each(Object.keys(DOORS))('a closed PLG is not there for outsiders: %s', async (door) => {
  for (const [who, actor] of Object.entries(outsiders))
    expect([who, await answerOf(DOORS[door]?.(actor, room) ?? Promise.resolve())]).toEqual([
      who,
      'not found',
    ])
})

test('nothing of it is in cards, and nobody outside hears it', async () => {
  for (const [who, actor] of Object.entries(outsiders)) {
    const seen = await Promise.all([
      views.sessionCards(actor, [room.sessionId]),
      pollViews.pollCards(actor, [room.taskId]),
      taskViews.taskCards(actor, [room.taskId]),
      views.mayHearSession(actor, room.sessionId),
    ])
    expect([who, seen]).toEqual([who, [[], [], [], false]])
  }
  expect(await views.mayHearSession(member, room.sessionId)).toBe(true)
  expect(await views.mayHearSession(member, randomUUID())).toBe(false)
  expect(await views.sessionCards(member, [room.sessionId])).toHaveLength(1)
})

test('things of one PLG are not found in another, also by its own lead', async () => {
  const other = await aPlg()
  await aMember({ plgId: other.id, personId: member.id, role: 'lead' })
  const elsewhere = { ...room, plg: other.slug }
  for (const door of ['sessionFor', 'liveFor', 'icsFor', 'writeMinutes', 'pollFor', 'tickTask'])
    expect([door, await answerOf(DOORS[door]?.(member, elsewhere) ?? Promise.resolve())]).toEqual([
      door,
      'not found',
    ])
})

describe('the address of a calendar', () => {
  const keyOf = async (actor: Actor) => {
    await feed.renewKey(actor)
    const { address } = await calendarFor(actor)
    return /kalender\/([^.]+)\.ics$/.exec(address ?? '')?.[1] ?? ''
  }
  const future = {
    startsAt: new Date('2040-01-10T13:30:00Z'),
    endsAt: new Date('2040-01-10T15:00:00Z'),
  }

  test('asks the rights at every request', async () => {
    const open = await aPlg({ title: 'Offene Runde' })
    await aMember({ plgId: open.id, personId: member.id })
    await aSession({ plgId: open.id, title: 'Auftakt', ...future })
    const key = await keyOf(member)
    expect(await feedFor(key, undefined)).toContain('SUMMARY:Offene Runde: Auftakt')
    expect(await feedFor(key, open.id)).toContain('Auftakt')
    expect(await feedFor(key, plgId)).not.toContain('Auftakt')
    await db()
      .updateTable('plgMembers')
      .set({ state: 'left', until: new Date() })
      .where('plgId', '=', open.id)
      .execute()
    expect(await feedFor(key, undefined)).not.toContain('Auftakt')
    await db().updateTable('memberships').set({ state: 'ended' }).execute()
    expect(await feedFor(key, undefined)).toBeUndefined()
  })

  test('tells only the time of a closed PLG', async () => {
    await aSession({ plgId, title: 'Geheimes Treffen', ...future })
    const text = (await feedFor(await keyOf(member), undefined)) ?? ''
    expect(text).toContain('SUMMARY:Termin (Lernen 25)')
    expect(text).not.toMatch(/geheim|Raum/i)
    expect(text).not.toContain(room.plg)
  })

  test('ends with a new one and with its end; guessing finds nothing', async () => {
    const key = await keyOf(member)
    await db()
      .updateTable('calendarKeys')
      .set({ madeAt: new Date('2026-01-01') })
      .execute()
    const next = await keyOf(member)
    expect(next).not.toBe(key)
    expect(await feedFor(key, undefined)).toBeUndefined()
    await feed.endKey(member)
    for (const one of [next, '', 'x', 'A'.repeat(43), '../../etc', '\u0000'.repeat(43)])
      expect(await feedFor(one, undefined)).toBeUndefined()
    expect(await feedFor(next, 'no-id')).toBeUndefined()
  })

  test('is kept as a hash only', async () => {
    const key = await keyOf(member)
    const row = await db().selectFrom('calendarKeys').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(key)
    expect(row.keyHash.toString('base64url')).not.toBe(key)
  })
})

describe('the attestation', () => {
  test('is about the one who asks, and counts what has taken place', async () => {
    const { number } = await aSession({ plgId })
    await commands.noteAttendance(
      member,
      { plg: room.plg, number: String(number) },
      {
        person: [member.id],
      },
    )
    const cancelled = await aSession({ plgId, state: 'cancelled' })
    const coming = await aSession({
      ...{ plgId, startsAt: new Date('2040-01-10T13:30:00Z') },
      endsAt: new Date('2040-01-10T15:00:00Z'),
    })
    await db()
      .insertInto('plgSessionPeople')
      .values(
        [cancelled, coming].map(({ id }) => ({
          ...{ sessionId: id, personId: member.id, isPresent: true },
        })),
      )
      .execute()
    const view = await attestation.attestationFor(member, room.plg)
    expect(view).toMatchObject({ name: `Kim ${member.lastName}`, minutes: 90 })
    expect(view.sessions).toHaveLength(1)
    const colleague = await anActor()
    await aMember({ plgId, personId: colleague.id })
    expect((await attestation.attestationFor(colleague, room.plg)).sessions).toEqual([])
  })

  test('stays open to who has left', async () => {
    await db().updateTable('plgMembers').set({ state: 'left', until: new Date() }).execute()
    await expect(attestation.attestationFor(member, room.plg)).resolves.toBeDefined()
  })
})
