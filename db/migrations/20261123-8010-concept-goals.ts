import { type Kysely, sql } from 'kysely'

/** Goals with measures, check-ins and training, network goals to point at, and the append-only log of reflections. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await networkGoals(db)
  await goals(db)
  await doing(db)
  await reflections(db)
}

async function networkGoals(db: Kysely<unknown>): Promise<void> {
  // Strategic goals come from the Lenkungskreis; network goals from everybody, decided by the Arbeitskreis.
  await sql`create table network_goals (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    kind text not null check (kind in ('strategic', 'network')),
    title text not null check (length(title) between 3 and 140),
    body text not null default '' check (length(body) <= 4000),
    dimension text check (dimension in ('teaching', 'staff', 'organisation', 'technology', 'cooperation')),
    competencies text[] not null default '{}',
    state text not null default 'draft' check (state in ('draft', 'in_force', 'ended')),
    valid_from date,
    valid_until date check (valid_until >= valid_from),
    -- A network goal may serve a strategic one; a new wording replaces the one before and both stay readable.
    serves uuid references network_goals (id),
    replaces uuid unique references network_goals (id),
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    search tsvector generated always as (to_tsvector('german', title || ' ' || body)) stored,
    unique (created_by, client_key),
    check (state <> 'in_force' or valid_from is not null)
  )`.execute(db)
  await sql`create index network_goals_in_force on network_goals (kind, number) where state = 'in_force'`.execute(
    db,
  )
  await sql`create index network_goals_serves on network_goals (serves) where serves is not null`.execute(
    db,
  )
}

async function goals(db: Kysely<unknown>): Promise<void> {
  await sql`create table concept_goals (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    concept_id uuid not null references concepts (id) on delete cascade,
    title text not null check (length(title) between 3 and 140),
    why text not null default '' check (length(why) <= 1000),
    dimension text check (dimension in ('teaching', 'staff', 'organisation', 'technology', 'cooperation')),
    subjects text[] not null default '{}',
    grade_levels text[] not null default '{}',
    whole_school boolean not null default false,
    competencies text[] not null default '{}',
    success_sign text not null default '' check (length(success_sign) <= 500),
    -- "2026/27" and the half it began in; the end of the half is a date of the calendar.
    from_school_year text not null check (from_school_year ~ '^[0-9]{4}/[0-9]{2}$'),
    from_half integer not null check (from_half in (1, 2)),
    due_on date not null,
    status text not null default 'active' check (status in ('idea', 'planned', 'active', 'achieved', 'partly_achieved',
      'dropped', 'deferred')),
    status_reason text not null default '' check (length(status_reason) <= 1000),
    parent_id uuid references concept_goals (id),
    network_goal_id uuid references network_goals (id),
    -- Attribution: whose goal this was. The name is kept as it was, a school may be merged or closed.
    adopted_from uuid references concept_goals (id) on delete set null,
    adopted_school text not null default '' check (length(adopted_school) <= 200),
    visibility text not null default 'network' check (visibility in ('authors', 'school', 'network', 'public')),
    position integer not null default 0,
    deleted_at timestamptz,
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    search tsvector generated always as (to_tsvector('german', title || ' ' || why || ' ' || success_sign)) stored,
    unique (created_by, client_key),
    check (status not in ('partly_achieved', 'dropped', 'deferred') or status_reason <> ''),
    check (parent_id <> id)
  )`.execute(db)
  await sql`create index concept_goals_of on concept_goals (concept_id, position, number) where deleted_at is null`.execute(
    db,
  )
  await sql`create index concept_goals_parent on concept_goals (parent_id) where parent_id is not null`.execute(
    db,
  )
  await sql`create index concept_goals_network on concept_goals (network_goal_id) where network_goal_id is not null`.execute(
    db,
  )
  await sql`create index concept_goals_adopted on concept_goals (adopted_from) where adopted_from is not null`.execute(
    db,
  )
  // A school takes the same goal once, however many press the button.
  await sql`create unique index concept_goals_adopted_once on concept_goals (concept_id, adopted_from)
    where adopted_from is not null and deleted_at is null`.execute(db)
  await sql`create table goal_owners (
    goal_id uuid not null references concept_goals (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    primary key (goal_id, person_id)
  )`.execute(db)
  await sql`create index goal_owners_of_person on goal_owners (person_id)`.execute(db)
}

async function doing(db: Kysely<unknown>): Promise<void> {
  await sql`create table goal_measures (
    id uuid primary key default gen_random_uuid(),
    goal_id uuid not null references concept_goals (id) on delete cascade,
    title text not null check (length(title) between 1 and 140),
    next_step text not null default '' check (length(next_step) <= 300),
    due_on date,
    status text not null default 'open' check (status in ('open', 'doing', 'done', 'blocked', 'dropped')),
    blocked_by text not null default '' check (length(blocked_by) <= 300),
    support_request_id uuid references support_requests (id) on delete set null,
    position integer not null default 0,
    deleted_at timestamptz,
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key),
    check (status <> 'blocked' or blocked_by <> '')
  )`.execute(db)
  await sql`create index goal_measures_of on goal_measures (goal_id, position) where deleted_at is null`.execute(
    db,
  )
  await sql`create index goal_measures_request on goal_measures (support_request_id)
    where support_request_id is not null`.execute(db)
  await sql`create table measure_owners (
    measure_id uuid not null references goal_measures (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    primary key (measure_id, person_id)
  )`.execute(db)
  await sql`create index measure_owners_of_person on measure_owners (person_id)`.execute(db)

  await sql`create table goal_check_ins (
    id uuid primary key default gen_random_uuid(),
    goal_id uuid not null references concept_goals (id) on delete cascade,
    mood text not null check (mood in ('on_track', 'stuck', 'changed')),
    text text not null check (length(text) between 1 and 500),
    by_id uuid references persons (id) on delete set null,
    at timestamptz not null,
    client_key uuid not null,
    unique (by_id, client_key)
  )`.execute(db)
  await sql`create index goal_check_ins_of on goal_check_ins (goal_id, at desc)`.execute(db)

  // The Qualifizierungskonzept that every concept in NRW holds (BASS 16-13 Nr. 4).
  await sql`create table concept_trainings (
    id uuid primary key default gen_random_uuid(),
    concept_id uuid not null references concepts (id) on delete cascade,
    goal_id uuid references concept_goals (id) on delete set null,
    topic text not null check (length(topic) between 1 and 200),
    for_whom text not null default '' check (length(for_whom) <= 200),
    count integer check (count between 1 and 1000),
    format text not null check (format in ('schilf', 'pedagogical_day', 'peer_offer', 'external', 'smz_workshop', 'self_study')),
    due_school_year text check (due_school_year ~ '^[0-9]{4}/[0-9]{2}$'),
    due_half integer check (due_half in (1, 2)),
    status text not null default 'wished' check (status in ('wished', 'planned', 'done', 'dropped')),
    deleted_at timestamptz,
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index concept_trainings_of on concept_trainings (concept_id) where deleted_at is null`.execute(
    db,
  )
  await sql`create index concept_trainings_goal on concept_trainings (goal_id) where goal_id is not null`.execute(
    db,
  )
}

async function reflections(db: Kysely<unknown>): Promise<void> {
  // Append-only: a correction is a new entry. `use` is Nutzung, `benefit` is Nutzen (R37-14): two answers.
  // An entry taken from elsewhere may hold only the pointer; it is shown to those who may see its source.
  await sql`create table concept_reflections (
    id uuid primary key default gen_random_uuid(),
    concept_id uuid not null references concepts (id) on delete cascade,
    goal_id uuid references concept_goals (id) on delete set null,
    held_on date not null,
    context text not null check (context in ('goal', 'project', 'plg_session', 'classroom_visit', 'equipment_trial',
      'software_use', 'equipment_talk', 'general')),
    source_kind text check (length(source_kind) <= 40),
    source_id uuid,
    what_we_did text not null default '' check (length(what_we_did) <= 2000),
    use text not null default '' check (length(use) <= 2000),
    benefit text not null default '' check (length(benefit) <= 2000),
    surprise text not null default '' check (length(surprise) <= 2000),
    hindrance text not null default '' check (length(hindrance) <= 2000),
    next_step text not null default '' check (length(next_step) <= 1000),
    visibility text not null default 'school' check (visibility in ('school', 'network', 'public')),
    corrects uuid unique references concept_reflections (id),
    author_id uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (author_id, client_key),
    check ((source_kind is null) = (source_id is null)),
    check (source_id is not null or what_we_did <> '')
  )`.execute(db)
  await sql`create index concept_reflections_of on concept_reflections (concept_id, held_on desc, created_at desc)`.execute(
    db,
  )
  await sql`create index concept_reflections_goal on concept_reflections (goal_id) where goal_id is not null`.execute(
    db,
  )
  // The same thing is taken once.
  await sql`create unique index concept_reflections_source on concept_reflections (concept_id, source_kind, source_id)
    where source_id is not null and corrects is null`.execute(db)
  await sql`create function keep_reflections() returns trigger language plpgsql as $$
    begin
      -- A person who leaves takes their name along, and a goal may go; what was said stays as it was said.
      if (to_jsonb(old) - 'author_id' - 'goal_id') is distinct from (to_jsonb(new) - 'author_id' - 'goal_id')
        or (new.author_id is not null and new.author_id is distinct from old.author_id)
        or (new.goal_id is not null and new.goal_id is distinct from old.goal_id) then
        raise exception 'reflections are appended, never changed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger reflections_stay before update on concept_reflections
    for each row execute function keep_reflections()`.execute(db)
}
