import { type Kysely, sql } from 'kysely'

/** Professional learning communities: who is in, for which school, and whether that school's principal agrees. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table plgs (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique check (slug ~ '^[a-z0-9-]{1,100}$'),
    title text not null check (length(title) between 3 and 120),
    question text not null check (length(question) between 1 and 300),
    summary text not null default '' check (length(summary) <= 4000),
    joining text not null check (joining in ('open', 'by_request', 'closed')),
    phase text not null default 'forming' check (phase in ('idea', 'forming', 'focus', 'design', 'trial', 'evaluate', 'transfer', 'closed')),
    is_paused boolean not null default false,
    seeks_members boolean not null default true,
    subjects text[] not null default '{}',
    grade_bands text[] not null default '{}',
    school_forms text[] not null default '{}',
    topic_count integer not null default 0,
    founded_by uuid references persons (id) on delete set null,
    founded_at timestamptz not null,
    client_key uuid not null,
    unique (founded_by, client_key)
  )`.execute(db)
  await sql`create index plgs_search on plgs using gin (search_key(title || ' ' || question || ' ' || summary) gin_trgm_ops)`.execute(
    db,
  )

  await sql`create table plg_members (
    id uuid primary key default gen_random_uuid(),
    plg_id uuid not null references plgs (id),
    person_id uuid not null references persons (id) on delete cascade,
    role text not null check (role in ('lead', 'member', 'guest', 'facilitator')),
    school_id uuid references schools (id),
    state text not null check (state in ('requested', 'invited', 'active', 'declined', 'left', 'removed')),
    message text not null default '' check (length(message) <= 1000),
    since timestamptz not null,
    until timestamptz
  )`.execute(db)
  await sql`create unique index one_live_seat_per_person on plg_members (plg_id, person_id)
    where state in ('requested', 'invited', 'active')`.execute(db)
  await sql`create index plg_members_of_person on plg_members (person_id, state)`.execute(db)

  // One row for each school with an active teacher in the PLG.
  await sql`create table plg_seats (
    plg_id uuid not null references plgs (id),
    school_id uuid not null references schools (id),
    consent text not null default 'open' check (consent in ('open', 'granted', 'refused')),
    since timestamptz not null,
    decided_by uuid references persons (id) on delete set null,
    decided_at timestamptz,
    reason text not null default '' check (length(reason) <= 1000),
    primary key (plg_id, school_id)
  )`.execute(db)
  await sql`create index plg_seats_of_school on plg_seats (school_id, consent)`.execute(db)

  // What a lead typed when inviting: the same line for addresses with and without an account, so that the
  // list of open invitations tells nobody who is registered. person_id is never shown.
  await sql`create table plg_invitations (
    id uuid primary key default gen_random_uuid(),
    plg_id uuid not null references plgs (id),
    email citext not null check (length(email) <= 254),
    person_id uuid references persons (id) on delete cascade,
    role text not null check (role in ('member', 'guest')),
    message text not null default '' check (length(message) <= 1000),
    invited_by uuid references persons (id) on delete set null,
    at timestamptz not null,
    unique (plg_id, email)
  )`.execute(db)
  await sql`create index plg_invitations_by_email on plg_invitations (email)`.execute(db)
}
