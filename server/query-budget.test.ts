import '#db/testing.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { db, onQuery } from '#db/client.ts'
import { actCalls } from './act-calls.ts'
import { registerHouse } from './open.ts'
import type { Budget } from './query-budgets.ts'
import { type Surroundings, surroundings } from './surroundings.ts'
import { viewCalls } from './view-calls.ts'

/** So many of everything: one, ten times that, and more than any page shows. */
const SIZES = [1, 10, 100]

const budgets = Object.entries(viewCalls).flatMap(([area, views]) =>
  Object.entries(views).flatMap(([view, budget]) =>
    typeof budget === 'string' ? [] : [{ name: `${area} ${view}`, budget }],
  ),
)

const acts = Object.entries(actCalls).map(([name, budget]) => ({ name, budget }))

type Measured = { queries: string[]; size: number; error?: unknown }
const measured = new Map<string, Measured[]>()

beforeAll(async () => {
  registerHouse()
  const at = await surroundings()
  for (const size of SIZES) {
    await at.grow(size)
    for (const { name, budget } of [...budgets, ...acts])
      measured.set(name, [...(measured.get(name) ?? []), await measure(budget, at)])
  }
})

async function measure({ call }: Budget, at: Surroundings): Promise<Measured> {
  const queries: string[] = []
  onQuery((text) => queries.push(text))
  try {
    const shown = await call(at)
    return { queries, size: sizeOf(shown) }
  } catch (error) {
    return { queries, size: 0, error }
  } finally {
    onQuery(undefined)
  }
}

const sizeOf = (shown: unknown) =>
  (JSON.stringify(shown, (_, value: unknown) => (value instanceof Map ? [...value] : value)) ?? '')
    .length

test('every view is on the table', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' })
  const exported = files
    .filter((path) => path.endsWith('/views.ts'))
    .flatMap((path) => {
      const source = readFileSync(`server/${path}`, 'utf8')
      const names = source.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)
      return [...names].map(([, view]) => `${path.replace('/views.ts', '')} ${view}`)
    })
  const listed = Object.entries(viewCalls).flatMap(([area, views]) =>
    Object.keys(views).map((view) => `${area} ${view}`),
  )
  expect(exported.length).toBeGreaterThan(50)
  expect(listed.sort()).toEqual(exported.sort())
})

test.each([...budgets, ...acts])(
  '$name: as many queries for ten times the rows',
  ({ name, budget }) => {
    const results = measured.get(name) ?? []
    for (const { error } of results) if (error) throw error
    const counts = results.map(({ queries }) => queries.length)
    expect(counts).toEqual(counts.map(() => counts[0]))
    expect(counts[0]).toBeLessThanOrEqual(budget.most)
    // A call that shows nothing would measure nothing.
    const [little = 0, much = 0] = results.map(({ size }) => size)
    if (budget.shows === 'many') expect(much).toBeGreaterThan(little)
  },
)

test('statements have the same text for any number of rows, so that they are prepared once', () => {
  const changing = [...measured].filter(([, [, ten, hundred]]) => {
    const texts = new Set(ten?.queries)
    return hundred?.queries.some((text) => !texts.has(text))
  })
  expect(changing.map(([name]) => name)).toEqual([])
})

test('a post is told to everybody with one statement', async () => {
  const told = await db()
    .selectFrom('notifications')
    .where('actorId', 'is not', null)
    .select((eb) => eb.fn.count<number>('personId').distinct().as('count'))
    .executeTakeFirstOrThrow()
  expect(told.count).toBe(SIZES.at(-1))
})
