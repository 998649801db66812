import '#db/testing.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db, onQuery } from '#db/client.ts'
import { markRead, openTopic } from './discussions/commands.ts'
import { writePost } from './discussions/posts/commands.ts'
import { rooms } from './discussions/sockets.ts'
import { registerHouse } from './open.ts'
import { durableReactionNamed } from './platform/bus.ts'
import { type Budget, type Surroundings, surroundings, viewCalls } from './view-calls.ts'

/** So many of everything: one, ten times that, and more than any page shows. */
const SIZES = [1, 10, 100]

const budgets = Object.entries(viewCalls).flatMap(([area, views]) =>
  Object.entries(views).flatMap(([view, budget]) =>
    typeof budget === 'string' ? [] : [{ name: `${area} ${view}`, budget }],
  ),
)

/** What people do, with everything that follows for others. */
const acts: { name: string; budget: Budget }[] = [
  act('opening a topic', 14, async ({ lead, workshop }) => {
    await openTopic(lead, workshop.slug, { title: 'Neu', body: 'Ja?', clientKey: randomUUID() })
    return work()
  }),
  act('writing a post', 19, async ({ lead, workshop }) => {
    const place = { plg: workshop.slug, topic: '1-' }
    await writePost(lead, place, { body: 'Ja, @Kim Nachbar1', clientKey: randomUUID() })
    return work()
  }),
  act('reading up', 7, async ({ lead, plg, ids }) => {
    const upTo = ids('post').length + 1
    await markRead(lead, { plg: plg.slug, topic: '1-' }, upTo)
    return upTo
  }),
  act('listening to a topic', 2, ({ lead, topic }) =>
    rooms.find(({ kind }) => kind === 'topic')?.mayListen(lead, topic.id),
  ),
]

function act(name: string, most: number, call: Budget['call']) {
  return { name, budget: { most, call, shows: 'one' as const } }
}

/** Does what waits in the queue, as the worker would. @returns how many jobs there were */
async function work(): Promise<number> {
  const { rows } = await sql<{ payload: { reaction: string; payload: unknown } }>`
    delete from graphile_worker._private_jobs returning payload`.execute(db())
  for (const { payload } of rows) await durableReactionNamed(payload.reaction)?.run(payload.payload)
  return rows.length
}

type Measured = { queries: number; size: number; error?: unknown }
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
  let queries = 0
  onQuery(() => queries++)
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
    const [first, ...more] = results.map(({ queries }) => queries)
    expect(more).toEqual([first, first])
    expect(first).toBeLessThanOrEqual(budget.most)
    // A call that shows nothing would measure nothing.
    const [little = 0, much = 0] = results.map(({ size }) => size)
    if (budget.shows === 'many') expect(much).toBeGreaterThan(little)
  },
)

test('a post is told to everybody with one statement', async () => {
  const told = await db()
    .selectFrom('notifications')
    .where('actorId', 'is not', null)
    .select((eb) => eb.fn.count<number>('personId').distinct().as('count'))
    .executeTakeFirstOrThrow()
  expect(told.count).toBe(SIZES.at(-1))
})
