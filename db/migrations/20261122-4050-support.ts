import { type Kysely, sql } from 'kysely'

/** Help that a PLG asks for (R37-12), calls of the actors, and money for innovation projects with its yearly budget (R5-2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table support_requests (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    plg_id uuid not null references plgs (id),
    project_id uuid references projects (id),
    kind text not null check (kind in ('accompaniment', 'consultation', 'facilitation', 'training', 'funding')),
    -- Who answers: the holders of this network role.
    addressee text not null check (addressee in ('smz_staff', 'media_advisor', 'subject_advisor', 'school_authority_staff')),
    text text not null check (length(text) between 1 and 4000),
    wished_by date,
    state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'done', 'withdrawn')),
    handled_by uuid references persons (id) on delete set null,
    answer text not null default '' check (length(answer) <= 4000),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index support_requests_of_plg on support_requests (plg_id, created_at desc)`.execute(
    db,
  )
  await sql`create index support_requests_of_addressee on support_requests (addressee, state, created_at)`.execute(
    db,
  )
  await sql`create index support_requests_of_project on support_requests (project_id) where project_id is not null`.execute(
    db,
  )

  // What actors start: they look for schools for a Vorhaben.
  await sql`create table project_calls (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    title text not null check (length(title) between 3 and 160),
    text text not null check (length(text) between 1 and 8000),
    kind text not null check (kind in ('teaching_development', 'innovation')),
    organisation_id uuid references organisations (id),
    has_funding boolean not null default false,
    closes_on date,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    published_at timestamptz,
    changed_at timestamptz not null,
    version integer not null default 1,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index project_calls_newest on project_calls (published_at desc, id) where state = 'published'`.execute(
    db,
  )

  await sql`create table funding_budgets (
    year integer primary key check (year between 2020 and 2100),
    -- Whole cents; a city's line stays far below what a bigint holds, and the check keeps it so.
    amount_cents bigint not null check (amount_cents between 0 and 100000000000),
    -- Granted of it, kept with every decision: however many decide at once, nobody overspends.
    committed_cents bigint not null default 0 check (committed_cents >= 0),
    set_by uuid references persons (id) on delete set null,
    set_at timestamptz not null,
    constraint funding_budgets_kept check (committed_cents <= amount_cents)
  )`.execute(db)
  await sql`create table funding_applications (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    plg_id uuid not null references plgs (id),
    project_id uuid not null references projects (id),
    -- The school that receives the money and accounts for it.
    school_id uuid not null references schools (id),
    call_id uuid references project_calls (id),
    year integer not null check (year between 2020 and 2100),
    reason text not null default '' check (length(reason) <= 4000),
    innovation text not null default '' check (length(innovation) <= 4000),
    risk text not null default '' check (length(risk) <= 4000),
    own_share_cents bigint not null default 0 check (own_share_cents between 0 and 10000000000),
    state text not null default 'draft' check (state in ('draft', 'submitted', 'in_review', 'queries', 'approved', 'approved_partly',
      'rejected', 'withdrawn', 'paid', 'accounted', 'closed')),
    submitted_at timestamptz,
    decided_by uuid references persons (id) on delete set null,
    decided_at timestamptz,
    granted_cents bigint check (granted_cents between 0 and 10000000000),
    decision text not null default '' check (length(decision) <= 4000),
    conditions text not null default '' check (length(conditions) <= 4000),
    paid_at timestamptz,
    closed_at timestamptz,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    client_key uuid not null,
    unique (created_by, client_key),
    constraint funding_decided check (state not in ('approved', 'approved_partly', 'paid', 'accounted', 'closed')
      or (granted_cents is not null and decided_at is not null)),
    constraint funding_granted check (granted_cents is null or decided_at is not null)
  )`.execute(db)
  await sql`create unique index one_live_application_per_project on funding_applications (project_id)
    where state not in ('rejected', 'withdrawn', 'closed')`.execute(db)
  await sql`create index funding_applications_of_plg on funding_applications (plg_id, created_at desc)`.execute(
    db,
  )
  await sql`create index funding_applications_of_school on funding_applications (school_id, submitted_at)`.execute(
    db,
  )
  await sql`create index funding_applications_of_call on funding_applications (call_id) where call_id is not null`.execute(
    db,
  )
  await sql`create index funding_applications_by_state on funding_applications (state, submitted_at)`.execute(
    db,
  )
  await sql`create index funding_applications_by_year on funding_applications (year, state)`.execute(
    db,
  )
  await sql`create table funding_items (
    application_id uuid not null references funding_applications (id) on delete cascade,
    position integer not null check (position >= 0),
    text text not null check (length(text) between 1 and 300),
    quantity integer not null check (quantity between 1 and 10000),
    unit_cents bigint not null check (unit_cents between 0 and 1000000000),
    primary key (application_id, position)
  )`.execute(db)
  await sql`create table funding_proofs (
    id uuid primary key default gen_random_uuid(),
    application_id uuid not null references funding_applications (id) on delete cascade,
    text text not null check (length(text) between 1 and 300),
    amount_cents bigint not null check (amount_cents between 1 and 10000000000),
    spent_on date not null,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index funding_proofs_of_application on funding_proofs (application_id, spent_on)`.execute(
    db,
  )
  // Queries and answers, and every step with its date: the file of a case.
  await sql`create table funding_entries (
    id uuid primary key default gen_random_uuid(),
    application_id uuid not null references funding_applications (id) on delete cascade,
    author_id uuid references persons (id) on delete set null,
    state text,
    text text not null default '' check (length(text) <= 4000),
    at timestamptz not null
  )`.execute(db)
  await sql`create index funding_entries_of_application on funding_entries (application_id, at, id)`.execute(
    db,
  )
}
