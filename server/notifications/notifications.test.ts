import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, onQuery } from '#db/client.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { anActor, aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerSentences } from '#server/platform/sentences.ts'
import { registerThings } from '#server/platform/things.ts'
import { markAllRead, markLineRead, markThingsRead, notify, openLine } from './commands.ts'
import { bellFor, unreadCount } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerThings([insideOfPlg])
  registerSentences({
    notifications: [
      {
        'test.answered': ({ actor, title, count }) =>
          count > 1 ? `${count} Antworten in „${title}“` : `${actor ?? 'Jemand'} in „${title}“`,
      },
    ],
    audit: [],
  })
})

/** A kind of thing that only members of a PLG may read, judged anew at every asking. */
const insideOfPlg = {
  kind: 'room',
  word: 'Raum',
  cards: async (actor: { id: string }, ids: string[]) => {
    const rows = await db()
      .selectFrom('plgs')
      .innerJoin('plgMembers', 'plgMembers.plgId', 'plgs.id')
      .where('plgMembers.personId', '=', actor.id)
      .where('plgMembers.state', '=', 'active')
      .where('plgs.id', 'in', ids)
      .select(['plgs.id', 'plgs.title', 'plgs.slug'])
      .execute()
    return rows.map(({ id, title, slug }) => ({ id, title, context: 'PLG', path: `/plg/${slug}` }))
  },
}

const membersOf = (plgId: string) =>
  db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('state', '=', 'active')
    .select('personId')

const answered = (plgId: string, actorId: string | null = null) =>
  notify({
    kind: 'test.answered',
    thing: { kind: 'room', id: plgId },
    actorId,
    audience: membersOf(plgId),
    mail: 'digest',
  })

async function aPlgWith(size: number) {
  const plg = await aPlg()
  const members = []
  for (let i = 0; i < size; i++) {
    const actor = await anActor()
    await aMember({ plgId: plg.id, personId: actor.id })
    members.push(actor)
  }
  return { plg, members }
}

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0
  onQuery(() => count++)
  try {
    await work()
  } finally {
    onQuery(undefined)
  }
  return count
}

const linesOf = async (actor: Parameters<typeof bellFor>[0]) =>
  (await bellFor(actor, null)).groups.flatMap((group) => group.lines)

describe('telling an audience', () => {
  test('costs the same number of queries for 2 and for 200 persons', async () => {
    const few = await aPlgWith(2)
    const many = await aPlg()
    const persons = await db()
      .insertInto('persons')
      .values(
        Array.from({ length: 200 }, (_, i) => ({
          firstName: 'Kim',
          lastName: 'Viele',
          email: `viele${i}@schule.example`,
          createdAt: new Date(),
        })),
      )
      .returning('id')
      .execute()
    await db()
      .insertInto('plgMembers')
      .values(
        persons.map(({ id }) => ({
          plgId: many.id,
          personId: id,
          role: 'member',
          state: 'active',
          since: new Date(),
        })),
      )
      .execute()

    const forTwo = await queriesOf(() => answered(few.plg.id))
    const forMany = await queriesOf(() => answered(many.id))

    expect(forMany).toBe(forTwo)
    expect(await db().selectFrom('notifications').select('id').execute()).toHaveLength(202)
  })

  test('never tells the person who did it', async () => {
    const { plg, members } = await aPlgWith(2)
    const [one, two] = members as [(typeof members)[0], (typeof members)[0]]
    await answered(plg.id, one.id)
    expect(await unreadCount(one)).toBe(0)
    expect(await unreadCount(two)).toBe(1)
  })

  test('counts further news on the open line and shows it as one sentence', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    const writer = await aPerson({ firstName: 'Orhan', lastName: 'Beispiel' })
    await answered(plg.id, writer.id)
    expect((await linesOf(reader)).map((line) => line.sentence)).toEqual([
      `Orhan Beispiel in „${plg.title}“`,
    ])
    await answered(plg.id, writer.id)
    await answered(plg.id, writer.id)
    expect((await linesOf(reader)).map((line) => line.sentence)).toEqual([
      `3 Antworten in „${plg.title}“`,
    ])
    expect(await unreadCount(reader)).toBe(1)
  })

  test('opens a new line once the old one was read', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    await answered(plg.id)
    await markAllRead(reader)
    await answered(plg.id)
    expect((await linesOf(reader)).map((line) => line.isRead)).toEqual([false, true])
  })

  test('of 12 events at once about the same thing makes one line with the right count', async () => {
    const { plg, members } = await aPlgWith(8)
    await Promise.all(Array.from({ length: 12 }, () => answered(plg.id)))
    const rows = await db().selectFrom('notifications').select(['personId', 'count']).execute()
    expect(rows).toHaveLength(members.length)
    expect(rows.map((row) => row.count)).toEqual(Array(members.length).fill(12))
  })

  test('waits anew for its mail when the line was mailed before', async () => {
    const { plg } = await aPlgWith(1)
    await answered(plg.id)
    await db()
      .updateTable('notifications')
      .set({ mailDueAt: new Date('2020-01-01'), mailedAt: new Date('2020-01-01') })
      .execute()
    await answered(plg.id)
    const row = await db().selectFrom('notifications').selectAll().executeTakeFirstOrThrow()
    expect(row.mailedAt).toBeNull()
    expect(row.mailDueAt!.getTime()).toBeGreaterThan(Date.now())
  })
})

