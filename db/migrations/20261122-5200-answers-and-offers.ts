import { type Kysely, sql } from 'kysely'

/** Ideas keep which call they answer; calls are found by words; an offer knows which version somebody changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ideas add column call_id uuid references project_calls (id)`.execute(db)
  await sql`create index ideas_of_call on ideas (call_id, created_at desc, id) where call_id is not null`.execute(
    db,
  )
  await sql`alter table project_calls add column search tsvector generated always as (
    setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', text), 'B')
  ) stored`.execute(db)
  await sql`create index project_calls_search on project_calls using gin (search)`.execute(db)
  await sql`alter table classroom_offers add column version integer not null default 1`.execute(db)
}
