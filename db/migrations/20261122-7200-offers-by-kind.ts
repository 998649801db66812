import { type Kysely, sql } from 'kysely'

/** "A room" is looked for without a word that could be found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index lab_offers_by_kind on lab_offers (kind, name) where state = 'listed'`.execute(
    db,
  )
}
