import { type Kysely, sql } from 'kysely'

/**
 * That the Schulträger did not release a use is a decision like a release: a record of its own, never changed. Until now
 * only the outcome of the case said it, and of a use that had never run nothing was to be seen.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table release_refusals (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    case_id uuid not null references review_cases (id),
    scenario_id uuid not null references software_scenarios (id),
    opinion_id uuid references opinions (id),
    decided_by uuid references persons (id) on delete set null,
    decided_name text not null check (length(decided_name) between 1 and 200),
    decided_at timestamptz not null,
    reason text not null check (length(reason) between 1 and 2000),
    unique (case_id, scenario_id)
  )`.execute(db)
  await sql`create index release_refusals_of_scenario on release_refusals (scenario_id, decided_at desc)`.execute(
    db,
  )
  await earlier(db)
  await sql`create trigger release_refusals_stay before update or delete on release_refusals
    for each row execute function refuse_new_decision()`.execute(db)
  // What may be said of a use is derived of it too.
  await sql`create constraint trigger release_refusals_beats after insert or update or delete
    on release_refusals deferrable initially deferred for each row execute function beat_software()`.execute(
    db,
  )
}

/** Cases that were refused so far: what was said then of uses that nothing was released of after all. */
async function earlier(db: Kysely<unknown>): Promise<void> {
  await sql`insert into release_refusals (case_id, scenario_id, opinion_id, decided_by, decided_name, decided_at, reason)
    select k.id, o.scenario_id, o.id, persons.id,
      coalesce(nullif(trim(persons.first_name || ' ' || persons.last_name), ''), 'Schulträger'), k.closed_at,
      coalesce(nullif(k.outcome_note, ''), 'Ohne Begründung.')
    from review_cases k join opinions o on o.case_id = k.id and o.verdict <> 'objection'
      left join lateral (select e.person_id from review_events e where e.case_id = k.id and e.event = 'refuse'
        order by e.id desc limit 1) as by on true
      left join persons on persons.id = by.person_id
    where k.state = 'closed' and k.outcome = 'refused'
      and not exists (select from releases r where r.case_id = k.id and r.scenario_id = o.scenario_id)`.execute(
    db,
  )
}
