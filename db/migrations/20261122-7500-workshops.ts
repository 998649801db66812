import { type Kysely, sql } from 'kysely'

/**
 * Workshops with their seats, and who waits for what is booked out. A trigger that locks the workshop counts seats: no
 * order of transactions gives away more than there are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await workshops(db)
  await seats(db)
  await referee(db)
  await waiting(db)
}

async function workshops(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_workshops (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    kind text not null check (kind in ('workshop', 'training', 'network_meeting', 'open_lab')),
    state text not null default 'draft' check (state in ('draft', 'published', 'cancelled', 'done')),
    title text not null check (length(title) between 3 and 120),
    description text not null default '' check (length(description) <= 6000),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '1 day'),
    -- A room of the lab, held by a booking while the workshop is published; or a place elsewhere.
    room_id uuid references lab_offers (id),
    booking_id uuid references lab_bookings (id),
    place text not null default '' check (length(place) <= 200),
    -- For those who have a seat only.
    link text not null default '' check (length(link) <= 500),
    external_url text not null default '' check (length(external_url) <= 500),
    seats integer not null check (seats between 1 and 1000),
    seats_per_school integer check (seats_per_school between 1 and 1000),
    min_participants integer check (min_participants between 1 and 1000),
    signup_until timestamptz not null check (signup_until <= starts_at),
    needs_approval boolean not null default false,
    -- Empty: for all.
    school_forms text[] not null default '{}',
    roles text[] not null default '{}',
    guest_leaders text not null default '' check (length(guest_leaders) <= 200),
    cancel_reason text not null default '' check (length(cancel_reason) <= 500),
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    search tsvector generated always as (to_tsvector('german', title || ' ' || description)) stored,
    unique (created_by, client_key),
    check (min_participants <= seats),
    check (state <> 'cancelled' or cancel_reason <> '')
  )`.execute(db)
  await sql`create index lab_workshops_by_start on lab_workshops (starts_at, id) where state <> 'draft'`.execute(
    db,
  )
  await sql`create index lab_workshops_drafts on lab_workshops (changed_at) where state = 'draft'`.execute(
    db,
  )
  await sql`create index lab_workshops_of_booking on lab_workshops (booking_id) where booking_id is not null`.execute(
    db,
  )
  await sql`create index lab_workshops_search on lab_workshops using gin (search)`.execute(db)
  await sql`create table lab_workshop_leaders (
    workshop_id uuid not null references lab_workshops (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    primary key (workshop_id, person_id)
  )`.execute(db)
  await sql`create index lab_workshop_leaders_of on lab_workshop_leaders (person_id)`.execute(db)
  await sql`create table lab_workshop_materials (
    id uuid primary key default gen_random_uuid(),
    workshop_id uuid not null references lab_workshops (id) on delete cascade,
    title text not null check (length(title) between 1 and 120),
    url text not null check (length(url) between 1 and 500),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null unique,
    search tsvector generated always as (to_tsvector('german', title)) stored
  )`.execute(db)
  await sql`create index lab_workshop_materials_of on lab_workshop_materials (workshop_id, created_at)`.execute(
    db,
  )
  await sql`create index lab_workshop_materials_search on lab_workshop_materials using gin (search)`.execute(
    db,
  )
}

/**
 * `waiting` -> `offered` -> `taken`, or `requested` where the SMZ agrees first. These three hold a seat. What ended stays,
 * so that a withdrawal can be taken back and figures can be made.
 */
