import { type Kysely, sql } from 'kysely'

/** When a PLG meets: finding a date, agenda, roles, protocols everybody sees in the same second, minutes, tasks, check-out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table plg_sessions (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    plg_id uuid not null references plgs (id),
    cycle integer not null default 1,
    title text not null check (length(title) between 1 and 120),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    mode text not null check (mode in ('presence', 'video', 'hybrid')),
    place text not null default '' check (length(place) <= 200),
    link text not null default '' check (length(link) <= 500 and (link = '' or link ~ '^https://')),
    state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
    host_id uuid references persons (id) on delete set null,
    timekeeper_id uuid references persons (id) on delete set null,
    minute_taker_id uuid references persons (id) on delete set null,
    protocol_lead_id uuid references persons (id) on delete set null,
    minutes text not null default '' check (length(minutes) <= 20000),
    minutes_version integer not null default 0,
    -- What all write together while they meet.
    notes_document_id uuid references documents (id) on delete set null,
    -- Counts changes of what stands in calendars (RFC 5545, SEQUENCE).
    sequence integer not null default 0,
    -- Counts every change of what the form of a session says.
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key),
    constraint plg_sessions_lasts check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
  )`.execute(db)
  await sql`create index plg_sessions_of_plg on plg_sessions (plg_id, starts_at)`.execute(db)
  await sql`create index plg_sessions_notes on plg_sessions (notes_document_id) where notes_document_id is not null`.execute(
    db,
  )
  await sql`alter table plg_decisions add constraint plg_decisions_session foreign key (session_id)
    references plg_sessions (id) on delete set null`.execute(db)
  await sql`create index plg_decisions_of_session on plg_decisions (session_id) where session_id is not null`.execute(
    db,
  )

  await sql`create table plg_session_items (
    session_id uuid not null references plg_sessions (id) on delete cascade,
    position integer not null check (position >= 0),
    title text not null check (length(title) between 1 and 200),
    minutes integer not null check (minutes between 1 and 480),
    protocol text check (protocol ~ '^[a-z_]{1,40}$'),
    primary key (session_id, position)
  )`.execute(db)
  await sql`create table plg_session_people (
    session_id uuid not null references plg_sessions (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    is_present boolean not null default false,
    takeaway text not null default '' check (length(takeaway) <= 1000),
    next_step text not null default '' check (length(next_step) <= 1000),
    primary key (session_id, person_id)
  )`.execute(db)
  await sql`create index plg_session_people_of_person on plg_session_people (person_id)`.execute(db)

  // A protocol under way. The time left follows from these four and the clock, so every browser shows the same second.
  await sql`create table plg_session_runs (
    session_id uuid primary key references plg_sessions (id) on delete cascade,
    protocol text not null check (protocol ~ '^[a-z_]{1,40}$'),
    step integer not null default 0 check (step >= 0),
    -- null: it stands still.
    running_since timestamptz,
    elapsed_ms integer not null default 0 check (elapsed_ms >= 0),
    version integer not null default 1,
    began_at timestamptz not null,
    ended_at timestamptz
  )`.execute(db)

  await sql`create table plg_tasks (
    id uuid primary key default gen_random_uuid(),
    plg_id uuid not null references plgs (id) on delete cascade,
    session_id uuid references plg_sessions (id) on delete set null,
    text text not null check (length(text) between 1 and 500),
    assignee_id uuid references persons (id) on delete set null,
    due_on date,
    done_at timestamptz,
    done_by uuid references persons (id) on delete set null,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index plg_tasks_of_plg on plg_tasks (plg_id, done_at, due_on)`.execute(db)
  await sql`create index plg_tasks_of_session on plg_tasks (session_id) where session_id is not null`.execute(
    db,
  )
  await sql`create index plg_tasks_of_person on plg_tasks (assignee_id) where done_at is null`.execute(
    db,
  )

  await sql`create table plg_polls (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    plg_id uuid not null references plgs (id) on delete cascade,
    title text not null check (length(title) between 1 and 120),
    note text not null default '' check (length(note) <= 1000),
    state text not null default 'open' check (state in ('open', 'decided', 'cancelled')),
    closes_on date,
    session_id uuid unique references plg_sessions (id) on delete set null,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index plg_polls_of_plg on plg_polls (plg_id, created_at desc)`.execute(db)
  await sql`create table plg_poll_slots (
    id uuid primary key default gen_random_uuid(),
    poll_id uuid not null references plg_polls (id) on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    unique (poll_id, starts_at),
    check (ends_at > starts_at)
  )`.execute(db)
  await sql`create table plg_poll_answers (
    slot_id uuid not null references plg_poll_slots (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    answer text not null check (answer in ('yes', 'if_needed', 'no')),
    primary key (slot_id, person_id)
  )`.execute(db)

  // Bewegliche Ferientage: fixed for each school by its Schulkonferenz (RdErl. Ferienordnung).
  await sql`create table school_free_days (
    school_id uuid not null references schools (id) on delete cascade,
    day date not null,
    name text not null check (length(name) between 1 and 80),
    set_by uuid references persons (id) on delete set null,
    primary key (school_id, day)
  )`.execute(db)

  // The secret in the address of somebody's calendar; only its hash is kept.
  await sql`create table calendar_keys (
    person_id uuid primary key references persons (id) on delete cascade,
    key_hash bytea not null unique,
    made_at timestamptz not null
  )`.execute(db)
}
