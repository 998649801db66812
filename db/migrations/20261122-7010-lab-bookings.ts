import { type Kysely, sql } from 'kysely'

/**
 * A booking has dates, a date claims resources. What is exclusive is held by an exclusion constraint, what is counted
 * by a trigger that locks the resource: no order of transactions gives anything away twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await bookings(db)
  await claims(db)
  await capacity(db)
}

async function bookings(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_bookings (
    id uuid primary key default gen_random_uuid(),
    -- "2026-1187": the year in which it was made, and a number of that year.
    year integer not null check (year between 2020 and 2200),
    number integer not null check (number > 0),
    person_id uuid references persons (id) on delete set null,
    -- Null for the city's own people.
    school_id uuid references schools (id),
    phone text not null default '' check (length(phone) <= 40),
    plg_id uuid references plgs (id),
    project_id uuid references projects (id),
    purpose text not null check (length(purpose) between 1 and 300),
    subject text not null default '' check (length(subject) <= 60),
    grade integer check (grade between 0 and 13),
    participants integer check (participants between 1 and 1000),
    out_by text not null default 'pickup' check (out_by in ('pickup', 'school_mail', 'branch')),
    out_site_id uuid references lab_sites (id),
    staff_note text not null default '' check (length(staff_note) <= 2000),
    -- A rule that the SMZ set aside, and why.
    override_reason text not null default '' check (length(override_reason) <= 500),
    -- Changing or cancelling from a mail, without signing in.
    link_hash text unique,
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    unique (year, number),
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index lab_bookings_of_person on lab_bookings (person_id, created_at desc)`.execute(
    db,
  )
  await sql`create index lab_bookings_of_school on lab_bookings (school_id, created_at desc)`.execute(
    db,
  )
  await sql`create index lab_bookings_of_plg on lab_bookings (plg_id) where plg_id is not null`.execute(
    db,
  )
  await sql`create index lab_bookings_of_project on lab_bookings (project_id) where project_id is not null`.execute(
    db,
  )
  await sql`create table lab_numbers (year integer primary key, last integer not null)`.execute(db)
  await sql`create table lab_dates (
    id uuid primary key default gen_random_uuid(),
    booking_id uuid not null references lab_bookings (id) on delete cascade,
    position integer not null check (position > 0),
    -- In the lab from hour to hour; lent from day to day.
    is_loan boolean not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    state text not null check (state in ('requested', 'confirmed', 'prepared', 'out', 'partly_back', 'back',
      'closed', 'rejected', 'cancelled', 'no_show', 'expired')),
    extended integer not null default 0 check (extended >= 0),
    is_late_cancelled boolean not null default false,
    state_reason text not null default '' check (length(state_reason) <= 500),
    principal_by uuid references persons (id) on delete set null,
    principal_at timestamptz,
    changed_at timestamptz not null,
    version integer not null default 1,
    unique (booking_id, position)
  )`.execute(db)
  await sql`create index lab_dates_by_start on lab_dates (starts_at, id)`.execute(db)
  await sql`create index lab_dates_out on lab_dates (ends_at) where state in ('out', 'partly_back')`.execute(
    db,
  )
  await sql`create index lab_dates_requested on lab_dates (starts_at) where state = 'requested'`.execute(
    db,
  )
}

async function claims(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence lab_locks`.execute(db)
  await sql`create table lab_claims (
    id uuid primary key default gen_random_uuid(),
    date_id uuid not null references lab_dates (id) on delete cascade,
    resource_id uuid not null references lab_resources (id),
    quantity integer not null default 1 check (quantity between 1 and 10000),
    -- With what has to be kept free before and after.
    blocked tstzrange not null check (not isempty(blocked) and not lower_inf(blocked) and not upper_inf(blocked)),
    -- A number of its own: the whole resource. 0: shared, with others that share (a zone in its room). Null: counted.
    lock bigint,
    is_active boolean not null default true,
    constraint lab_claims_free exclude using gist (resource_id with =, blocked with &&, lock with <>)
      where (is_active and lock is not null)
  )`.execute(db)
  await sql`create unique index lab_claims_of_date on lab_claims (date_id, resource_id)`.execute(db)
  await sql`create index lab_claims_in on lab_claims using gist (resource_id, blocked) where (is_active)`.execute(
    db,
  )
}

/** Also a retired resource, and one that is away for repair, is given to nobody. */
async function capacity(db: Kysely<unknown>): Promise<void> {
  await sql`create function lab_claims_fit() returns trigger language plpgsql as $$
    declare
      resource lab_resources;
      peak integer;
    begin
      if not new.is_active then return new; end if;
      if tg_op = 'UPDATE' and old.is_active and new.blocked <@ old.blocked and new.quantity <= old.quantity
        and new.resource_id = old.resource_id then return new; end if;
      if new.lock is not null then return new; end if;
      select * into resource from lab_resources where id = new.resource_id for update;
      select coalesce(max(taken), 0) into peak from (
        select (select sum(c.quantity) from lab_claims c where c.resource_id = new.resource_id and c.is_active
          and c.id <> new.id and c.blocked @> points.at) as taken
        from (select lower(new.blocked) as at union
          select lower(c.blocked) from lab_claims c where c.resource_id = new.resource_id and c.is_active
            and c.id <> new.id and c.blocked && new.blocked and lower(c.blocked) > lower(new.blocked)) as points
      ) as loads;
      if peak + new.quantity > resource.total - resource.reserve - resource.broken then
        raise exception 'lab_claims_fit' using errcode = 'check_violation', constraint = 'lab_claims_fit';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger lab_claims_fit before insert or update on lab_claims
    for each row execute function lab_claims_fit()`.execute(db)
  // A claim holds as long as its date does.
  await sql`create function lab_dates_release() returns trigger language plpgsql as $$
    begin
      if new.state in ('closed', 'rejected', 'cancelled', 'no_show', 'expired')
        and old.state not in ('closed', 'rejected', 'cancelled', 'no_show', 'expired') then
        update lab_claims set is_active = false where date_id = new.id and is_active;
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger lab_dates_release after update of state on lab_dates
    for each row execute function lab_dates_release()`.execute(db)
}
