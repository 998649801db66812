import { AsyncLocalStorage } from 'node:async_hooks'
import { remember } from '@epic-web/remember'
import { Kysely, type Transaction } from 'kysely'
import pg from 'pg'
import { names, NamingDialect } from './names.ts'
import { PreparingClient } from './prepared.ts'
import type { DB } from './types.ts'

const INT8 = 20
const DATE = 1082
// Counts fit a JavaScript number; a calendar day has no time zone and stays the text it is.
pg.types.setTypeParser(INT8, Number)
pg.types.setTypeParser(DATE, (day) => day)

/**
 * At most this many statements wait for a connection; the next one is told "busy" at once (503). A page asks for ten side
 * by side, so this is some forty pages that all wait; they are through in a second.
 */
const LONGEST_QUEUE = 400

/**
 * Statements are prepared once a connection; PostgreSQL would still plan the larger ones anew each time, which takes longer
 * than they do. server/query-plans.test.ts looks at the very plans that are kept.
 */
const SESSION = '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c jit=off'

type Connection = { pool: pg.Pool; kysely: Kysely<DB> }
type Listener = (sql: string, values: readonly unknown[]) => void

const held = remember('database', () => ({
  connection: undefined as Connection | undefined,
  listener: undefined as Listener | undefined,
  onIdleError: (_error: Error) => {},
}))
const current = remember('transaction', () => new AsyncLocalStorage<Transaction<DB>>())

/** Thrown when the database cannot take more work, or broke off; answered with 503. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
}

function connect(): Connection {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: process.env.DATABASE_URL,
    max: 16,
    connectionTimeoutMillis: 4_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 20_000,
    application_name: 'lernen25',
    options: SESSION,
  })
  // Without a listener a connection that breaks while idle would end the process.
  pool.on('error', (error) => held.onIdleError(error))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<DB>({
    dialect: new NamingDialect({ pool }),
    plugins: [names],
    log: (event) => held.listener?.(event.query.sql, event.query.parameters),
  })
  return { pool, kysely }
}

function connection(): Connection {
  return (held.connection ??= connect())
}

/** The pool itself, for the few libraries that bring their own SQL (queue, rate limits, socket adapter). */
export function pool(): pg.Pool {
  return connection().pool
}

/** The transaction this code runs in, or the pool. */
export function db(): Kysely<DB> {
  const open = current.getStore()
  if (open) return open
  if (pool().waitingCount >= LONGEST_QUEUE) throw new DatabaseBusy()
  return connection().kysely
}

/** Runs work in one transaction; inside an open one it simply joins it. */
export async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (current.getStore()) return work()
  if (pool().waitingCount >= LONGEST_QUEUE) throw new DatabaseBusy()
  let cause: unknown
  const noted = () =>
    work().catch((error: unknown) => {
      cause = error
      throw error
    })
  try {
    return await connection()
      .kysely.transaction()
      .execute((tx) => current.run(tx, noted))
  } catch (error) {
    // On a broken connection the rollback fails too, and its error would hide the first one.
    throw cause ?? error
  }
}

/** Hears every statement that is sent; for counting queries in tests and the bench. */
export function onQuery(listener: Listener | undefined): void {
  held.listener = listener
}

export function onIdleDatabaseError(listener: (error: Error) => void): void {
  held.onIdleError = listener
}

export async function closeDatabase(): Promise<void> {
  const open = held.connection
  held.connection = undefined
  await open?.pool.end()
}
