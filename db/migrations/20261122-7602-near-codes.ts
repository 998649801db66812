import { type Kysely, sql } from 'kysely'

/** Stickers that are like one that was mistyped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index lab_resources_like on lab_resources using gin (code gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index lab_parts_like on lab_parts using gin (code gin_trgm_ops)`.execute(db)
}
