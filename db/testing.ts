import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase } from './client.ts'
import { connected, dropDatabase, urlOf } from './prepare.mjs'

const { adminUrl, ownerUrl, appUrl, template } = inject('testServer')

let name = ''
/** One connection for the emptying of a file's tests: each new one would have to learn all tables first. */
let emptying: Promise<pg.Client> | undefined

/**
 * Gives the test file that begins a migrated database of its own, a clone of the template. db/client.ts reads
 * DATABASE_URL at its first query, which is later than this.
 */
export async function openTestDatabase(): Promise<void> {
  name = `${template}_${randomBytes(4).toString('hex')}`
  await connected(adminUrl, async (client) => {
    const owner = decodeURIComponent(new URL(ownerUrl).username)
    await client.query(
      `create database ${name} owner ${pg.escapeIdentifier(owner)} template ${template}
       strategy file_copy`,
    )
  })
  process.env.DATABASE_URL = urlOf(appUrl, name)
  process.env.DATABASE_OWNER_URL = urlOf(ownerUrl, name)
  // A house for trying out: not live, nothing seeded, and what it writes stays out of the project.
  process.env.LERNEN25_EMBEDDED = '1'
  process.env.SEED = 'none'
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'lernen25-test-data-'))
}

export async function closeTestDatabase(): Promise<void> {
  await closeDatabase()
  await (await emptying)?.end()
  emptying = undefined
  await connected(adminUrl, (client) => dropDatabase(client, name))
  rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true })
}

/**
 * Empties all tables and starts their numbers anew. `keep` names reference tables that the
 * migrations fill. The books of the migrations and of the job queue always stay.
 */
export async function emptyDatabase(keep: string[] = []): Promise<void> {
  const client = await (emptying ??= connectToEmpty())
  // Tables that refuse to be emptied (the audit) do so by trigger, and so do references; a test may all the same.
  const { rows } = await client.query<{ isFree: boolean }>(
    `select set_config('session_replication_role', 'replica', false) = 'replica' as "isFree"
     from pg_roles where rolname = current_user and rolsuper`,
  )
  const tables = await tablesBesides(client, keep)
  if (rows[0]?.isFree) await deleteFrom(client, tables)
  else await client.query(`truncate ${tables.join(', ')} restart identity cascade`)
}

async function connectToEmpty(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(adminUrl, name) })
  await client.connect()
  return client
}

async function tablesBesides(client: pg.Client, keep: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' and tablename not like 'kysely\\_%' and tablename <> all ($1)`,
    [keep],
  )
  return rows.map((row) => row.name)
}

/** To truncate a hundred tables takes PostgreSQL longer than most tests; few of them hold anything. */
async function deleteFrom(client: pg.Client, tables: string[]): Promise<void> {
  const asked = tables.map(
    (table) => `select '${table}' as name where exists (select from ${table})`,
  )
  const { rows } = await client.query<{ name: string }>(asked.join(' union all '))
  const full = rows.map((row) => `delete from ${row.name};`)
  const { rows: numbers } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  )
  const begun = numbers.map((row) => `alter sequence ${row.name} restart;`)
  if (full.length + begun.length > 0) await client.query([...full, ...begun].join(' '))
}
