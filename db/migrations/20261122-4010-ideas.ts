import { type Kysely, sql } from 'kysely'

/** The market of ideas (R1-3): what schools want to try, who joins, what becomes of it. And groups that are taken over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table ideas (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    title text not null check (length(title) between 3 and 120),
    problem text not null check (length(problem) between 1 and 2000),
    learners_need text not null check (length(learners_need) between 1 and 2000),
    technology text not null default '' check (length(technology) <= 300),
    subjects text[] not null default '{}',
    grade_bands text[] not null default '{}',
    school_forms text[] not null default '{}',
    -- Numbers of the Medienkompetenzrahmen NRW, "1.2".
    competencies text[] not null default '{}',
    topics text[] not null default '{}',
    programme_id uuid references programmes (id),
    author_id uuid references persons (id) on delete set null,
    school_id uuid references schools (id),
    state text not null default 'open' check (state in ('open', 'merged', 'became_plg', 'archived')),
    -- Those who join stay with their own idea; what it was merged into shows them, too. So a merge can be undone.
    merged_into uuid references ideas (id),
    merged_by uuid references persons (id) on delete set null,
    merged_at timestamptz,
    plg_id uuid references plgs (id),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    client_key uuid not null,
    search tsvector generated always as (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', problem || ' ' || learners_need || ' ' || technology), 'B')
    ) stored,
    unique (author_id, client_key),
    constraint ideas_merged check ((state = 'merged') = (merged_into is not null)),
    constraint ideas_not_into_itself check (merged_into <> id),
    constraint ideas_became check (state <> 'became_plg' or plg_id is not null)
  )`.execute(db)
  await sql`create index ideas_search on ideas using gin (search)`.execute(db)
  await sql`create index ideas_trigram on ideas using gin (search_key(title) gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index ideas_newest on ideas (created_at desc, id)`.execute(db)
  await sql`create index ideas_merged_into on ideas (merged_into) where merged_into is not null`.execute(
    db,
  )
  await sql`create index ideas_of_plg on ideas (plg_id) where plg_id is not null`.execute(db)

  // "Ich mache mit": somebody for a school.
  await sql`create table idea_interests (
    idea_id uuid not null references ideas (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    school_id uuid not null references schools (id),
    note text not null default '' check (length(note) <= 500),
    at timestamptz not null,
    primary key (idea_id, person_id)
  )`.execute(db)
  await sql`create index idea_interests_of_person on idea_interests (person_id)`.execute(db)

  // The database is the referee: what was merged is no target, and a target is not merged. The target is locked
  // first, so that two merges at once cannot pass each other by.
  await sql`create function ideas_no_chains() returns trigger language plpgsql as $$
    begin
      perform from ideas where id = new.merged_into for update;
      if exists (select from ideas where id = new.merged_into and merged_into is not null)
        or exists (select from ideas where merged_into = new.id) then
        raise exception 'ideas_no_chains' using errcode = 'check_violation', constraint = 'ideas_no_chains';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger ideas_no_chains before insert or update of merged_into on ideas
    for each row when (new.merged_into is not null) execute function ideas_no_chains()`.execute(db)

  // Which schools an idea may fit: those where somebody named its subjects or grades.
  await sql`create index persons_subjects on persons using gin (subjects)`.execute(db)
  await sql`create index persons_grade_bands on persons using gin (grade_bands)`.execute(db)

  // A group that comes of an idea, or was kept elsewhere, is led by whoever accepts to.
  await sql`alter table plg_invitations drop constraint plg_invitations_role_check`.execute(db)
  await sql`alter table plg_invitations add constraint plg_invitations_role_check
    check (role in ('lead', 'member', 'guest'))`.execute(db)
  // The same group of the same origin is taken over once.
  await sql`create unique index plgs_imported on plgs (imported_from, lower(title)) where imported_from <> ''`.execute(
    db,
  )

  // A file of groups that were kept elsewhere, between being reviewed and being applied (R37-8).
  await sql`create table group_imports (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null,
    imported_by uuid references persons (id) on delete set null,
    file_name text not null check (length(file_name) <= 200),
    origin text not null check (length(origin) between 1 and 200),
    -- The rows as they were read; what applying them would change is worked out anew when it is shown.
    rows jsonb not null,
    applied_at timestamptz,
    outcome jsonb
  )`.execute(db)
}
