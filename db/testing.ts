import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closeDatabase } from './client.ts'
import { connected, dropDatabase, urlOf } from './prepare.mjs'

// Importing this file gives the test file a migrated database of its own, a clone of the template.
// db/client.ts reads DATABASE_URL at its first query, which is later than this.
const { adminUrl, ownerUrl, appUrl, template } = inject('testServer')
const name = `${template}_${randomBytes(4).toString('hex')}`

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

afterAll(async () => {
  await closeDatabase()
  await connected(adminUrl, (client) => dropDatabase(client, name))
  rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true })
})

/**
 * Empties all tables and starts their numbers anew. `keep` names reference tables that the
 * migrations fill. The books of the migrations and of the job queue always stay.
 */
export async function emptyDatabase(keep: string[] = []): Promise<void> {
  await connected(urlOf(adminUrl, name), async (client) => {
    // Tables that refuse to be emptied (the audit) do so by trigger; a test may all the same.
    await client.query(
      `select set_config('session_replication_role', 'replica', false)
       from pg_roles where rolname = current_user and rolsuper`,
    )
    const { rows } = await client.query<{ list: string | null }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as list from pg_tables
       where schemaname = 'public' and tablename not like 'kysely\\_%' and tablename <> all ($1)`,
      [keep],
    )
    const list = rows[0]?.list
    if (list) await client.query(`truncate ${list} restart identity cascade`)
  })
}
