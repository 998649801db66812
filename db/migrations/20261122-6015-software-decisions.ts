import { type Kysely, sql } from 'kysely'

/**
 * The three records that nobody changes any more: opinion of the data protection officer, release of the city, adoption
 * of a school. What is shown as a status is always derived of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await decisions(db)
  await adoptions(db)
}

async function decisions(db: Kysely<unknown>): Promise<void> {
  await sql`create table opinions (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    case_id uuid not null references review_cases (id),
    scenario_id uuid not null references software_scenarios (id),
    given_by uuid references persons (id) on delete set null,
    -- As it stood under the opinion, whatever becomes of the account.
    signed_name text not null check (length(signed_name) between 1 and 200),
    signed_office text not null check (length(signed_office) between 1 and 200),
    given_at timestamptz not null,
    verdict text not null check (verdict in ('no_personal_data', 'no_objection', 'no_objection_with_conditions', 'pilot_only', 'objection', 'not_assessable')),
    risk_level text not null default 'low' check (risk_level in ('none', 'low', 'medium', 'high')),
    dpia text not null default 'not_needed' check (dpia in ('not_needed', 'needed_by_school', 'needed_by_authority', 'done')),
    conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
    reasoning text not null check (length(reasoning) between 10 and 8000),
    alternative text not null default '' check (length(alternative) <= 1000),
    grace_text text not null default '' check (length(grace_text) <= 400),
    recommended_until date,
    unique (case_id, scenario_id),
    constraint opinions_conditions check (verdict <> 'no_objection_with_conditions' or jsonb_array_length(conditions) > 0),
    constraint opinions_until check (verdict in ('objection', 'not_assessable') or recommended_until is not null)
  )`.execute(db)
  await sql`create index opinions_of_scenario on opinions (scenario_id, given_at desc, id desc)`.execute(
    db,
  )
  await sql`create table releases (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    scenario_id uuid not null references software_scenarios (id),
    case_id uuid references review_cases (id),
    opinion_id uuid references opinions (id),
    kind text not null check (kind in ('general', 'pilot', 'standard')),
    conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
    valid_from date not null,
    valid_until date not null,
    school_forms text[] not null default '{}',
    grade_min integer,
    grade_max integer,
    school_ids uuid[],
    project_id uuid references projects (id),
    decided_by uuid references persons (id) on delete set null,
    decided_name text not null check (length(decided_name) between 1 and 200),
    decided_at timestamptz not null,
    -- "on_opinion": the standing rule of the Schulträger released it; "by_authority": a release manager did.
    mode text not null check (mode in ('on_opinion', 'by_authority')),
    deviates boolean not null default false,
    deviation_reason text not null default '' check (length(deviation_reason) <= 4000),
    second_by uuid references persons (id) on delete set null,
    second_name text not null default '' check (length(second_name) <= 200),
    support_level text not null default 'none' check (support_level in ('none', 'city_support', 'school_only')),
    -- How it ended; the only thing that ever changes, once.
    ended_at timestamptz,
    ended_as text check (ended_as in ('withdrawn', 'superseded', 'expired')),
    suspended_at timestamptz,
    constraint releases_dates check (valid_until >= valid_from),
    constraint releases_pilot check (kind <> 'pilot' or (project_id is not null and valid_until <= valid_from + 186)),
    constraint releases_deviation check (not deviates or (length(deviation_reason) >= 10 and second_name <> '')),
    constraint releases_two_persons check (second_by is null or second_by <> decided_by),
    constraint releases_ended check ((ended_at is null) = (ended_as is null))
  )`.execute(db)
  // However many decide at once: one running release of a scenario, and one running pilot of it in a project.
  await sql`create unique index releases_running on releases (scenario_id) where ended_at is null and kind <> 'pilot'`.execute(
    db,
  )
  await sql`create unique index releases_pilots on releases (scenario_id, project_id) where ended_at is null and kind = 'pilot'`.execute(
    db,
  )
  await sql`create index releases_of_scenario on releases (scenario_id, decided_at desc, id desc)`.execute(
    db,
  )
  await sql`create index releases_by_end on releases (valid_until) where ended_at is null`.execute(
    db,
  )
  await sql`create index releases_of_project on releases (project_id) where project_id is not null`.execute(
    db,
  )
  // A release against the opinion waits for a second person.
  await sql`create table release_proposals (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references review_cases (id) on delete cascade,
    scenario_id uuid not null references software_scenarios (id),
    proposed_by uuid not null references persons (id) on delete cascade,
    proposed_at timestamptz not null,
    content jsonb not null,
    reason text not null check (length(reason) between 10 and 4000),
    settled_at timestamptz,
    settled_as text check (settled_as in ('confirmed', 'declined', 'withdrawn'))
  )`.execute(db)
  await sql`create unique index release_proposals_open on release_proposals (case_id, scenario_id) where settled_at is null`.execute(
    db,
  )
  await sql`create table release_events (
    id bigint generated always as identity primary key,
    release_id uuid not null references releases (id),
    at timestamptz not null,
    person_id uuid references persons (id) on delete set null,
    event text not null check (event in ('suspended', 'resumed', 'withdrawn', 'superseded', 'expired', 'reminded')),
    reason text not null default '' check (length(reason) <= 2000),
    days integer
  )`.execute(db)
  await sql`create index release_events_of_release on release_events (release_id, id)`.execute(db)
  // Reminders are sent once, however often the job runs.
  await sql`create unique index release_reminders on release_events (release_id, days) where event = 'reminded'`.execute(
    db,
  )
  await sql`create table pilot_reports (
    release_id uuid primary key references releases (id),
    written_by uuid references persons (id) on delete set null,
    written_at timestamptz not null,
    result text not null check (length(result) between 10 and 8000),
    recommendation text not null check (recommendation in ('release', 'release_with_conditions', 'try_again', 'do_not_release'))
  )`.execute(db)
  await sql`create table list_editions (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    dated date not null,
    note text not null default '' check (length(note) <= 1000),
    -- The list as it was, in the published schema; its fingerprint is that of these very bytes.
    content text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    entries integer not null,
    made_by uuid references persons (id) on delete set null,
    made_name text not null default '' check (length(made_name) <= 200),
    made_at timestamptz not null,
    client_key uuid not null unique
  )`.execute(db)

  // What was decided stays as it was; of a release only its end may be written, once.
  await sql`create function refuse_new_decision() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'a decision is never deleted'; end if;
      if to_jsonb(new) - array['given_by', 'decided_by', 'second_by', 'made_by', 'person_id', 'ended_at', 'ended_as', 'suspended_at', 'avv_file_id']
         is distinct from
         to_jsonb(old) - array['given_by', 'decided_by', 'second_by', 'made_by', 'person_id', 'ended_at', 'ended_as', 'suspended_at', 'avv_file_id']
      then raise exception 'a decision is never changed'; end if;
      return new;
    end $$`.execute(db)
  for (const table of ['opinions', 'releases', 'list_editions', 'review_events', 'release_events'])
    await sql`create trigger ${sql.id(`${table}_stay`)} before update or delete on ${sql.id(table)}
      for each row execute function refuse_new_decision()`.execute(db)
  await sql`create function refuse_second_end() returns trigger language plpgsql as $$
    begin
      if old.ended_at is not null and (new.ended_at, new.ended_as) is distinct from (old.ended_at, old.ended_as)
      then raise exception 'a release ends once'; end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger releases_end_once before update on releases
    for each row execute function refuse_second_end()`.execute(db)
}

async function adoptions(db: Kysely<unknown>): Promise<void> {
  // Each decision of a school is a row of its own; the current one has not ended.
  await sql`create table school_adoptions (
    id uuid primary key default gen_random_uuid(),
    school_id uuid not null references schools (id),
    scenario_id uuid not null references software_scenarios (id),
    product_id uuid not null references software_products (id),
    release_id uuid references releases (id),
    status text not null check (status in ('considering', 'in_use', 'pilot', 'stopped', 'not_used')),
    avv_status text not null default 'open' check (avv_status in ('not_needed', 'open', 'signed')),
    avv_on date,
    avv_file_id uuid references files (id) on delete set null,
    vvt_entered boolean not null default false,
    parents_informed boolean not null default false,
    conditions_confirmed text[] not null default '{}',
    decided_by uuid references persons (id) on delete set null,
    decided_name text not null default '' check (length(decided_name) <= 200),
    decided_at timestamptz not null,
    since date,
    until date,
    note text not null default '' check (length(note) <= 1000),
    is_visible boolean not null default true,
    ended_at timestamptz,
    client_key uuid not null,
    unique (school_id, client_key),
    check (until >= since)
  )`.execute(db)
  await sql`create unique index school_adoptions_current on school_adoptions (school_id, scenario_id) where ended_at is null`.execute(
    db,
  )
  await sql`create index school_adoptions_of_product on school_adoptions (product_id, status) where ended_at is null`.execute(
    db,
  )
  await sql`create index school_adoptions_of_scenario on school_adoptions (scenario_id)`.execute(db)
  await sql`create index school_adoptions_of_release on school_adoptions (release_id) where ended_at is null`.execute(
    db,
  )
  await sql`create trigger school_adoptions_stay before update or delete on school_adoptions
    for each row execute function refuse_new_decision()`.execute(db)
  // Whom the Schulleitung lets decide for it.
  await sql`create table adoption_delegates (
    school_id uuid not null references schools (id),
    person_id uuid not null references persons (id) on delete cascade,
    given_by uuid references persons (id) on delete set null,
    given_at timestamptz not null,
    primary key (school_id, person_id)
  )`.execute(db)
  await sql`create index adoption_delegates_of_person on adoption_delegates (person_id)`.execute(db)
  // Teachers who ask their Schulleitung for an app.
  await sql`create table adoption_wishes (
    school_id uuid not null references schools (id),
    product_id uuid not null references software_products (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    note text not null default '' check (length(note) <= 500),
    at timestamptz not null,
    primary key (school_id, product_id, person_id)
  )`.execute(db)
  await sql`create index adoption_wishes_of_person on adoption_wishes (person_id)`.execute(db)
}
