import { type Kysely, sql } from 'kysely'

/** What schools tell about software, and how its list is kept in order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await experience(db)
  await curation(db)
}

async function experience(db: Kysely<unknown>): Promise<void> {
  await sql`create table experience_reports (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references software_products (id) on delete cascade,
    scenario_id uuid references software_scenarios (id) on delete set null,
    author_id uuid references persons (id) on delete set null,
    school_id uuid references schools (id),
    project_id uuid references projects (id) on delete set null,
    subject text not null default '',
    grade_band text not null default '',
    setting text not null check (length(setting) between 1 and 2000),
    learning_effect integer not null check (learning_effect between 1 and 5),
    effort integer not null check (effort between 1 and 5),
    stability integer not null check (stability between 1 and 5),
    text text not null default '' check (length(text) <= 4000),
    would_use_again boolean not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    version integer not null default 1,
    client_key uuid not null,
    unique (author_id, client_key)
  )`.execute(db)
  await sql`create index experience_reports_of_product on experience_reports (product_id, created_at desc, id) where deleted_at is null`.execute(
    db,
  )
  await sql`create table software_questions (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references software_products (id) on delete cascade,
    author_id uuid references persons (id) on delete set null,
    text text not null check (length(text) between 3 and 4000),
    created_at timestamptz not null,
    deleted_at timestamptz,
    client_key uuid not null,
    unique (author_id, client_key)
  )`.execute(db)
  await sql`create index software_questions_of_product on software_questions (product_id, created_at desc, id)`.execute(
    db,
  )
  await sql`create table software_answers (
    id uuid primary key default gen_random_uuid(),
    question_id uuid not null references software_questions (id) on delete cascade,
    author_id uuid references persons (id) on delete set null,
    -- Given by the data protection officer as such.
    is_official boolean not null default false,
    text text not null check (length(text) between 1 and 4000),
    created_at timestamptz not null,
    deleted_at timestamptz,
    client_key uuid not null,
    unique (author_id, client_key)
  )`.execute(db)
  await sql`create index software_answers_of_question on software_answers (question_id, created_at, id)`.execute(
    db,
  )
  await sql`create table software_plgs (
    product_id uuid not null references software_products (id) on delete cascade,
    plg_id uuid not null references plgs (id) on delete cascade,
    attached_by uuid references persons (id) on delete set null,
    attached_at timestamptz not null,
    primary key (product_id, plg_id)
  )`.execute(db)
  await sql`create index software_plgs_of_plg on software_plgs (plg_id)`.execute(db)
}

async function curation(db: Kysely<unknown>): Promise<void> {
  await sql`create table software_imports (
    id uuid primary key,
    at timestamptz not null,
    imported_by uuid references persons (id) on delete set null,
    file_name text not null check (length(file_name) <= 200),
    -- The rows as they were read, until they are taken over or forgotten.
    rows jsonb not null,
    applied_at timestamptz,
    created integer not null default 0,
    skipped integer not null default 0
  )`.execute(db)
  await sql`create table software_merges (
    id uuid primary key default gen_random_uuid(),
    source_id uuid not null references software_products (id),
    target_id uuid not null references software_products (id),
    merged_by uuid references persons (id) on delete set null,
    merged_at timestamptz not null,
    -- What moved and what stood in the fields, so that it can go back exactly.
    moved jsonb not null,
    undone_at timestamptz,
    check (source_id <> target_id)
  )`.execute(db)
  await sql`create unique index software_merges_open on software_merges (source_id) where undone_at is null`.execute(
    db,
  )
  await sql`create index software_merges_into on software_merges (target_id)`.execute(db)
  // Pairs of which somebody said that they are two things.
  await sql`create table software_distinct (
    one_id uuid not null references software_products (id) on delete cascade,
    other_id uuid not null references software_products (id) on delete cascade,
    decided_by uuid references persons (id) on delete set null,
    decided_at timestamptz not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
  )`.execute(db)
}
