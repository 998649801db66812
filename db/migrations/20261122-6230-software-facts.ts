import { type Kysely, sql } from 'kysely'

/** Whether an app shows advertising; parts that curators took away, to be put back; and proposals not sent yet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table software_products add column advertising text not null default 'unknown'
    check (advertising in ('yes', 'no', 'unknown'))`.execute(db)
  // What was taken away is gone from every list at once. It lies here as it was until nobody can want it back.
  await sql`create table software_removals (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references software_products (id) on delete cascade,
    part text not null check (part in ('variant', 'use', 'subprocessor', 'data', 'seal')),
    content jsonb not null,
    removed_by uuid references persons (id) on delete set null,
    removed_at timestamptz not null
  )`.execute(db)
  await sql`create index software_removals_of_product on software_removals (product_id)`.execute(db)
  await sql`create index software_removals_by_time on software_removals (removed_at)`.execute(db)
  await sql`create table proposal_drafts (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references persons (id) on delete cascade,
    name text not null check (length(name) between 1 and 120),
    -- What stood in the form, as it was typed.
    fields jsonb not null check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 20000),
    saved_at timestamptz not null,
    version integer not null default 1,
    deleted_at timestamptz,
    client_key uuid not null,
    unique (person_id, client_key)
  )`.execute(db)
  await sql`create index proposal_drafts_by_time on proposal_drafts (saved_at)`.execute(db)
}
