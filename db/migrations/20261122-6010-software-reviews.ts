import { type Kysely, sql } from 'kysely'

/**
 * The review of learning software: cases, and the three records that nobody changes any more (opinion of the data
 * protection officer, release of the city, adoption of a school). What is shown as a status is always derived of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await catalogue(run)
  await cases(run)
  await decisions(run)
  await adoptions(run)
}

type Run = (text: string) => Promise<unknown>

async function catalogue(run: Run): Promise<void> {
  await run(`create table review_catalogues (
    version text primary key check (length(version) between 1 and 40),
    valid_from date not null,
    -- What was reviewed by an older one has to be looked at again.
    needs_recheck boolean not null default false,
    note text not null default '' check (length(note) <= 1000)
  )`)
  await run(`create table review_criteria (
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
  )`)
  // Building blocks of conditions.
  await run(`create table condition_blocks (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (length(kind) between 1 and 40),
    text text not null check (length(text) between 1 and 400),
    is_mandatory boolean not null default true,
    position integer not null default 0,
    retired_at timestamptz
  )`)
  await run(`create table software_settings (
    name text primary key,
    value text not null,
    changed_by uuid references persons (id) on delete set null,
    changed_at timestamptz not null
  )`)
}

async function cases(run: Run): Promise<void> {
  await run(`create table review_cases (
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
  )`)
  // One open case of a product at a time; whoever wants the same says "Mich auch".
  await run(`create unique index review_cases_open on review_cases (product_id)
    where state not in ('draft', 'closed', 'rejected_intake')`)
  await run(`create index review_cases_of_product on review_cases (product_id, created_at desc)`)
  await run(`create index review_cases_queue on review_cases (state, submitted_at)
    where state not in ('draft', 'closed', 'rejected_intake')`)
  await run(`create index review_cases_of_person on review_cases (requested_by, created_at desc)`)
  await run(`create table review_case_scenarios (
    case_id uuid not null references review_cases (id) on delete cascade,
    scenario_id uuid not null references software_scenarios (id),
    primary key (case_id, scenario_id)
  )`)
  await run(`create index review_case_scenarios_of on review_case_scenarios (scenario_id)`)
  await run(`create table review_demands (
    case_id uuid not null references review_cases (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    school_id uuid references schools (id),
    at timestamptz not null,
    primary key (case_id, person_id)
  )`)
  await run(`create index review_demands_of_person on review_demands (person_id)`)
  await run(`create table review_assignees (
    case_id uuid not null references review_cases (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    at timestamptz not null,
    primary key (case_id, person_id)
  )`)
  await run(`create table review_answers (
    case_id uuid not null references review_cases (id) on delete cascade,
    criterion_id text not null,
    answer text not null check (answer in ('yes', 'partly', 'no', 'unknown', 'not_applicable')),
    comment text not null default '' check (length(comment) <= 2000),
    answered_by uuid references persons (id) on delete set null,
    at timestamptz not null,
    version integer not null default 1,
    primary key (case_id, criterion_id)
  )`)
  await run(`create table review_evidence (
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
  )`)
  await run(`create index review_evidence_of_case on review_evidence (case_id, criterion_id)`)
  await run(`create table review_questions (
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
  )`)
  await run(`create index review_questions_of_case on review_questions (case_id, asked_at)`)
  // What happened to a case, in the order in which it happened. Nobody changes it.
  await run(`create table review_events (
    id bigint generated always as identity primary key,
    case_id uuid not null references review_cases (id),
    at timestamptz not null,
    person_id uuid references persons (id) on delete set null,
    event text not null check (length(event) between 1 and 40),
    from_state text not null,
    to_state text not null,
    note text not null default '' check (length(note) <= 2000)
  )`)
  await run(`create index review_events_of_case on review_events (case_id, id)`)
}

async function decisions(run: Run): Promise<void> {
  await run(`create table opinions (
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
  )`)
  await run(`create index opinions_of_scenario on opinions (scenario_id, given_at desc, id desc)`)
  await run(`create table releases (
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
  )`)
  // However many decide at once: one running release of a scenario, and one running pilot of it in a project.
  await run(
    `create unique index releases_running on releases (scenario_id) where ended_at is null and kind <> 'pilot'`,
  )
  await run(
    `create unique index releases_pilots on releases (scenario_id, project_id) where ended_at is null and kind = 'pilot'`,
  )
  await run(`create index releases_of_scenario on releases (scenario_id, decided_at desc, id desc)`)
  await run(`create index releases_by_end on releases (valid_until) where ended_at is null`)
  await run(
    `create index releases_of_project on releases (project_id) where project_id is not null`,
  )
  // A release against the opinion waits for a second person.
  await run(`create table release_proposals (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references review_cases (id) on delete cascade,
    scenario_id uuid not null references software_scenarios (id),
    proposed_by uuid not null references persons (id) on delete cascade,
    proposed_at timestamptz not null,
    content jsonb not null,
    reason text not null check (length(reason) between 10 and 4000),
    settled_at timestamptz,
    settled_as text check (settled_as in ('confirmed', 'declined', 'withdrawn'))
  )`)
  await run(
    `create unique index release_proposals_open on release_proposals (case_id, scenario_id) where settled_at is null`,
  )
  await run(`create table release_events (
    id bigint generated always as identity primary key,
    release_id uuid not null references releases (id),
    at timestamptz not null,
    person_id uuid references persons (id) on delete set null,
    event text not null check (event in ('suspended', 'resumed', 'withdrawn', 'superseded', 'expired', 'reminded')),
    reason text not null default '' check (length(reason) <= 2000),
    days integer
  )`)
  await run(`create index release_events_of_release on release_events (release_id, id)`)
  // Reminders are sent once, however often the job runs.
  await run(
    `create unique index release_reminders on release_events (release_id, days) where event = 'reminded'`,
  )
  await run(`create table pilot_reports (
    release_id uuid primary key references releases (id),
    written_by uuid references persons (id) on delete set null,
    written_at timestamptz not null,
    result text not null check (length(result) between 10 and 8000),
    recommendation text not null check (recommendation in ('release', 'release_with_conditions', 'try_again', 'do_not_release'))
  )`)
  await run(`create table list_editions (
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
  )`)

  // What was decided stays as it was; of a release only its end may be written, once.
  await run(`create function refuse_new_decision() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'a decision is never deleted'; end if;
      if to_jsonb(new) - array['given_by', 'decided_by', 'second_by', 'made_by', 'person_id', 'ended_at', 'ended_as', 'suspended_at', 'avv_file_id']
         is distinct from
         to_jsonb(old) - array['given_by', 'decided_by', 'second_by', 'made_by', 'person_id', 'ended_at', 'ended_as', 'suspended_at', 'avv_file_id']
      then raise exception 'a decision is never changed'; end if;
      return new;
    end $$`)
  for (const table of ['opinions', 'releases', 'list_editions', 'review_events', 'release_events'])
    await run(`create trigger ${table}_stay before update or delete on ${table}
      for each row execute function refuse_new_decision()`)
  await run(`create function refuse_second_end() returns trigger language plpgsql as $$
    begin
      if old.ended_at is not null and (new.ended_at, new.ended_as) is distinct from (old.ended_at, old.ended_as)
      then raise exception 'a release ends once'; end if;
      return new;
    end $$`)
  await run(`create trigger releases_end_once before update on releases
    for each row execute function refuse_second_end()`)
}

async function adoptions(run: Run): Promise<void> {
  // Each decision of a school is a row of its own; the current one has not ended.
  await run(`create table school_adoptions (
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
  )`)
  await run(
    `create unique index school_adoptions_current on school_adoptions (school_id, scenario_id) where ended_at is null`,
  )
  await run(
    `create index school_adoptions_of_product on school_adoptions (product_id, status) where ended_at is null`,
  )
  await run(
    `create index school_adoptions_of_scenario on school_adoptions (scenario_id) where ended_at is null`,
  )
  await run(
    `create index school_adoptions_of_release on school_adoptions (release_id) where ended_at is null`,
  )
  await run(`create trigger school_adoptions_stay before update or delete on school_adoptions
    for each row execute function refuse_new_decision()`)
  // Whom the Schulleitung lets decide for it.
  await run(`create table adoption_delegates (
    school_id uuid not null references schools (id),
    person_id uuid not null references persons (id) on delete cascade,
    given_by uuid references persons (id) on delete set null,
    given_at timestamptz not null,
    primary key (school_id, person_id)
  )`)
  await run(`create index adoption_delegates_of_person on adoption_delegates (person_id)`)
  // Teachers who ask their Schulleitung for an app.
  await run(`create table adoption_wishes (
    school_id uuid not null references schools (id),
    product_id uuid not null references software_products (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    note text not null default '' check (length(note) <= 500),
    at timestamptz not null,
    primary key (school_id, product_id, person_id)
  )`)
  await run(`create index adoption_wishes_of_person on adoption_wishes (person_id)`)
}
