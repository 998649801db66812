import { type Kysely, sql } from 'kysely'

/** What schools wanted and did not get: what the city buys next is decided by it (R36-10). No person stands here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_unmet (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null,
    school_id uuid references schools (id) on delete set null,
    -- Null: nothing of this kind was found at all.
    offer_id uuid references lab_offers (id) on delete cascade,
    kind text check (kind in ('room', 'zone', 'station', 'set', 'advice', 'event', 'workshop')),
    wanted text not null default '' check (length(wanted) <= 200),
    starts_at timestamptz,
    ends_at timestamptz check (ends_at > starts_at),
    quantity integer not null default 1 check (quantity between 1 and 10000),
    reason text not null check (reason in ('occupied', 'limit', 'no_staff', 'not_available', 'closed', 'rule', 'rejected', 'expired', 'not_found'))
  )`.execute(db)
  await sql`create index lab_unmet_by_time on lab_unmet (at)`.execute(db)
  await sql`create index lab_unmet_of_offer on lab_unmet (offer_id, at)`.execute(db)
}
