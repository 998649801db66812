import { type Kysely, sql } from 'kysely'

/**
 * The counter of the MediaLab: what really went over it and came back, what broke, which later dates suffer from that,
 * and who was reminded of what.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await handing(db)
  await damages(db)
  await following(db)
}

async function handing(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_handovers (
    date_id uuid primary key references lab_dates (id) on delete cascade,
    prepared_at timestamptz,
    prepared_by uuid references persons (id) on delete set null,
    out_at timestamptz,
    out_by uuid references persons (id) on delete set null,
    -- Who confirmed on the iPad: the borrower, or whoever came for them.
    taken_by text not null default '' check (length(taken_by) <= 120),
    back_at timestamptz,
    back_by uuid references persons (id) on delete set null,
    finished_at timestamptz
  )`.execute(db)
  await sql`create table lab_handed (
    id uuid primary key default gen_random_uuid(),
    date_id uuid not null references lab_dates (id) on delete cascade,
    resource_id uuid not null references lab_resources (id),
    part_id uuid references lab_parts (id) on delete set null,
    -- What has no list of parts goes as a whole, or so many of it.
    is_whole boolean not null default false,
    name text not null check (length(name) between 1 and 120),
    code text,
    is_unit boolean not null default false,
    wanted integer not null check (wanted between 1 and 10000),
    went integer not null default 0 check (went between 0 and wanted),
    note text not null default '' check (length(note) <= 300),
    back integer not null default 0 check (back >= 0),
    missing integer not null default 0 check (missing >= 0),
    back_at timestamptz,
    -- Out of the house, not back yet: the same part cannot be with two.
    is_away boolean not null default false,
    position integer not null default 0,
    check (back + missing <= went)
  )`.execute(db)
  await sql`create unique index lab_handed_part on lab_handed (date_id, part_id) where part_id is not null`.execute(
    db,
  )
  await sql`create unique index lab_handed_whole on lab_handed (date_id, resource_id) where is_whole`.execute(
    db,
  )
  await sql`create index lab_handed_of_date on lab_handed (date_id, position)`.execute(db)
  await sql`create unique index lab_handed_away on lab_handed (part_id) where is_away and part_id is not null`.execute(
    db,
  )
  await sql`create index lab_handed_of_resource on lab_handed (resource_id)`.execute(db)
  await sql`create index lab_handed_of_part on lab_handed (part_id) where part_id is not null`.execute(
    db,
  )
  await sql`create table lab_wipes (
    id uuid primary key default gen_random_uuid(),
    resource_id uuid not null references lab_resources (id) on delete cascade,
    due_since timestamptz not null,
    wiped_at timestamptz not null,
    wiped_by uuid references persons (id) on delete set null,
    unique (resource_id, due_since)
  )`.execute(db)
}

async function damages(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_damages (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    resource_id uuid not null references lab_resources (id),
    part_id uuid references lab_parts (id) on delete set null,
    date_id uuid references lab_dates (id) on delete set null,
    handed_id uuid references lab_handed (id) on delete set null,
    item text not null check (length(item) between 1 and 200),
    category text not null check (category in
      ('broken', 'display', 'power', 'incomplete', 'dirty', 'software', 'lost', 'other')),
    description text not null default '' check (length(description) <= 1000),
    quantity integer not null default 1 check (quantity between 1 and 10000),
    is_unusable boolean not null default false,
    -- So many fewer there are because of it; given back when it is mended.
    held_back integer not null default 0 check (held_back >= 0),
    origin text not null check (origin in ('desk', 'borrower')),
    state text not null default 'reported' check (state in
      ('reported', 'assessed', 'school_pays', 'city_pays', 'closed')),
    estimate_cents integer check (estimate_cents between 0 and 100000000),
    staff_note text not null default '' check (length(staff_note) <= 1000),
    usable_again_at timestamptz,
    withdrawn_at timestamptz,
    reported_by uuid references persons (id) on delete set null,
    reported_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    client_key uuid not null,
    unique (reported_by, client_key)
  )`.execute(db)
  await sql`create index lab_damages_by_time on lab_damages (reported_at desc, number desc) where withdrawn_at is null`.execute(
    db,
  )
  await sql`create index lab_damages_by_state on lab_damages (state, reported_at desc, number desc) where withdrawn_at is null`.execute(
    db,
  )
  await sql`create index lab_damages_of_date on lab_damages (date_id) where date_id is not null`.execute(
    db,
  )
  await sql`create index lab_damages_of_resource on lab_damages (resource_id)`.execute(db)
  await sql`create index lab_damages_of_part on lab_damages (part_id) where part_id is not null`.execute(
    db,
  )
  await sql`create index lab_damages_of_handed on lab_damages (handed_id) where handed_id is not null`.execute(
    db,
  )
}

async function following(db: Kysely<unknown>): Promise<void> {
  // A date that was promised and cannot be kept as things stand.
  await sql`create table lab_troubles (
    id uuid primary key default gen_random_uuid(),
    date_id uuid not null references lab_dates (id) on delete cascade,
    resource_id uuid not null references lab_resources (id) on delete cascade,
    -- 'short': too little of it is usable; 'late': somebody else has not brought it back.
    kind text not null check (kind in ('short', 'late')),
    missing integer not null check (missing > 0),
    since timestamptz not null,
    resolved_at timestamptz
  )`.execute(db)
  await sql`create unique index lab_troubles_open on lab_troubles (date_id, resource_id, kind) where resolved_at is null`.execute(
    db,
  )
  await sql`create index lab_troubles_of_resource on lab_troubles (resource_id) where resolved_at is null`.execute(
    db,
  )
  await sql`create table lab_reminders (
    id uuid primary key default gen_random_uuid(),
    date_id uuid not null references lab_dates (id) on delete cascade,
    kind text not null check (kind in ('before', 'first', 'second', 'school', 'by_hand')),
    -- The day on which it is due back; of one by hand the day of the mail.
    on_day date not null,
    sent_by uuid references persons (id) on delete set null,
    at timestamptz not null,
    unique (date_id, kind, on_day)
  )`.execute(db)
}