describe('rights are asked again when the bell is read', () => {
  test('who was removed no longer sees the line, and it no longer counts', async () => {
    const { plg, members } = await aPlgWith(2)
    const [stays, goes] = members as [(typeof members)[0], (typeof members)[0]]
    await answered(plg.id)
    await db()
      .updateTable('plgMembers')
      .set({ state: 'removed' })
      .where('personId', '=', goes.id)
      .execute()
    expect(await linesOf(goes)).toEqual([])
    expect(await unreadCount(goes)).toBe(0)
    expect((await bellFor(goes, null)).hasUnread).toBe(false)
    expect(await linesOf(stays)).toHaveLength(1)
  })

  test('a line out of sight leads to the bell and nowhere else', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    await answered(plg.id)
    const { id } = await db().selectFrom('notifications').select('id').executeTakeFirstOrThrow()
    await db().updateTable('plgMembers').set({ state: 'removed' }).execute()
    expect(await openLine(reader, { line: id })).toBe('/benachrichtigungen')
  })

  test('a kind of thing that nobody registered is not shown', async () => {
    const { members } = await aPlgWith(1)
    const reader = members[0]!
    await notify({
      kind: 'test.answered',
      thing: { kind: 'unheard-of', id: randomUUID() },
      actorId: null,
      audience: db().selectFrom('persons').select('id as personId'),
      mail: 'none',
    })
    expect(await linesOf(reader)).toEqual([])
    expect(await unreadCount(reader)).toBe(0)
  })

  test('readable lines are found below many unreadable ones', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    await answered(plg.id)
    await insertLines(reader.id, 150, 'unheard-of')
    expect(await linesOf(reader)).toHaveLength(1)
  })
})

const insertLines = (personId: string, number: number, thingKind: string, thingId?: string) =>
  db()
    .insertInto('notifications')
    .values(
      Array.from({ length: number }, (_, i) => ({
        personId,
        kind: `test.answered${thingId ? i : ''}`,
        thingKind,
        thingId: thingId ?? randomUUID(),
        at: new Date(Date.now() + 1_000 + i),
      })),
    )
    .execute()

describe('reading', () => {
  test('following a line marks it as read and leads to its thing', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    await answered(plg.id)
    const [line] = await linesOf(reader)
    expect(await openLine(reader, { line: line!.id })).toBe(`/plg/${plg.slug}`)
    expect(await unreadCount(reader)).toBe(0)
  })

  test('the line of somebody else is not found, and stays unread', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    const stranger = await anActor('operator')
    await answered(plg.id)
    const [line] = await linesOf(reader)
    await expect(openLine(stranger, { line: line!.id })).rejects.toThrow('')
    await expect(markLineRead(stranger, { line: line!.id })).rejects.toMatchObject({
      name: 'NotFound',
    })
    await expect(bellFor(stranger, line!.id)).rejects.toMatchObject({ name: 'NotFound' })
    await markAllRead(stranger)
    expect(await unreadCount(reader)).toBe(1)
  })

  test('opening the thing itself reads its lines and no others', async () => {
    const first = await aPlgWith(1)
    const reader = first.members[0]!
    const second = await aPlg()
    await aMember({ plgId: second.id, personId: reader.id })
    await answered(first.plg.id)
    await answered(second.id)
    await markThingsRead(reader, [{ kind: 'room', id: first.plg.id }])
    expect(await unreadCount(reader)).toBe(1)
  })

  test('goes on page by page without a gap or a double, and the number stops at 99', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    await insertLines(reader.id, 130, 'room', plg.id)
    const seen: string[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const view: Awaited<ReturnType<typeof bellFor>> = await bellFor(reader, cursor)
      seen.push(...view.groups.flatMap((group) => group.lines.map((line) => line.id)))
      cursor = view.older
      pages++
    } while (cursor)
    expect(pages).toBe(5)
    expect(new Set(seen).size).toBe(130)
    expect(seen).toHaveLength(130)
    expect(await unreadCount(reader)).toBe(99)
  })

  test('the number on the bell costs at most three queries', async () => {
    const { plg, members } = await aPlgWith(1)
    const reader = members[0]!
    await insertLines(reader.id, 50, 'room', plg.id)
    expect(await queriesOf(() => unreadCount(reader))).toBeLessThanOrEqual(3)
  })
})
