import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor, unreadCount } from '#server/notifications/views.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { registerSentences } from '#server/platform/sentences.ts'
import { registerThings } from '#server/platform/things.ts'
import { reactions } from '../reactions.ts'
import { openCount, waitingFor } from '../views.ts'
import { notificationWords } from '../words.ts'
import { handleReport, reportThing } from './commands.ts'
import { deskFor, reportFormFor, reportKind } from './views.ts'

const SECRET = 'Geheimer Titel'
/** Only these persons may read the room. */
const insiders = new Set<string>()
const roomId = randomUUID()
const room = { kind: 'room', id: roomId }

beforeEach(async () => {
  await emptyDatabase()
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  insiders.clear()
  registerReactions(reactions)
  registerSentences({ notifications: [notificationWords], audit: [] })
  registerThings([
    reportKind,
    {
      kind: 'room',
      word: 'Beitrag',
      cards: (actor: Actor, ids) =>
        Promise.resolve(
          ids
            .filter((id) => id === roomId && insiders.has(actor.id))
            .map((id) => ({ id, title: SECRET, context: 'Geschlossene PLG', path: '/plg/x' })),
        ),
    },
  ])
})

const aReport = (reason = 'Das ist Werbung.') => ({ reason, clientKey: randomUUID() })

async function aReader() {
  const actor = await anActor()
  insiders.add(actor.id)
  return actor
}

/** Runs the durable reactions that wait in the queue. */
async function react() {
  const { rows } = await sql<{ payload: { reaction: string; payload: unknown } }>`
    with gone as (delete from graphile_worker._private_jobs returning payload)
    select payload from gone`.execute(db())
  for (const { payload } of rows) await queuedReactionNamed(payload.reaction)?.run(payload.payload)
}

const openReports = () =>
  db().selectFrom('reports').where('handledAt', 'is', null).selectAll().execute()

describe('reporting', () => {
  test('reaches the SMZ: list, number in the menu, Heute and bell', async () => {
    const reader = await aReader()
    const staff = await anActor('smz_staff', { firstName: 'Sabine' })
    await reportThing(reader, room, aReport())
    await react()
    expect(await openCount(staff)).toBe(1)
    expect(await waitingFor(staff)).toMatchObject([{ action: { to: '/moderation' } }])
    const { groups } = await bellFor(staff, null)
    expect(groups[0]?.lines).toMatchObject([{ sentence: 'Neue Meldung: Beitrag' }])
    const { open } = await deskFor(staff, 1)
    expect(open).toMatchObject([
      { reason: 'Das ist Werbung.', reporter: `${reader.firstName} ${reader.lastName}` },
    ])
  })

  test('is refused as not found for what one may not read, unknown kinds and nonsense', async () => {
    const outsider = await anActor()
    const reader = await aReader()
    const hidden = { name: 'NotFound' }
    await expect(reportThing(outsider, room, aReport())).rejects.toMatchObject(hidden)
    await expect(reportFormFor(outsider, room)).rejects.toMatchObject(hidden)
    for (const about of [
      { kind: 'room', id: randomUUID() },
      { kind: 'unheard', id: roomId },
      { kind: '__proto__', id: roomId },
      { kind: 'room', id: "1' or 1=1" },
      { kind: 'room' },
      {},
    ]) {
      await expect(reportThing(reader, about, aReport())).rejects.toMatchObject(hidden)
      await expect(reportFormFor(reader, about)).rejects.toMatchObject(hidden)
    }
    expect(await openReports()).toEqual([])
  })

  test('the same form sent twice at once is one report', async () => {
    const reader = await aReader()
    const twice = aReport()
    await Promise.all([reportThing(reader, room, twice), reportThing(reader, room, twice)])
    expect(await openReports()).toHaveLength(1)
  })

  test('shows the receipt, and offers no second form until the answer is there', async () => {
    const reader = await aReader()
    expect(await reportFormFor(reader, room)).toMatchObject({ canReport: true, own: [] })
    await reportThing(reader, room, aReport())
    expect(await reportFormFor(reader, room)).toMatchObject({
      canReport: false,
      own: [{ reason: 'Das ist Werbung.', handledAt: null }],
    })
  })

  test('stops after 20 reports in an hour', async () => {
    const reader = await aReader()
    for (let i = 0; i < 20; i++) await reportThing(reader, room, aReport())
    await expect(reportThing(reader, room, aReport())).rejects.toMatchObject({ name: 'TooMany' })
    expect(await openReports()).toHaveLength(20)
  })
})

describe('the desk', () => {
  test('sees kind, reason and reporter of what it may not read, but neither title nor address', async () => {
    const reader = await aReader()
    const staff = await anActor('smz_staff')
    await reportThing(reader, room, aReport())
    const view = await deskFor(staff, 1)
    expect(view.open[0]?.thing).toEqual({ word: 'Beitrag', card: null })
    expect(JSON.stringify(view)).not.toContain(SECRET)
    expect(JSON.stringify(view)).not.toContain('/plg/x')
    insiders.add(staff.id)
    expect((await deskFor(staff, 1)).open[0]?.thing.card?.title).toBe(SECRET)
  })

  test.each(['teacher', 'principal', 'operator', 'facilitator'])(
    'is closed to %s',
    async (role) => {
      const actor = await anActor(role)
      const reader = await aReader()
      await reportThing(reader, room, aReport())
      const [report] = await openReports()
      const refused = { name: 'Forbidden' }
      await expect(deskFor(actor, 1)).rejects.toMatchObject(refused)
      await expect(
        handleReport(actor, { report: report!.id, answer: 'Nein.' }),
      ).rejects.toMatchObject(refused)
      expect(await openCount(actor)).toBe(0)
      expect(await waitingFor(actor)).toEqual([])
      expect(await openReports()).toHaveLength(1)
    },
  )

  test('answers: the reporter finds it in the bell and at the same address, even when the thing is gone', async () => {
    const reader = await aReader()
    const staff = await anActor('smz_staff')
    await reportThing(reader, room, aReport())
    const [report] = await openReports()
    await handleReport(staff, { report: report!.id, answer: 'Wir haben mit der PLG gesprochen.' })
    insiders.clear()
    await react()
    const { groups } = await bellFor(reader, null)
    expect(groups[0]?.lines).toMatchObject([
      {
        sentence: 'Das SMZ hat auf Ihre Meldung geantwortet.',
        path: `/melden/room/${roomId}`,
      },
    ])
    expect(await reportFormFor(reader, room)).toMatchObject({
      card: null,
      canReport: false,
      own: [{ answer: 'Wir haben mit der PLG gesprochen.' }],
    })
    const audit = await db().selectFrom('auditEntries').select(['action', 'actorId']).execute()
    expect(audit).toEqual([{ action: 'moderation.report-handled', actorId: staff.id }])
  })

  test('of two answers at once one counts, the other is told', async () => {
    const reader = await aReader()
    const [one, two] = [await anActor('smz_staff'), await anActor('smz_staff')]
    await reportThing(reader, room, aReport())
    const [report] = await openReports()
    const results = await Promise.allSettled([
      handleReport(one, { report: report!.id, answer: 'A' }),
      handleReport(two, { report: report!.id, answer: 'B' }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { name: 'Refusal', field: 'answer' },
    })
    await react()
    expect(await unreadCount(reader)).toBe(1)
    expect(await db().selectFrom('auditEntries').selectAll().execute()).toHaveLength(1)
  })

  test('knows no report with a made-up id', async () => {
    const staff = await anActor('smz_staff')
    await expect(handleReport(staff, { report: randomUUID(), answer: 'A' })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})
