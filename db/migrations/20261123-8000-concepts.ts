import { type Kysely, sql } from 'kysely'

/**
 * The media concept of a school as it lives: who writes, its chapters, what changed. Versions are snapshots of it
 * (8030). A concept belongs to the school that carries it on: it moves with a merger and knows where it came from.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await concepts(db)
  await chapters(db)
  await changes(db)
}

async function concepts(db: Kysely<unknown>): Promise<void> {
  await sql`create table concepts (
    id uuid primary key default gen_random_uuid(),
    school_id uuid not null references schools (id),
    title text not null check (length(title) between 1 and 200),
    -- Archived: another concept of the successor school carries it on; its versions stay readable.
    state text not null default 'active' check (state in ('active', 'archived')),
    succeeded_by uuid references concepts (id),
    framework text not null default 'mkr' check (framework in ('mkr')),
    -- Handed to the Schulleitung, until it publishes or gives back.
    submitted_at timestamptz,
    submitted_by uuid references persons (id) on delete set null,
    submitted_note text not null default '' check (length(submitted_note) <= 1000),
    returned_note text not null default '' check (length(returned_note) <= 1000),
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key),
    check ((state = 'archived') = (succeeded_by is not null))
  )`.execute(db)
  // A school has one concept that lives; the referee for two who start at once.
  await sql`create unique index concepts_of_school on concepts (school_id) where state = 'active'`.execute(
    db,
  )
  await sql`create index concepts_archived on concepts (school_id) where state = 'archived'`.execute(
    db,
  )
  await sql`create index concepts_succeeded_by on concepts (succeeded_by) where succeeded_by is not null`.execute(
    db,
  )
  await sql`create index concepts_submitted_by on concepts (submitted_by) where submitted_by is not null`.execute(
    db,
  )

  // Schools whose concept this was before a merger: old addresses lead here.
  await sql`create table concept_former_schools (
    concept_id uuid not null references concepts (id) on delete cascade,
    school_id uuid not null references schools (id),
    until timestamptz not null,
    primary key (concept_id, school_id)
  )`.execute(db)
  await sql`create index concept_former_schools_of on concept_former_schools (school_id)`.execute(
    db,
  )

  // editor: writes · publisher: may publish for the Schulleitung · subject_lead: cells of one subject ·
  // reader: somebody from outside whom the school has invited to read the working copy.
  await sql`create table concept_people (
    concept_id uuid not null references concepts (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    role text not null check (role in ('editor', 'publisher', 'subject_lead', 'reader')),
    subject text not null default '' check (length(subject) <= 60),
    added_by uuid references persons (id) on delete set null,
    added_at timestamptz not null,
    primary key (concept_id, person_id, role, subject),
    check ((role = 'subject_lead') = (subject <> ''))
  )`.execute(db)
  await sql`create index concept_people_of_person on concept_people (person_id)`.execute(db)
  await sql`create index concept_people_added_by on concept_people (added_by)`.execute(db)
}

async function chapters(db: Kysely<unknown>): Promise<void> {
  // A second kind of home for documents.
  await sql`alter table documents add column concept_id uuid references concepts (id)`.execute(db)
  await sql`alter table documents drop constraint one_home`.execute(db)
  await sql`alter table documents add constraint one_home check (num_nonnulls(plg_id, concept_id) = 1)`.execute(
    db,
  )
  await sql`create index documents_of_concept on documents (concept_id, changed_at desc)
    where concept_id is not null`.execute(db)

  await sql`create table concept_chapters (
    id uuid primary key default gen_random_uuid(),
    concept_id uuid not null references concepts (id) on delete cascade,
    kind text not null check (kind in ('vision', 'school_programme_link', 'teaching_development', 'mkr_coverage', 'goals',
      'training', 'equipment_and_use', 'data_protection_and_rules', 'support_and_roles', 'cooperation',
      'parents_and_pupils', 'evaluation', 'reflection_log', 'free')),
    position integer not null check (position >= 0),
    title text not null check (length(title) between 1 and 200),
    state text not null default 'empty' check (state in ('empty', 'in_progress', 'done')),
    responsible_id uuid references persons (id) on delete set null,
    -- Who reads it once it is published; 'school' never leaves.
    visibility text not null default 'network' check (visibility in ('school', 'network', 'public')),
    -- Its text; written together like every document.
    document_id uuid not null unique references documents (id),
    deleted_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db)
  await sql`create index concept_chapters_of on concept_chapters (concept_id, position)`.execute(db)
  await sql`create index concept_chapters_responsible on concept_chapters (responsible_id)
    where responsible_id is not null`.execute(db)

  // A file that became chapters, or is kept as version 0: what was recognised waits here to be corrected.
  await sql`create table concept_imports (
    id uuid primary key default gen_random_uuid(),
    concept_id uuid not null references concepts (id) on delete cascade,
    file_id uuid references files (id) on delete set null,
    file_name text not null check (length(file_name) <= 200),
    kind text not null check (kind in ('docx', 'pdf')),
    state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'failed', 'taken', 'dropped')),
    -- Between 0 and 100, for the page that waits.
    progress integer not null default 0 check (progress between 0 and 100),
    -- Pieces as recognised: [{title, kind, content, words}], and what became of the file.
    pieces jsonb,
    report jsonb,
    failure text not null default '' check (length(failure) <= 500),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index concept_imports_of on concept_imports (concept_id, created_at desc)`.execute(
    db,
  )
}

async function changes(db: Kysely<unknown>): Promise<void> {
  // Every change of the working copy besides typed text, which documents keep themselves. For the school only.
  await sql`create table concept_changes (
    id bigint generated always as identity primary key,
    concept_id uuid not null references concepts (id) on delete cascade,
    thing_kind text not null check (length(thing_kind) <= 40),
    thing_id uuid,
    -- A sentence's kind: 'goal.created', 'chapter.moved' …; the words stand in words.ts.
    what text not null check (length(what) <= 60),
    details jsonb not null default '{}',
    person_id uuid references persons (id) on delete set null,
    at timestamptz not null
  )`.execute(db)
  await sql`create index concept_changes_of on concept_changes (concept_id, id desc)`.execute(db)
  await sql`create index concept_changes_person on concept_changes (person_id)`.execute(db)
}
