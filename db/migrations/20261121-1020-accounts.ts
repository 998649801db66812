import { type Kysely, sql } from 'kysely'

/** Persons, what they are where, and how they get in. Secrets are kept as hashes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table persons (
    id uuid primary key default gen_random_uuid(),
    first_name text not null check (length(first_name) between 1 and 60),
    last_name text not null check (length(last_name) between 1 and 60),
    email citext not null unique check (length(email) <= 254),
    password_hash text,
    subjects text[] not null default '{}',
    grade_bands text[] not null default '{}',
    is_active boolean not null default true,
    is_demo boolean not null default false,
    welcomed_at timestamptz,
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index persons_search on persons using gin (search_key(first_name || ' ' || last_name) gin_trgm_ops)`.execute(
    db,
  )

  await sql`create table memberships (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references persons (id) on delete cascade,
    school_id uuid references schools (id),
    organisation_id uuid references organisations (id),
    role text not null,
    state text not null check (state in ('pending', 'confirmed', 'refused', 'ended')),
    valid_from timestamptz not null,
    valid_until timestamptz,
    decided_by uuid references persons (id) on delete set null,
    decided_at timestamptz,
    reason text not null default '' check (length(reason) <= 500),
    ended_by uuid references persons (id) on delete set null,
    check ((school_id is not null and organisation_id is null and role in ('teacher', 'digital_officer', 'first_level_admin', 'principal', 'deputy_principal', 'trainee'))
      or (school_id is null and organisation_id is not null and role in ('smz_staff', 'facilitator', 'media_advisor', 'subject_advisor', 'school_dpo', 'release_manager',
  'school_authority_staff', 'school_inspector', 'operator')))
  )`.execute(db)
  await sql`create unique index one_live_membership on memberships (person_id, role, coalesce(school_id, organisation_id))
    where state in ('pending', 'confirmed')`.execute(db)
  await sql`create index memberships_of_school on memberships (school_id, state)`.execute(db)
  await sql`create index memberships_of_person on memberships (person_id)`.execute(db)

  await sql`create table sessions (
    id text primary key,
    person_id uuid not null references persons (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ends_at timestamptz not null,
    is_office boolean not null,
    device text not null default '' check (length(device) <= 80)
  )`.execute(db)
  await sql`create index sessions_of_person on sessions (person_id)`.execute(db)
  await sql`create index sessions_by_expiry on sessions (expires_at)`.execute(db)

  await sql`create table one_time_tokens (
    token_hash text primary key,
    purpose text not null check (purpose in ('register', 'confirm_principal', 'sign_in', 'reset_password', 'first_operator')),
    person_id uuid references persons (id) on delete cascade,
    payload jsonb not null default '{}',
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db)
  await sql`create index one_time_tokens_by_expiry on one_time_tokens (expires_at)`.execute(db)

  await sql`create table security_events (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    pseudonym text not null
  )`.execute(db)
  await sql`create index security_events_by_time on security_events (at)`.execute(db)
}
