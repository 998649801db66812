import '#db/testing.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, onQuery } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { aReference, someReferences } from '#db/factories/reference.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { accounts } from '#server/accounts/area.ts'
import type { Actor } from '#server/auth/actor.ts'
import { discussions } from '#server/discussions/area.ts'
import { registerThings } from '#server/platform/things.ts'
import { plg as plgArea } from '#server/plg/area.ts'
import { schools } from '#server/schools/area.ts'
import { moveReferences } from './commands.ts'
import { LINKS_PER_PAGE } from './contract.ts'
import { backLinksOf, cardsFor, mentionedBy, referencesOf } from './views.ts'

type Thing = { kind: string; id: string }
const idAt = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const note = (n: number): Thing => ({ kind: 'note', id: idAt(n) })
const minute = (n: number) => new Date(Date.UTC(2026, 9, 1, 0, n))

/** Notes that the test's person may read. */
let readable: (id: string) => boolean
let actor: Actor
let school: Awaited<ReturnType<typeof aSchool>>
let target: Thing

beforeEach(async () => {
  await emptyDatabase()
  readable = () => true
  registerThings([
    ...[accounts, plgArea, schools, discussions].flatMap((area) => area.things ?? []),
    {
      kind: 'note',
      word: 'Notiz',
      cards: (_actor, ids) =>
        Promise.resolve(
          ids
            .filter(readable)
            .map((id) => ({ id, title: `Notiz ${Number(id.slice(-6))}`, context: '', path: '/' })),
        ),
    },
  ])
  actor = await anActor()
  school = await aSchool({ name: 'Schule am Hafen' })
  target = { kind: 'school', id: school.id }
})

const links = async (page = 1) => {
  const { groups, hasMore } = await backLinksOf(actor, target, page)
  const lines = groups.flatMap(({ kind, cards }) => cards.map(({ title }) => `${kind} ${title}`))
  return { lines, hasMore }
}

/** So many notes mention the school; the last one is the newest. */
const mentions = (count: number) =>
  someReferences(Array.from({ length: count }, (_, n) => ({ from: note(n + 1), to: target })))

async function counting<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  let queries = 0
  onQuery(() => {
    queries += 1
  })
  try {
    return { result: await work(), queries }
  } finally {
    onQuery(undefined)
  }
}

test('a card is the thing as it is now: a new name changes it, the reference stays', async () => {
  const plg = await aPlg({ title: 'Alter Name' })
  await aMember({ plgId: plg.id, personId: actor.id })
  const topic = await aTopic({ plgId: plg.id, title: 'Frage' })
  await aReference({ kind: 'topic', id: topic.id }, target)
  await aReference(
    { kind: 'topic', id: topic.id },
    { kind: 'plg', id: plg.id },
    { kind: 'relation' },
  )
  const seen = async () => [
    ...(await links()).lines,
    ...(await referencesOf(actor, { kind: 'topic', id: topic.id })).map((card) => card.title),
  ]
  expect(await seen()).toEqual(['mention Frage', 'Alter Name'])
  await db().updateTable('plgs').set({ title: 'Neuer Name' }).execute()
  await db().updateTable('topics').set({ title: 'Bessere Frage' }).execute()
  expect(await seen()).toEqual(['mention Bessere Frage', 'Neuer Name'])
  const [card] = await referencesOf(actor, { kind: 'topic', id: topic.id })
  expect(card).toEqual({
    ...{ kind: 'plg', id: plg.id, word: 'PLG', title: 'Neuer Name' },
    ...{ context: plg.question, path: `/plg/${plg.slug}`, isPerson: false },
  })
})

test('a merged thing’s links stand at the other one', async () => {
  await mentions(2)
  const other = await aSchool()
  await moveReferences(target, { kind: 'school', id: other.id })
  expect((await links()).lines).toEqual([])
  target = { kind: 'school', id: other.id }
  expect((await links()).lines).toEqual(['mention Notiz 2', 'mention Notiz 1'])
})

test('relations stand before mentions, the newest first', async () => {
  await aReference(note(1), target, { kind: 'relation', createdAt: minute(1) })
  await aReference(note(2), target, { kind: 'relation', createdAt: minute(2) })
  await aReference(note(3), target, { createdAt: minute(3) })
  await aReference(note(4), target, { createdAt: minute(4) })
  expect((await links()).lines).toEqual([
    'relation Notiz 2',
    'relation Notiz 1',
    'mention Notiz 4',
    'mention Notiz 3',
  ])
})

