import { type Kysely, sql } from 'kysely'

/** The catalogue of criteria as data, and the cases that are reviewed by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await catalogue(db)
  await cases(db)
}

async function catalogue(db: Kysely<unknown>): Promise<void> {
  await sql`create table review_catalogues (
    version text primary key check (length(version) between 1 and 40),
    valid_from date not null,
    -- What was reviewed by an older one has to be looked at again.
    needs_recheck boolean not null default false,
    note text not null default '' check (length(note) <= 1000)
  )`.execute(db)
  await sql`create table review_criteria (
    catalogue_version text not null references review_catalogues (version),
    id text not null check (id ~ '^C[0-9]{2}$'),
    position integer not null,
    area text not null check (area in ('purpose', 'provider', 'data', 'access', 'contract', 'transfer', 'security', 'rights', 'children', 'ai', 'school')),
    question text not null check (length(question) between 1 and 400),
    good_answer text not null check (length(good_answer) between 1 and 200),
    -- The plain sentence of what stops a positive opinion for pupils; null when nothing does.
    knock_out text check (length(knock_out) <= 200),
    is_short boolean not null default false,
    primary key (catalogue_version, id)
  )`.execute(db)
  // Building blocks of conditions.
  await sql`create table condition_blocks (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (length(kind) between 1 and 40),
    text text not null check (length(text) between 1 and 400),
    is_mandatory boolean not null default true,
    position integer not null default 0,
    retired_at timestamptz
  )`.execute(db)
  await sql`create table software_settings (
    name text primary key,
    value text not null,
    changed_by uuid references persons (id) on delete set null,
    changed_at timestamptz not null
  )`.execute(db)
}

async function cases(db: Kysely<unknown>): Promise<void> {
  await sql`create table review_cases (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    product_id uuid not null references software_products (id),
    reason text not null check (reason in ('new', 'change', 'expiry', 'incident', 'complaint', 'pilot', 'school_request')),
    state text not null check (state in ('draft', 'submitted', 'triage', 'waiting_requester', 'waiting_vendor', 'in_review',
      'opinion_draft', 'opinion_given', 'release_pending', 'closed', 'rejected_intake')),
    priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
    requested_by uuid references persons (id) on delete set null,
    school_id uuid references schools (id),
    project_id uuid references projects (id) on delete set null,
    purpose text not null default '' check (length(purpose) <= 2000),
    subject text not null default '',
    grade_band text not null default '',
    needed_by date,
    waiting_until date,
    catalogue_version text not null references review_catalogues (version),
    previous_id uuid references review_cases (id),
    outcome text check (outcome in ('released', 'released_stricter', 'pilot', 'refused', 'already_decided', 'duplicate', 'incomplete', 'withdrawn', 'objection')),
    outcome_note text not null default '' check (length(outcome_note) <= 2000),
    -- The draft of the decision, until it is signed.
    draft jsonb not null default '{}',
    internal_note text not null default '' check (length(internal_note) <= 4000),
    created_at timestamptz not null,
    submitted_at timestamptz,
    closed_at timestamptz,
    version integer not null default 1,
    client_key uuid not null,
    constraint review_cases_once unique (requested_by, client_key),
    constraint review_cases_closed check ((state in ('closed', 'rejected_intake')) = (closed_at is not null))
  )`.execute(db)
  // One open case of a product at a time; whoever wants the same says "Mich auch".
  await sql`create unique index review_cases_open on review_cases (product_id)
    where state not in ('draft', 'closed', 'rejected_intake')`.execute(db)
  await sql`create index review_cases_of_product on review_cases (product_id, created_at desc)`.execute(
    db,
  )
  await sql`create index review_cases_queue on review_cases (state, submitted_at)
    where state not in ('draft', 'closed', 'rejected_intake')`.execute(db)
  await sql`create index review_cases_of_person on review_cases (requested_by, created_at desc)`.execute(
    db,
  )
  await sql`create table review_case_scenarios (
    case_id uuid not null references review_cases (id) on delete cascade,
    scenario_id uuid not null references software_scenarios (id),
    primary key (case_id, scenario_id)
  )`.execute(db)
  await sql`create index review_case_scenarios_of on review_case_scenarios (scenario_id)`.execute(
    db,
  )
  await sql`create table review_demands (
    case_id uuid not null references review_cases (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    school_id uuid references schools (id),
    at timestamptz not null,
    primary key (case_id, person_id)
  )`.execute(db)
  await sql`create index review_demands_of_person on review_demands (person_id)`.execute(db)
  await sql`create table review_assignees (
    case_id uuid not null references review_cases (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    at timestamptz not null,
    primary key (case_id, person_id)
  )`.execute(db)
  await sql`create table review_answers (
    case_id uuid not null references review_cases (id) on delete cascade,
    criterion_id text not null,
    answer text not null check (answer in ('yes', 'partly', 'no', 'unknown', 'not_applicable')),
    comment text not null default '' check (length(comment) <= 2000),
    answered_by uuid references persons (id) on delete set null,
    at timestamptz not null,
    version integer not null default 1,
    primary key (case_id, criterion_id)
  )`.execute(db)
  await sql`create table review_evidence (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references review_cases (id) on delete cascade,
    criterion_id text not null,
    document_id uuid references software_documents (id) on delete set null,
    file_id uuid references files (id) on delete set null,
    url text not null default '' check (length(url) <= 1000),
    quote text not null default '' check (length(quote) <= 2000),
    retrieved_on date not null,
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    added_by uuid references persons (id) on delete set null,
    added_at timestamptz not null
  )`.execute(db)
  await sql`create index review_evidence_of_case on review_evidence (case_id, criterion_id)`.execute(
    db,
  )
  await sql`create table review_questions (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references review_cases (id) on delete cascade,
    addressee text not null check (addressee in ('requester', 'vendor')),
    text text not null check (length(text) between 3 and 4000),
    asked_by uuid references persons (id) on delete set null,
    asked_at timestamptz not null,
    due_on date not null,
    -- Only the fingerprint of the vendor's one-time link.
    token_hash bytea unique,
    vendor_email citext,
    reminded_at timestamptz,
    answer text check (length(answer) <= 8000),
    answered_by uuid references persons (id) on delete set null,
    answered_name text not null default '' check (length(answered_name) <= 200),
    answer_file_id uuid references files (id) on delete set null,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null))
  )`.execute(db)
  await sql`create index review_questions_of_case on review_questions (case_id, asked_at)`.execute(
    db,
  )
  // What happened to a case, in the order in which it happened. Nobody changes it.
  await sql`create table review_events (
    id bigint generated always as identity primary key,
    case_id uuid not null references review_cases (id),
    at timestamptz not null,
    person_id uuid references persons (id) on delete set null,
    event text not null check (length(event) between 1 and 40),
    from_state text not null,
    to_state text not null,
    note text not null default '' check (length(note) <= 2000)
  )`.execute(db)
  await sql`create index review_events_of_case on review_events (case_id, id)`.execute(db)
}
