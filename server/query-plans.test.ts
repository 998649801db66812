import '#db/testing.ts'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { onQuery } from '#db/client.ts'
import { connected } from '#db/prepare.mjs'
import { demoCity } from '#db/seeds/city.ts'
import { actCalls } from './act-calls.ts'
import { registerHouse } from './open.ts'
import { surroundings } from './surroundings.ts'
import { viewCalls } from './view-calls.ts'

/** Reading all of a table is fine as long as it fits a few pages; from here on it must not happen. */
const LARGE = 5_000
/** From the sixth run on PostgreSQL may keep a plan that was made for any values. */
const RUNS = 6

/**
 * They count a whole table, for a few people in offices: less than 10 ms at this size. The directory derives what holds
 * of all apps at once, but only after something changed; and the hundreds of apps of a school are a good part of all.
 * Not every version of PostgreSQL does it for all of them.
 */
const ALLOWED = [
  'administrationFor: persons',
  // The shelf of the directory, by whoever asks for it first; then it is kept.
  'alternativesTo: releases',
  'alternativesTo: software_scenarios',
  'deskFor: releases',
  'overviewFor, overviewFile: releases',
  'overviewFor, overviewFile: school_adoptions',
  'overviewFor, overviewFile: software_scenarios',
  'productFor: releases',
  'productFor: software_scenarios',
  'protocolFor: audit_entries',
  'releaseDeskFor: releases',
  'releaseDeskFor: software_scenarios',
  'reviewFor, consequencesOf: memberships',
  'reviewFor, consequencesOf: persons',
  'softwareOfSchool, softwareFile: software_scenarios',
]

/** What the city does not have yet: the traces of a year of use. */
const A_YEAR = [
  `insert into notifications (person_id, kind, thing_kind, thing_id, at, read_at)
   select person_id, 'discussions.topic-opened', 'topic', t.id, t.created_at, t.created_at
   from plg_members m join topics t on t.plg_id = m.plg_id order by t.id, m.id limit 40000`,
  `insert into audit_entries (at, actor_name, action, thing_kind, thing_id)
   select timestamptz '2026-01-01' + i * interval '20 minutes', 'Kim Muster',
     'accounts.' || i % 12, 'person', 'x' from generate_series(1, 20000) i`,
  `insert into sessions (id, person_id, created_at, expires_at, ends_at, is_office)
   select 'jahr-' || id, id, created_at, '2099-01-01', '2099-01-01', false from persons`,
]

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Total Cost': number; Plans?: Plan[] }
type Statement = { text: string; values: readonly unknown[]; by: Set<string> }

/** What was sent to the database, each text once. */
const sent = new Map<string, Statement>()
let large: string[] = []

beforeAll(async () => {
  registerHouse()
  await startNumbersAt(1_000_000)
  await demoCity(['--scale', '1'], () => undefined)
  await startNumbersAt(1)
  const at = await surroundings()
  await at.grow(30)
  large = await asOwner(async (client) => {
    for (const statement of A_YEAR) await client.query(statement)
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and reltuples >= $1`,
      [LARGE],
    )
    return rows.map(({ name }) => name)
  })
  const calls = [...Object.values(viewCalls), actCalls].flatMap((group) => Object.entries(group))
  for (const [name, budget] of calls)
    if (typeof budget !== 'string') await listening(name, () => budget.call(at))
}, 120_000)

const asOwner = <T>(work: (client: pg.Client) => Promise<T>) =>
  connected(process.env.DATABASE_OWNER_URL ?? '', work)

const NUMBERED = ['ideas', 'classroom_offers', 'classroom_visits', 'lab_bookings']

/** The calls know things of the neighbourhood by the number 1: those of the city get others. */
const startNumbersAt = (first: number) =>
  asOwner(async (client) => {
    for (const table of NUMBERED)
      await client.query(`alter table ${table} alter column number restart with ${first}`)
  })

/** Keeps every statement that is sent meanwhile. */
async function listening(name: string, call: () => unknown): Promise<void> {
  onQuery((text, values) => {
    if (/^(begin|commit)/.test(text)) return
    const known = sent.get(text) ?? { text, values, by: new Set() }
    sent.set(text, { ...known, by: known.by.add(name) })
  })
  try {
    await call()
  } finally {
    onQuery(undefined)
  }
}

/** How PostgreSQL would run a statement that it has run before, with these values. */
async function planOf(client: pg.Client, { text, values }: Statement): Promise<Plan> {
  await client.query(`prepare asked as ${text}`)
  const list = values.map(literal).join(', ')
  const explain = `explain (format json) execute asked${list ? `(${list})` : ''}`
  let plan: Plan | undefined
  for (let run = 0; run < RUNS; run++) {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(explain)
    plan = rows[0]?.['QUERY PLAN'][0].Plan
  }
  await client.query('deallocate asked')
  if (!plan) throw new Error(`no plan for ${text}`)
  return plan
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`)
  if (value instanceof Date) return `'${value.toISOString()}'`
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value))
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

test('the city is large enough to show it', () => {
  expect(large).toEqual(
    expect.arrayContaining(['audit_entries', 'memberships', 'notifications', 'persons', 'posts']),
  )
  expect(sent.size).toBeGreaterThan(80)
})

test('no statement of a view reads a large table from end to end', async () => {
  const found: string[] = []
  await asOwner(async (client) => {
    for (const statement of sent.values())
      for (const node of nodesOf(await planOf(client, statement)))
        if (node['Node Type'] === 'Seq Scan' && large.includes(node['Relation Name'] ?? ''))
          found.push(`${[...statement.by].join(', ')}: ${node['Relation Name']}`)
  })
  expect([...new Set(found)].filter((one) => !ALLOWED.includes(one))).toEqual([])
})
