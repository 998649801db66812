import { type Kysely, sql } from 'kysely'

/** Whoever accepts an offer of the waiting list has booked, unless somebody has to agree first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table lab_waiting add column is_asked boolean not null default false`.execute(db)
}
