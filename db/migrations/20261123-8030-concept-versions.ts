import { type Kysely, sql } from 'kysely'

/**
 * Frozen states of a concept with what bodies resolved and what is published of them. A version is never changed after
 * it is frozen, besides its publication; a trigger holds that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await versions(db)
  await parts(db)
  await referee(db)
}

async function versions(db: Kysely<unknown>): Promise<void> {
  await sql`create table concept_versions (
    id uuid primary key default gen_random_uuid(),
    concept_id uuid not null references concepts (id) on delete cascade,
    -- 0 is the file a school came with.
    number integer not null check (number >= 0),
    label text not null default '' check (length(label) <= 120),
    status text not null default 'frozen' check (status in ('frozen', 'published', 'withdrawn')),
    scope text check (scope in ('network', 'public')),
    change_note text not null check (length(change_note) between 1 and 2000),
    -- As the school was called and what it was then: forms change, schools merge.
    school_name text not null check (length(school_name) <= 200),
    school_form text not null check (length(school_form) <= 40),
    title text not null check (length(title) between 1 and 200),
    file_id uuid references files (id) on delete set null,
    file_words text not null default '',
    based_on uuid references concept_versions (id),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    published_by uuid references persons (id) on delete set null,
    published_at timestamptz,
    withdrawn_at timestamptz,
    withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 500),
    client_key uuid not null,
    unique (concept_id, number),
    unique (created_by, client_key),
    check ((status = 'frozen') = (published_at is null)),
    check (status = 'frozen' or scope is not null),
    check ((status = 'withdrawn') = (withdrawn_at is not null))
  )`.execute(db)
  await sql`create index concept_versions_published on concept_versions (published_at desc, id)
    where status = 'published'`.execute(db)
  await sql`create index concept_versions_published_by on concept_versions (published_by)
    where published_by is not null`.execute(db)
  // The one that addresses without a number show; older published ones stay readable.
  await sql`alter table concepts add column published_version_id uuid references concept_versions (id)`.execute(
    db,
  )
  await sql`create index concepts_published on concepts (published_version_id) where published_version_id is not null`.execute(
    db,
  )

  await sql`create table concept_resolutions (
    id uuid primary key default gen_random_uuid(),
    version_id uuid not null references concept_versions (id) on delete cascade,
    body text not null check (body in ('steering_group', 'subject_conference', 'teachers_conference', 'school_conference')),
    held_on date not null,
    result text not null check (result in ('adopted', 'adopted_with_changes', 'noted', 'rejected')),
    note text not null default '' check (length(note) <= 1000),
    file_id uuid references files (id) on delete set null,
    recorded_by uuid references persons (id) on delete set null,
    recorded_at timestamptz not null,
    unique (version_id, body, held_on)
  )`.execute(db)
  await sql`create index concept_resolutions_by on concept_resolutions (recorded_by)`.execute(db)
}

async function parts(db: Kysely<unknown>): Promise<void> {
  await sql`create table concept_version_sections (
    version_id uuid not null references concept_versions (id) on delete cascade,
    position integer not null check (position >= 0),
    -- The chapter it was, so that two versions can be laid beside each other.
    chapter_id uuid,
    kind text not null check (length(kind) <= 40),
    title text not null check (length(title) between 1 and 200),
    visibility text not null check (visibility in ('school', 'network', 'public')),
    content jsonb not null,
    html text not null,
    words text not null,
    search tsvector generated always as (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', left(words, 200000)), 'B')) stored,
    primary key (version_id, position)
  )`.execute(db)
  await sql`create index concept_version_sections_search on concept_version_sections using gin (search)`.execute(
    db,
  )

  await sql`create table concept_version_goals (
    version_id uuid not null references concept_versions (id) on delete cascade,
    position integer not null check (position >= 0),
    goal_id uuid references concept_goals (id) on delete set null,
    title text not null,
    why text not null default '',
    success_sign text not null default '',
    dimension text,
    competencies text[] not null default '{}',
    subjects text[] not null default '{}',
    grade_levels text[] not null default '{}',
    due_on date not null,
    status text not null,
    network_goal_id uuid references network_goals (id),
    adopted_school text not null default '',
    visibility text not null check (visibility in ('school', 'network', 'public')),
    search tsvector generated always as (to_tsvector('german', title || ' ' || why || ' ' || success_sign)) stored,
    primary key (version_id, position)
  )`.execute(db)
  await sql`create index concept_version_goals_search on concept_version_goals using gin (search)`.execute(
    db,
  )
  await sql`create index concept_version_goals_goal on concept_version_goals (goal_id) where goal_id is not null`.execute(
    db,
  )
  await sql`create index concept_version_goals_network on concept_version_goals (network_goal_id)
    where network_goal_id is not null`.execute(db)

  // One thing at one competency, year and subject. The matrix of a version is computed of these, that of the working copy
  // of the live things in the same shape.
  await sql`create table concept_version_marks (
    version_id uuid not null references concept_versions (id) on delete cascade,
    competency text not null,
    -- A year, a band ('5-6') or a level of the school.
    grade text not null,
    subject text not null default '',
    source_kind text not null check (source_kind in ('cell', 'lesson', 'project')),
    source_id uuid not null,
    title text not null default '',
    status text not null default '',
    last_taught text,
    primary key (version_id, competency, grade, subject, source_kind, source_id)
  )`.execute(db)

  // Reflections that the school marked to go out, as they were.
  await sql`create table concept_version_reflections (
    version_id uuid not null references concept_versions (id) on delete cascade,
    reflection_id uuid not null references concept_reflections (id),
    visibility text not null check (visibility in ('network', 'public')),
    primary key (version_id, reflection_id)
  )`.execute(db)
  await sql`create index concept_version_reflections_of on concept_version_reflections (reflection_id)`.execute(
    db,
  )
}

async function referee(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_concept_versions() returns trigger language plpgsql as $$
    declare
      may_change text[] := array['status', 'scope', 'label', 'published_by', 'published_at', 'withdrawn_at',
        'withdrawn_reason', 'created_by', 'file_id'];
    begin
      if (to_jsonb(old) - may_change) is distinct from (to_jsonb(new) - may_change) then
        raise exception 'a frozen version is never changed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger concept_versions_stay before update on concept_versions
    for each row execute function keep_concept_versions()`.execute(db)
  await sql`create function keep_version_parts() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'concept_version_goals'
        and (to_jsonb(old) - 'goal_id') is not distinct from (to_jsonb(new) - 'goal_id') then
        return new;
      end if;
      raise exception 'a frozen version is never changed' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`create trigger version_sections_stay before update on concept_version_sections
    for each row execute function keep_version_parts()`.execute(db)
  await sql`create trigger version_goals_stay before update on concept_version_goals
    for each row execute function keep_version_parts()`.execute(db)
  await sql`create trigger version_marks_stay before update on concept_version_marks
    for each row execute function keep_version_parts()`.execute(db)
}
