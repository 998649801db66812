import { type Kysely, sql } from 'kysely'

/** Vorhaben: planned, tried in class, evaluated, published, tried and adopted by others; and what each school takes home. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table projects (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    plg_id uuid not null references plgs (id),
    cycle integer not null default 1,
    kind text not null check (kind in ('teaching_development', 'innovation')),
    title text not null check (length(title) between 3 and 160),
    summary text not null default '' check (length(summary) <= 2000),
    status text not null default 'draft' check (status in ('draft', 'planned', 'running', 'completed', 'stopped')),
    subjects text[] not null default '{}',
    grade_bands text[] not null default '{}',
    competencies text[] not null default '{}',
    dimension text check (dimension in ('teaching', 'staff', 'organisation', 'technology', 'cooperation')),
    starts_on date,
    ends_on date,
    -- Taken over from a document of the PLG, cleaned HTML as it was then.
    plan_html text not null default '',
    plan_words text not null default '',
    plan_document_id uuid references documents (id) on delete set null,
    visibility text not null default 'plg' check (visibility in ('plg', 'network', 'public')),
    licence text check (licence in ('cc0', 'cc_by', 'cc_by_sa', 'all_rights_reserved')),
    published_at timestamptz,
    published_by uuid references persons (id) on delete set null,
    withdrawn_at timestamptz,
    adopted_from uuid references projects (id),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    version integer not null default 1,
    client_key uuid not null,
    search tsvector generated always as (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', summary), 'B')
      || setweight(to_tsvector('german', left(plan_words, 200000)), 'C')
    ) stored,
    unique (created_by, client_key),
    constraint projects_dates check (ends_on is null or starts_on is null or ends_on >= starts_on),
    constraint projects_published check (visibility = 'plg' or (published_at is not null and licence is not null))
  )`.execute(db)
  await sql`create index projects_of_plg on projects (plg_id, created_at desc)`.execute(db)
  await sql`create index projects_search on projects using gin (search)`.execute(db)
  await sql`create index projects_published_at on projects (published_at desc, id)
    where visibility <> 'plg' and deleted_at is null`.execute(db)
  // Words with a slip of the pen are found by their letters.
  await sql`create index projects_trigram on projects using gin (search_key(title) gin_trgm_ops)`.execute(
    db,
  )
  // A PLG has one copy of the same thing, however many of its members press the button.
  await sql`create unique index projects_adopted on projects (adopted_from, plg_id)
    where adopted_from is not null and deleted_at is null`.execute(db)
  await sql`create index projects_document on projects (plan_document_id) where plan_document_id is not null`.execute(
    db,
  )

  await sql`create table project_software (
    project_id uuid not null references projects (id) on delete cascade,
    position integer not null check (position >= 0),
    name text not null check (length(name) between 1 and 120),
    purpose text not null default '' check (length(purpose) <= 300),
    -- What is known of it until the directory answers (gate G2).
    status text not null default 'unknown' check (status in ('unknown', 'released', 'pilot_release', 'no_personal_data')),
    primary key (project_id, position)
  )`.execute(db)
  await sql`create table project_equipment (
    project_id uuid not null references projects (id) on delete cascade,
    position integer not null check (position >= 0),
    name text not null check (length(name) between 1 and 120),
    note text not null default '' check (length(note) <= 300),
    primary key (project_id, position)
  )`.execute(db)
  // Numbers only, never names.
  await sql`create table project_classes (
    project_id uuid not null references projects (id) on delete cascade,
    position integer not null check (position >= 0),
    school_id uuid not null references schools (id),
    grade_band text not null,
    subject text not null default '',
    pupils integer check (pupils between 1 and 500),
    primary key (project_id, position)
  )`.execute(db)
  await sql`create index project_classes_of_school on project_classes (school_id)`.execute(db)
  // Each author says themselves whether their name is shown.
  await sql`create table project_authors (
    project_id uuid not null references projects (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    name_use text not null default 'pending' check (name_use in ('pending', 'named', 'anonymous')),
    decided_at timestamptz,
    primary key (project_id, person_id)
  )`.execute(db)
  await sql`create index project_authors_of_person on project_authors (person_id)`.execute(db)

  await sql`create table trial_runs (
    id uuid primary key default gen_random_uuid(),
    project_id uuid not null references projects (id) on delete cascade,
    school_id uuid references schools (id),
    teacher_id uuid references persons (id) on delete set null,
    held_on date not null,
    grade_band text not null default '',
    subject text not null default '',
    lessons integer not null default 1 check (lessons between 1 and 200),
    what text not null check (length(what) between 1 and 4000),
    pupils_reaction text not null default '' check (length(pupils_reaction) <= 4000),
    problem text not null default '' check (length(problem) <= 4000),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    version integer not null default 1,
    client_key uuid not null,
    unique (teacher_id, client_key)
  )`.execute(db)
  await sql`create index trial_runs_of_project on trial_runs (project_id, held_on)`.execute(db)

  await sql`create table project_evaluations (
    project_id uuid primary key references projects (id) on delete cascade,
    who_learned text not null default '' check (length(who_learned) <= 4000),
    who_did_not text not null default '' check (length(who_did_not) <= 4000),
    for_those_who_could text not null default '' check (length(for_those_who_could) <= 4000),
    cost_benefit text not null default '' check (length(cost_benefit) <= 2000),
    equipment_insight text not null default '' check (length(equipment_insight) <= 2000),
    software_insight text not null default '' check (length(software_insight) <= 2000),
    version integer not null default 1,
    changed_by uuid references persons (id) on delete set null,
    changed_at timestamptz not null
  )`.execute(db)
  await sql`create table evaluation_evidence (
    project_id uuid not null references projects (id) on delete cascade,
    position integer not null check (position >= 0),
    kind text not null check (kind in ('pupil_work_anonymous', 'survey_aggregate', 'test_aggregate', 'observation', 'teacher_log')),
    text text not null check (length(text) between 1 and 2000),
    primary key (project_id, position)
  )`.execute(db)

  await sql`create table closing_reports (
    project_id uuid primary key references projects (id) on delete cascade,
    one_sentence text not null check (length(one_sentence) between 1 and 300),
    context text not null default '' check (length(context) <= 4000),
    approach text not null default '' check (length(approach) <= 4000),
    result text not null default '' check (length(result) <= 4000),
    surprise text not null default '' check (length(surprise) <= 4000),
    would_change text not null default '' check (length(would_change) <= 4000),
    recommendation text not null check (recommendation in ('adopt', 'adopt_with_conditions', 'try_again', 'do_not_adopt')),
    effort text not null default '' check (length(effort) <= 1000),
    version integer not null default 1,
    saved_by uuid references persons (id) on delete set null,
    saved_at timestamptz not null
  )`.execute(db)

  // "Probiere ich aus": a number for all, a name only where somebody chose to show it.
  await sql`create table project_tries (
    project_id uuid not null references projects (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    school_id uuid references schools (id),
    shows_name boolean not null default false,
    at timestamptz not null,
    primary key (project_id, person_id)
  )`.execute(db)
  await sql`create index project_tries_of_person on project_tries (person_id)`.execute(db)

  await sql`create table transfer_sheets (
    plg_id uuid not null references plgs (id) on delete cascade,
    cycle integer not null check (cycle > 0),
    school_id uuid not null references schools (id),
    take text not null default '' check (length(take) <= 2000),
    to_whom text not null default '' check (length(to_whom) <= 500),
    how text not null default '' check (length(how) <= 2000),
    due_on date,
    need text not null default '' check (length(need) <= 2000),
    result text not null default '' check (length(result) <= 2000),
    state text not null default 'open' check (state in ('open', 'done', 'not_adopted')),
    reason text not null default '' check (length(reason) <= 1000),
    version integer not null default 1,
    changed_by uuid references persons (id) on delete set null,
    changed_at timestamptz not null,
    primary key (plg_id, cycle, school_id),
    constraint transfer_sheets_reason check (state <> 'not_adopted' or length(reason) > 0)
  )`.execute(db)
  await sql`create index transfer_sheets_of_school on transfer_sheets (school_id)`.execute(db)
}