async function seats(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_seats (
    id uuid primary key default gen_random_uuid(),
    workshop_id uuid not null references lab_workshops (id) on delete cascade,
    person_id uuid references persons (id) on delete set null,
    -- Null for the city's own people.
    school_id uuid references schools (id) on delete set null,
    state text not null check (state in ('waiting', 'offered', 'requested', 'taken', 'withdrawn', 'declined', 'expired', 'rejected')),
    -- The place in the line.
    asked_at timestamptz not null,
    deadline timestamptz,
    -- What it was before it was given up, for taking that back.
    withdrawn_from text check (withdrawn_from in ('waiting', 'requested', 'taken')),
    reason text not null default '' check (length(reason) <= 500),
    was_present boolean,
    changed_at timestamptz not null,
    check ((state = 'offered') = (deadline is not null)),
    check ((state = 'withdrawn') = (withdrawn_from is not null)),
    check (was_present is null or state = 'taken')
  )`.execute(db)
  await sql`create unique index lab_seats_once on lab_seats (workshop_id, person_id)
    where state in ('waiting', 'offered', 'requested', 'taken')`.execute(db)
  await sql`create index lab_seats_line on lab_seats (workshop_id, state, asked_at, id)`.execute(db)
  await sql`create index lab_seats_of_person on lab_seats (person_id, workshop_id)`.execute(db)
  await sql`create index lab_seats_due on lab_seats (deadline) where state = 'offered'`.execute(db)
  await sql`create index lab_seats_waiting on lab_seats (workshop_id) where state = 'waiting'`.execute(
    db,
  )
}

async function referee(db: Kysely<unknown>): Promise<void> {
  await sql`create function lab_seats_fit() returns trigger language plpgsql as $$
    declare
      workshop lab_workshops;
      held integer;
    begin
      if new.state not in ('offered', 'requested', 'taken') then return new; end if;
      if tg_op = 'UPDATE' and old.state in ('offered', 'requested', 'taken') and new.workshop_id = old.workshop_id
        and new.school_id is not distinct from old.school_id then return new; end if;
      select * into workshop from lab_workshops where id = new.workshop_id for update;
      select count(*) into held from lab_seats where workshop_id = new.workshop_id and id <> new.id
        and state in ('offered', 'requested', 'taken');
      if held >= workshop.seats then
        raise exception 'lab_seats_fit' using errcode = 'check_violation', constraint = 'lab_seats_fit';
      end if;
      if workshop.seats_per_school is null or new.school_id is null then return new; end if;
      select count(*) into held from lab_seats where workshop_id = new.workshop_id and id <> new.id
        and school_id = new.school_id and state in ('offered', 'requested', 'taken');
      if held >= workshop.seats_per_school then
        raise exception 'lab_seats_per_school' using errcode = 'check_violation', constraint = 'lab_seats_per_school';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger lab_seats_fit before insert or update on lab_seats
    for each row execute function lab_seats_fit()`.execute(db)
  // Nobody who has a seat loses it because there are fewer.
  await sql`create function lab_workshops_fit() returns trigger language plpgsql as $$
    begin
      if new.seats < old.seats and new.seats < (select count(*) from lab_seats where workshop_id = new.id
        and state in ('offered', 'requested', 'taken')) then
        raise exception 'lab_workshops_fit' using errcode = 'check_violation', constraint = 'lab_workshops_fit';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger lab_workshops_fit before update of seats on lab_workshops
    for each row execute function lab_workshops_fit()`.execute(db)
}

/** Who waits for an offer of the lab at a time. An offer is a date in state 'requested': it holds what it is about. */
async function waiting(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_waiting (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references lab_offers (id) on delete cascade,
    person_id uuid references persons (id) on delete set null,
    school_id uuid references schools (id) on delete set null,
    plg_id uuid references plgs (id) on delete set null,
    project_id uuid references projects (id) on delete set null,
    quantity integer not null check (quantity between 1 and 10000),
    is_loan boolean not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    participants integer check (participants between 1 and 1000),
    purpose text not null check (length(purpose) between 1 and 300),
    state text not null check (state in ('waiting', 'offered', 'accepted', 'declined', 'expired', 'left')),
    asked_at timestamptz not null,
    deadline timestamptz,
    -- What holds it while it is offered, and the booking that came of it.
    date_id uuid references lab_dates (id) on delete set null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (person_id, client_key),
    check ((state = 'offered') = (deadline is not null))
  )`.execute(db)
  await sql`create unique index lab_waiting_once on lab_waiting (person_id, offer_id, starts_at, ends_at)
    where state in ('waiting', 'offered')`.execute(db)
  await sql`create index lab_waiting_line on lab_waiting (offer_id, asked_at) where state in ('waiting', 'offered')`.execute(
    db,
  )
  await sql`create index lab_waiting_due on lab_waiting (deadline) where state = 'offered'`.execute(
    db,
  )
  await sql`create index lab_waiting_by_start on lab_waiting (starts_at) where state = 'waiting'`.execute(
    db,
  )
  await sql`create index lab_waiting_of_date on lab_waiting (date_id) where date_id is not null`.execute(
    db,
  )
}
