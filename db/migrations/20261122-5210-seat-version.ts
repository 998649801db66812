import { type Kysely, sql } from 'kysely'

/** What a school gives is written by two sides: each says which version they have read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plg_seats add column version integer not null default 1`.execute(db)
}
