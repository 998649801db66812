import { type Kysely, sql } from 'kysely'

/** What schools found out with what they had, who was asked for it, and what they miss (R36-8, R36-10). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_reports (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references lab_offers (id) on delete cascade,
    booking_id uuid references lab_bookings (id) on delete set null,
    author_id uuid references persons (id) on delete set null,
    school_id uuid references schools (id) on delete set null,
    school_form text not null default '' check (length(school_form) <= 40),
    grade_band text not null default '' check (length(grade_band) <= 20),
    subject text not null default '' check (length(subject) <= 60),
    used_for text not null check (length(used_for) between 1 and 2000),
    learning integer not null check (learning between 1 and 5),
    handling integer not null check (handling between 1 and 5),
    robustness integer not null check (robustness between 1 and 5),
    prep_effort integer not null check (prep_effort between 1 and 5),
    support integer not null check (support between 1 and 5),
    recommendation text not null check (recommendation in ('base_equipment', 'pool_only', 'not_recommended')),
    conditions text not null default '' check (length(conditions) <= 1000),
    -- A colleague may ask this person to show it.
    is_contact boolean not null default false,
    -- 'city': the SMZ and the Schulträger only.
    visibility text not null default 'network' check (visibility in ('network', 'city')),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    version integer not null default 1,
    client_key uuid not null,
    search tsvector generated always as (to_tsvector('german', used_for || ' ' || conditions)) stored,
    unique (author_id, client_key)
  )`.execute(db)
  // One booking tells of an offer once.
  await sql`create unique index lab_reports_once on lab_reports (booking_id, offer_id) where deleted_at is null`.execute(
    db,
  )
  await sql`create index lab_reports_of_offer on lab_reports (offer_id, created_at desc) where deleted_at is null`.execute(
    db,
  )
  await sql`create index lab_reports_newest on lab_reports (created_at desc, id) where deleted_at is null`.execute(
    db,
  )
  await sql`create index lab_reports_search on lab_reports using gin (search)`.execute(db)
  await sql`create table lab_report_asks (
    booking_id uuid primary key references lab_bookings (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    asked_at timestamptz not null,
    -- Told, or not wanted: nobody is asked twice.
    settled_at timestamptz
  )`.execute(db)
  await sql`create index lab_report_asks_open on lab_report_asks (person_id, asked_at) where settled_at is null`.execute(
    db,
  )
  // For what was over lately.
  await sql`create index lab_dates_by_end on lab_dates (ends_at, id)`.execute(db)
  await wishes(db)
}

async function wishes(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_wishes (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    author_id uuid references persons (id) on delete set null,
    school_id uuid references schools (id) on delete set null,
    title text not null check (length(title) between 3 and 120),
    purpose text not null check (length(purpose) between 1 and 1000),
    frequency text not null check (frequency in ('once', 'yearly', 'monthly', 'weekly')),
    answer text not null default '' check (length(answer) <= 1000),
    outcome text not null default 'open' check (outcome in ('open', 'planned', 'bought', 'declined')),
    answered_by uuid references persons (id) on delete set null,
    answered_at timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    version integer not null default 1,
    client_key uuid not null,
    unique (author_id, client_key),
    check (outcome = 'open' or answered_at is not null)
  )`.execute(db)
  await sql`create index lab_wishes_newest on lab_wishes (created_at desc, id) where deleted_at is null`.execute(
    db,
  )
  await sql`create table lab_wish_voices (
    wish_id uuid not null references lab_wishes (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    school_id uuid references schools (id) on delete set null,
    at timestamptz not null,
    primary key (wish_id, person_id)
  )`.execute(db)
  await sql`create index lab_wish_voices_of_person on lab_wish_voices (person_id)`.execute(db)
}