describe('pages', () => {
  test('grow, and "Mehr" ends with the last link', async () => {
    await mentions(45)
    const pages = [await links(1), await links(2), await links(3), await links(99)]
    expect(pages.map(({ lines }) => lines.length)).toEqual([20, 40, 45, 45])
    expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false, false])
    expect(pages[2]?.lines[44]).toBe('mention Notiz 1')
    expect(new Set(pages[2]?.lines).size).toBe(45)
  })

  test('exactly one page has no more', async () => {
    await mentions(LINKS_PER_PAGE)
    expect(await links()).toMatchObject({ hasMore: false })
  })

  test.each([0, -1])('%d is the first', async (page) => {
    await mentions(25)
    expect((await links(page)).lines).toHaveLength(20)
  })

  test('what may not be read takes no place, below whatever number of it', async () => {
    await mentions(900)
    // Every fortieth, so that a page is spread over several looks.
    readable = (id) => Number(id.slice(-6)) % 40 === 0
    const { lines, hasMore } = await links(2)
    expect(lines).toHaveLength(22)
    expect(lines[0]).toBe('mention Notiz 880')
    expect(lines[21]).toBe('mention Notiz 40')
    expect(hasMore).toBe(false)
  })

  test('neither number nor "Mehr" tells that there is something one may not read', async () => {
    await mentions(120)
    readable = (id) => Number(id.slice(-6)) <= 3
    expect(await links()).toMatchObject({ hasMore: false })
    expect((await links()).lines).toHaveLength(3)
    readable = () => false
    expect(await backLinksOf(actor, target, 1)).toEqual({ groups: [], page: 1, hasMore: false })
  })

  test('however much there is, it is three looks at most', async () => {
    await mentions(2500)
    const all = await counting(() => links())
    readable = () => false
    const none = await counting(() => links())
    // A look, and the card of the school itself; notes of this test ask no database.
    expect(all.queries).toBe(2)
    expect(none.queries).toBe(6)
    expect(none.result.lines).toEqual([])
  })
})

test('as many queries for ten times the relations', async () => {
  const from = note(0)
  const count = async () => (await counting(() => referencesOf(actor, from))).queries
  for (let n = 1; n <= 3; n++) await aReference(from, note(n), { kind: 'relation' })
  await aReference(from, target, { kind: 'relation' })
  const few = await count()
  for (let n = 4; n <= 40; n++) await aReference(from, note(n), { kind: 'relation' })
  expect(await count()).toBe(few)
  expect(few).toBe(2)
})

test('what hangs on a thing that may not be read is shown to nobody', async () => {
  await aReference(note(0), target, { kind: 'relation' })
  await aReference(target, note(0), { kind: 'relation' })
  readable = () => false
  expect(await referencesOf(actor, note(0))).toEqual([])
  expect(await backLinksOf(actor, note(0), 1)).toMatchObject({ groups: [], hasMore: false })
})

test('mentions of many texts at once, only of what may be read', async () => {
  const one = note(1)
  await aReference(one, target, { createdAt: minute(1) })
  await aReference(one, note(9), { createdAt: minute(2) })
  await aReference(note(2), note(8))
  await aReference(note(3), target, { kind: 'relation' })
  readable = (id) => id !== idAt(8)
  const { result, queries } = await counting(() => mentionedBy(actor, [1, 2, 3].map(note)))
  expect([...result].map(([key, cards]) => [key, cards.map(({ title }) => title)])).toEqual([
    [`note:${idAt(1)}`, ['Schule am Hafen', 'Notiz 9']],
  ])
  expect(queries).toBe(2)
  expect((await counting(() => mentionedBy(actor, []))).queries).toBe(0)
})

describe('cards for the editor', () => {
  test('live, each once, in the order asked for; nonsense and the unreadable are missing', async () => {
    const closed = await aPlg({ joining: 'closed' })
    const asked = [
      `school:${school.id}`,
      `person:${actor.id}`,
      `plg:${closed.id}`,
      `school:${school.id}`,
      'school:1',
      '',
      `unicorn:${idAt(1)}`,
      "x:' or true",
      `constructor:${idAt(1)}`,
    ]
    const cards = await cardsFor(actor, asked.join(','))
    expect(cards).toMatchObject([
      {
        kind: 'school',
        title: 'Schule am Hafen',
        path: `/schulen/${school.slug}`,
        isPerson: false,
      },
      { kind: 'person', word: 'Person', path: '', isPerson: true },
    ])
    expect(await cardsFor(actor, '')).toEqual([])
  })

  test('at most a hundred', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `note:${idAt(n)}`)
    expect(await cardsFor(actor, many.join(','))).toHaveLength(100)
  })
})
