import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { registerSentences } from '#server/platform/sentences.ts'
import { transaction } from '#server/platform/transaction.ts'
import { record } from './commands.ts'
import { may } from './policy.ts'
import { startOfDay } from './rules.ts'
import { protocolFor } from './views.ts'

beforeEach(() => emptyDatabase())

const anEntry = (action: string, at: string) =>
  db()
    .insertInto('auditEntries')
    .values({
      at: new Date(at),
      actorName: 'Kim Muster',
      action,
      thingKind: 'school',
      thingId: '1',
    })
    .execute()

const everything = { action: '', from: '', until: '' }

describe('who reads the protocol', () => {
  test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s', async (role) => {
    const isAllowed = role === 'operator'
    const actor = await anActor(role)
    expect(may.read(actor)).toBe(isAllowed)
    if (isAllowed) await protocolFor(actor, everything, 1)
    else
      await expect(protocolFor(actor, everything, 1)).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('an operator who is not confirmed yet reads nothing', async () => {
    const actor = await anActor('operator', { state: 'pending' })
    expect(may.read(actor)).toBe(false)
  })
})

describe('the protocol is append-only', () => {
  const attempts = [
    "update audit_entries set actor_name = 'somebody else'",
    'delete from audit_entries',
    'truncate audit_entries',
    'truncate audit_entries cascade',
  ]
  const urls = () => ({
    'the application': process.env.DATABASE_URL,
    'the owner of the tables': process.env.DATABASE_OWNER_URL,
  })
  test.each(
    attempts.flatMap((attempt) =>
      (['the application', 'the owner of the tables'] as const).map((who) => ({ attempt, who })),
    ),
  )('the database refuses "$attempt" to $who', async ({ attempt, who }) => {
    await anEntry('a.b', '2026-11-20T10:00:00Z')
    const client = new pg.Client({ connectionString: urls()[who] })
    await client.connect()
    try {
      await expect(client.query(attempt)).rejects.toThrow(/append-only|permission denied/)
    } finally {
      await client.end()
    }
    const rows = await db().selectFrom('auditEntries').select('actorName').execute()
    expect(rows).toEqual([{ actorName: 'Kim Muster' }])
  })

  test('the line of an act that failed does not exist', async () => {
    const failing = transaction(async () => {
      await record('Befehlszeile', { action: 'a.b', thingKind: 'school', thingId: '1' })
      throw new Error('the act failed')
    })
    await expect(failing).rejects.toThrow('the act failed')
    expect(await db().selectFrom('auditEntries').selectAll().execute()).toEqual([])
  })
})

describe('reading', () => {
  test('shows the newest first, in German where the area has a word', async () => {
    registerSentences({ notifications: [], audit: [{ 'role.granted': 'Rolle vergeben' }] })
    const operator = await anActor('operator')
    await anEntry('role.granted', '2026-11-20T10:00:00Z')
    await anEntry('unheard.of', '2026-11-21T10:00:00Z')
    const { rows } = await protocolFor(operator, everything, 1)
    expect(rows.map((row) => row.action)).toEqual(['unheard.of', 'Rolle vergeben'])
  })

  test('filters by action and by days of Duisburg, both included', async () => {
    const operator = await anActor('operator')
    await anEntry('a', '2026-11-19T22:59:00Z') // 19th, 23:59
    await anEntry('a', '2026-11-19T23:00:00Z') // 20th, 0:00
    await anEntry('b', '2026-11-20T22:59:00Z') // 20th, 23:59
    await anEntry('a', '2026-11-20T23:00:00Z') // 21st, 0:00
    const oneDay = { action: '', from: '2026-11-20', until: '2026-11-20' }
    expect((await protocolFor(operator, oneDay, 1)).total).toBe(2)
    expect((await protocolFor(operator, { ...oneDay, action: 'a' }, 1)).total).toBe(1)
  })

  test('takes days that are none for an empty field', async () => {
    const operator = await anActor('operator')
    await anEntry('a', '2026-11-20T10:00:00Z')
    for (const from of ['31.02.2026', '2026-02-31', '2026-13-01', "'; drop table x", '\u0000'])
      expect((await protocolFor(operator, { ...everything, from }, 1)).total).toBe(1)
  })

  test('has pages of 50', async () => {
    const operator = await anActor('operator')
    for (let i = 0; i < 51; i++) await anEntry('a', '2026-11-20T10:00:00Z')
    const second = await protocolFor(operator, everything, 2)
    expect([second.rows.length, second.pages, second.total]).toEqual([1, 2, 51])
  })
})

test.each([
  ['2026-03-29', 0, '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 1, '2026-10-25T23:00:00.000Z'],
])('the day %s plus %i begins at its own midnight', (day, later, expected) => {
  expect(startOfDay(day, later)?.toISOString()).toBe(expected)
})
