import { runMigrations } from 'graphile-worker'
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

const files = import.meta.glob<Migration>('./migrations/*.ts', { eager: true })

/** Tables in which the application may only add rows; a trigger holds the same where one role does all. */
const APPEND_ONLY = ['audit_entries']

/**
 * Brings the database up to date and gives the application's role its grants.
 * Two starts at once end well: the second waits for the first (Kysely's advisory lock) and finds nothing to do.
 *
 * @param options.url role that owns the database
 * @param options.appRole role the application connects as, when it is another one
 * @returns names of the migrations that were run
 */
export async function migrateToLatest(options: { url: string; appRole?: string }) {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: 3,
    options: '-c timezone=UTC -c lock_timeout=5000',
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await runMigrations({ pgPool: pool })
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(named()) },
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error('migration failed')
    if (options.appRole) await grantTo(db, options.appRole)
    return results.map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

function named(): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(files).map(([path, migration]) => [
      path.replace('./migrations/', '').replace('.ts', ''),
      migration,
    ]),
  )
}

async function grantTo(db: Kysely<unknown>, role: string) {
  const name = sql.id(role)
  for (const schema of ['public', 'graphile_worker']) {
    await sql`grant usage on schema ${sql.id(schema)} to ${name}`.execute(db)
    await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${name}`.execute(
      db,
    )
    await sql`grant usage, select on all sequences in schema ${sql.id(schema)} to ${name}`.execute(
      db,
    )
    await sql`grant execute on all functions in schema ${sql.id(schema)} to ${name}`.execute(db)
  }
  // The queue's tables have row security without policies: only their owner would see anything.
  const { rows } = await sql<{ tablename: string }>`select tablename from pg_tables
    where schemaname = 'graphile_worker' and rowsecurity`.execute(db)
  for (const { tablename } of rows)
    await sql`alter table ${sql.id('graphile_worker', tablename)} disable row level security`.execute(
      db,
    )
  for (const table of APPEND_ONLY)
    await sql`revoke update, delete, truncate on ${sql.id(table)} from ${name}`.execute(db)
}
