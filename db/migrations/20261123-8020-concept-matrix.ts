import { type Kysely, sql } from 'kysely'

/** Where the competencies of the MKR are taught: cells of the Fachkonferenzen, lesson concepts, linked Vorhaben. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await lessons(db)
  await cells(db)
  await links(db)
}

async function lessons(db: Kysely<unknown>): Promise<void> {
  await sql`create table lesson_concepts (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    school_id uuid not null references schools (id),
    plg_id uuid references plgs (id),
    title text not null check (length(title) between 3 and 160),
    aim text not null default '' check (length(aim) <= 2000),
    subjects text[] not null default '{}',
    grade_levels text[] not null default '{}',
    school_forms text[] not null default '{}',
    duration_lessons integer check (duration_lessons between 1 and 200),
    competencies text[] not null default '{}',
    equipment text not null default '' check (length(equipment) <= 500),
    variants text not null default '' check (length(variants) <= 4000),
    experience text not null default '' check (length(experience) <= 4000),
    -- Written together where the phases are not enough; lives in the school's concept.
    document_id uuid unique references documents (id) on delete set null,
    licence text check (licence in ('cc0', 'cc_by', 'cc_by_sa', 'all_rights_reserved')),
    visibility text not null default 'authors' check (visibility in ('authors', 'plg', 'school', 'network', 'public')),
    last_taught text check (last_taught ~ '^[0-9]{4}/[0-9]{2}$'),
    adopted_from uuid references lesson_concepts (id) on delete set null,
    adopted_school text not null default '' check (length(adopted_school) <= 200),
    published_at timestamptz,
    deleted_at timestamptz,
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    search tsvector generated always as (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', aim), 'B')
      || setweight(to_tsvector('german', variants || ' ' || experience), 'C')) stored,
    unique (created_by, client_key),
    check (visibility <> 'plg' or plg_id is not null),
    check (visibility not in ('network', 'public') or licence is not null)
  )`.execute(db)
  await sql`create index lesson_concepts_of on lesson_concepts (school_id, changed_at desc) where deleted_at is null`.execute(
    db,
  )
  await sql`create index lesson_concepts_of_plg on lesson_concepts (plg_id) where plg_id is not null`.execute(
    db,
  )
  await sql`create index lesson_concepts_published on lesson_concepts (published_at desc, id)
    where visibility in ('network', 'public') and deleted_at is null`.execute(db)
  await sql`create index lesson_concepts_search on lesson_concepts using gin (search)`.execute(db)
  await sql`create unique index lesson_concepts_adopted_once on lesson_concepts (school_id, adopted_from)
    where adopted_from is not null and deleted_at is null`.execute(db)
  await sql`create index lesson_concepts_adopted on lesson_concepts (adopted_from) where adopted_from is not null`.execute(
    db,
  )

  await sql`create table lesson_authors (
    lesson_id uuid not null references lesson_concepts (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    is_named boolean not null default false,
    primary key (lesson_id, person_id)
  )`.execute(db)
  await sql`create index lesson_authors_of_person on lesson_authors (person_id)`.execute(db)
  await sql`create table lesson_phases (
    lesson_id uuid not null references lesson_concepts (id) on delete cascade,
    position integer not null check (position >= 0),
    phase text not null check (length(phase) between 1 and 80),
    minutes integer check (minutes between 1 and 1000),
    activity text not null default '' check (length(activity) <= 2000),
    media text not null default '' check (length(media) <= 500),
    primary key (lesson_id, position)
  )`.execute(db)
  await sql`create table lesson_software (
    lesson_id uuid not null references lesson_concepts (id) on delete cascade,
    product_id uuid not null references software_products (id),
    primary key (lesson_id, product_id)
  )`.execute(db)
  await sql`create index lesson_software_of on lesson_software (product_id)`.execute(db)
  // "verwendet an": a school says so itself, once a year.
  await sql`create table lesson_uses (
    lesson_id uuid not null references lesson_concepts (id) on delete cascade,
    school_id uuid not null references schools (id),
    school_year text not null check (school_year ~ '^[0-9]{4}/[0-9]{2}$'),
    note text not null default '' check (length(note) <= 1000),
    said_by uuid references persons (id) on delete set null,
    said_at timestamptz not null,
    primary key (lesson_id, school_id, school_year)
  )`.execute(db)
  await sql`create index lesson_uses_of_school on lesson_uses (school_id)`.execute(db)
  await sql`create index lesson_uses_said_by on lesson_uses (said_by)`.execute(db)
}

async function cells(db: Kysely<unknown>): Promise<void> {
  // The school's own subjects beside the usual ones (GL, NW, an AG), and columns where there are no years:
  // 'FOE:Mittelstufe', 'BK:Einzelhandel 1'.
  await sql`create table concept_subjects (
    concept_id uuid not null references concepts (id) on delete cascade,
    name text not null check (length(name) between 1 and 60),
    primary key (concept_id, name)
  )`.execute(db)
  await sql`create table concept_levels (
    concept_id uuid not null references concepts (id) on delete cascade,
    key text not null check (key ~ '^(FOE|BK):.{1,60}$'),
    position integer not null default 0,
    primary key (concept_id, key)
  )`.execute(db)

  await sql`create table concept_cells (
    id uuid primary key default gen_random_uuid(),
    concept_id uuid not null references concepts (id) on delete cascade,
    competency text not null check (competency ~ '^[1-6][.][1-4]$'),
    subject text not null check (length(subject) between 1 and 60),
    -- '1'…'10', 'EF', 'Q1', 'Q2', 'SEP', 'FOE:…', 'BK:…'
    grade_level text not null check (grade_level ~ '^([1-9]|10|EF|Q1|Q2|SEP|(FOE|BK):.{1,60})$'),
    level text not null default 'introduce' check (level in ('introduce', 'practise', 'deepen')),
    is_binding boolean not null default false,
    unit text not null default '' check (length(unit) <= 200),
    technology text not null default '' check (length(technology) <= 300),
    teacher_skills text not null default '' check (length(teacher_skills) <= 500),
    prior_knowledge text not null default '' check (length(prior_knowledge) <= 500),
    status text not null default 'planned' check (status in ('planned', 'tried', 'established', 'retired')),
    confirmed_on date,
    last_taught text check (last_taught ~ '^[0-9]{4}/[0-9]{2}$'),
    version integer not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by uuid references persons (id) on delete set null,
    unique (concept_id, competency, subject, grade_level)
  )`.execute(db)
  await sql`create index concept_cells_changed_by on concept_cells (changed_by)`.execute(db)
  await sql`create table cell_lessons (
    cell_id uuid not null references concept_cells (id) on delete cascade,
    lesson_id uuid not null references lesson_concepts (id) on delete cascade,
    primary key (cell_id, lesson_id)
  )`.execute(db)
  await sql`create index cell_lessons_of on cell_lessons (lesson_id)`.execute(db)
  await sql`create table cell_software (
    cell_id uuid not null references concept_cells (id) on delete cascade,
    product_id uuid not null references software_products (id),
    primary key (cell_id, product_id)
  )`.execute(db)
  await sql`create index cell_software_of on cell_software (product_id)`.execute(db)
}

async function links(db: Kysely<unknown>): Promise<void> {
  // A Vorhaben of a PLG in the concept of a school: the thing itself, never its copied text (R1-1). It counts where the
  // school says, at first where the Vorhaben says.
  await sql`create table concept_projects (
    concept_id uuid not null references concepts (id) on delete cascade,
    project_id uuid not null references projects (id),
    competencies text[] not null default '{}',
    -- As Vorhaben name them: '5-6', 'vocational'.
    grade_bands text[] not null default '{}',
    subjects text[] not null default '{}',
    last_taught text check (last_taught ~ '^[0-9]{4}/[0-9]{2}$'),
    added_by uuid references persons (id) on delete set null,
    added_at timestamptz not null,
    version integer not null default 1,
    primary key (concept_id, project_id)
  )`.execute(db)
  await sql`create index concept_projects_of on concept_projects (project_id)`.execute(db)
  await sql`create index concept_projects_added_by on concept_projects (added_by)`.execute(db)
}
