import { type Kysely, sql } from 'kysely'

/** Waiting counts as unmet demand of the time at which somebody asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index lab_waiting_by_time on lab_waiting (asked_at)`.execute(db)
}
