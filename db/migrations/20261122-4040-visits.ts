import { type Kysely, sql } from 'kysely'

/** Open classrooms and visits. A visit is its host's: only they share or delete it; a principal releases each visitor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table classroom_offers (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    host_id uuid not null references persons (id) on delete cascade,
    school_id uuid not null references schools (id),
    subject text not null,
    grade_bands text[] not null default '{}',
    topic text not null check (length(topic) between 3 and 200),
    note text not null default '' check (length(note) <= 2000),
    visibility text not null check (visibility in ('network', 'plg')),
    plg_id uuid references plgs (id),
    state text not null default 'open' check (state in ('open', 'closed')),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    search tsvector generated always as (
      setweight(to_tsvector('german', topic), 'A') || setweight(to_tsvector('german', note), 'B')
    ) stored,
    unique (host_id, client_key),
    constraint classroom_offers_circle check ((visibility = 'plg') = (plg_id is not null))
  )`.execute(db)
  await sql`create index classroom_offers_newest on classroom_offers (created_at desc, id) where state = 'open'`.execute(
    db,
  )
  await sql`create index classroom_offers_of_plg on classroom_offers (plg_id) where plg_id is not null`.execute(
    db,
  )
  await sql`create index classroom_offers_search on classroom_offers using gin (search)`.execute(db)
  await sql`create table classroom_slots (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references classroom_offers (id) on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    seats integer not null check (seats between 1 and 20),
    -- Counted here, so that the last seat is given once however many ask.
    taken integer not null default 0,
    unique (offer_id, starts_at),
    check (ends_at > starts_at),
    constraint classroom_slots_seats check (taken between 0 and seats)
  )`.execute(db)

  await sql`create table classroom_visits (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    -- Null: agreed without an offer, inside a PLG.
    slot_id uuid references classroom_slots (id) on delete set null,
    plg_id uuid references plgs (id),
    host_id uuid references persons (id) on delete cascade,
    host_school_id uuid not null references schools (id),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    lesson text not null check (length(lesson) between 1 and 200),
    subject text not null default '',
    grade_band text not null default '',
    -- What the host wants to be watched, and what was said afterwards.
    focus text not null default '' check (length(focus) <= 2000),
    pre_talk_at timestamptz,
    debrief text not null default '' check (length(debrief) <= 8000),
    state text not null default 'requested' check (state in ('requested', 'accepted', 'declined', 'held', 'debriefed', 'cancelled')),
    share_with text not null default 'pair' check (share_with in ('none', 'pair', 'plg')),
    version integer not null default 1,
    -- Taken away by its host, who can bring it back for a day.
    deleted_at timestamptz,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (created_by, client_key),
    check (ends_at > starts_at),
    constraint classroom_visits_shared check (share_with <> 'plg' or plg_id is not null)
  )`.execute(db)
  await sql`create index classroom_visits_of_host on classroom_visits (host_id, starts_at)`.execute(
    db,
  )
  await sql`create index classroom_visits_of_plg on classroom_visits (plg_id, starts_at) where plg_id is not null`.execute(
    db,
  )
  await sql`create index classroom_visits_of_slot on classroom_visits (slot_id) where slot_id is not null`.execute(
    db,
  )
  await sql`create table classroom_visitors (
    visit_id uuid not null references classroom_visits (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    -- Whose principal releases them.
    school_id uuid not null references schools (id),
    release text not null default 'open' check (release in ('open', 'granted', 'refused')),
    released_by uuid references persons (id) on delete set null,
    released_at timestamptz,
    reason text not null default '' check (length(reason) <= 500),
    observation text not null default '' check (length(observation) <= 8000),
    primary key (visit_id, person_id),
    constraint classroom_visitors_released check ((release = 'open') = (released_at is null))
  )`.execute(db)
  await sql`create index classroom_visitors_of_person on classroom_visitors (person_id)`.execute(db)
  await sql`create index classroom_visitors_of_school on classroom_visitors (school_id, release)`.execute(
    db,
  )
}
