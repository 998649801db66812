import { type Kysely, sql } from 'kysely'

/** What the SMZ offers in place of an offer that is gone: chosen, not guessed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table lab_offers
    add column replaced_by uuid references lab_offers (id) on delete set null,
    add constraint lab_offers_not_by_itself check (replaced_by <> id)`.execute(db)
  await sql`create index lab_offers_replacing on lab_offers (replaced_by) where replaced_by is not null`.execute(
    db,
  )
}
