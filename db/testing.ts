import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase } from './client.ts'
import { connected, dropDatabase, urlOf } from './prepare.mjs'
import { makeLikeNew } from './testing-again.ts'

const { adminUrl, ownerUrl, appUrl, template, asNew } = inject('testServer')

let name = ''
/** One connection for the emptying of a file's tests: each new one would have to learn all tables first. */
let emptying: Promise<pg.Client> | undefined
/** The database of the last file, made like new, where files share a process. */
let again: string | undefined

/**
 * Gives the test file that begins a migrated database of its own: the one of the last file made like new, or a clone of
 * the template. db/client.ts reads DATABASE_URL at its first query, which is later than this.
 */
export async function openTestDatabase(): Promise<void> {
  name = again ?? (await clone())
  process.env.DATABASE_URL = urlOf(appUrl, name)
  process.env.DATABASE_OWNER_URL = urlOf(ownerUrl, name)
  // A house for trying out: not live, nothing seeded, and what it writes stays out of the project.
  process.env.LERNEN25_EMBEDDED = '1'
  process.env.SEED = 'none'
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'lernen25-test-data-'))
}

/** A copy of the template costs half a second: a thousand files. */
async function clone(): Promise<string> {
  const made = `${template}_${randomBytes(4).toString('hex')}`
  const owner = pg.escapeIdentifier(decodeURIComponent(new URL(ownerUrl).username))
  await connected(adminUrl, (client) =>
    client.query(`create database ${made} owner ${owner} template ${template} strategy file_copy`),
  )
  return made
}

export async function closeTestDatabase(): Promise<void> {
  rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true })
  await closeDatabase()
  if (process.env.TEST_DATABASE_AGAIN && (await isLikeNew())) return
  await (await emptying)?.end()
  emptying = undefined
  again = undefined
  await connected(adminUrl, (client) => dropDatabase(client, name))
}

/** Makes the database of this file ready for the next one, where we may and nobody has changed more than rows. */
async function isLikeNew(): Promise<boolean> {
  const client = await (emptying ??= connectToEmpty())
  if (!(await mayDoAnything(client)) || !(await makeLikeNew(client, asNew))) return false
  again = name
  return true
}

/**
 * Empties all tables and starts their numbers anew. `keep` names reference tables that the
 * migrations fill. The books of the migrations and of the job queue always stay.
 */
export async function emptyDatabase(keep: string[] = []): Promise<void> {
  const client = await (emptying ??= connectToEmpty())
  // Tables that refuse to be emptied (the audit) do so by trigger, and so do references; a test may all the same.
  const isFree = await mayDoAnything(client)
  const tables = await tablesBesides(client, keep)
  if (isFree) await deleteFrom(client, tables)
  else await client.query(`truncate ${tables.join(', ')} restart identity cascade`)
}

async function connectToEmpty(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(adminUrl, name) })
  await client.connect()
  return client
}

/** A superuser; from here on no trigger says no to this connection. */
async function mayDoAnything(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ isFree: boolean }>(
    `select set_config('session_replication_role', 'replica', false) = 'replica' as "isFree"
     from pg_roles where rolname = current_user and rolsuper`,
  )
  return rows[0]?.isFree ?? false
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
