import { type Kysely, sql } from 'kysely'

/**
 * What the MediaLab has and lends, when it is open, and what one has to know before (domain/medialab.md, sections 3-5).
 * Times of day and days are local ones of Duisburg.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sites(db)
  await offers(db)
  await resources(db)
  await instructions(db)
}

async function sites(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_sites (
    id uuid primary key default gen_random_uuid(),
    -- The lab itself; the others are where things may be fetched and brought back.
    is_lab boolean not null default false,
    name text not null check (length(name) between 1 and 120),
    address text not null default '' check (length(address) <= 300),
    phone text not null default '' check (length(phone) <= 40),
    position integer not null default 0,
    retired_at timestamptz,
    version integer not null default 1
  )`.execute(db)
  await sql`create unique index lab_sites_lab on lab_sites ((true)) where is_lab`.execute(db)
  await sql`create table lab_hours (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references lab_sites (id) on delete cascade,
    weekday integer not null check (weekday between 1 and 7),
    purpose text not null check (purpose in ('open', 'handover', 'advice', 'events')),
    from_time time not null,
    to_time time not null check (to_time > from_time),
    valid_from date,
    valid_until date check (valid_until >= valid_from),
    -- No hour twice for the same purpose: the days of validity are part of it.
    exclude using gist (site_id with =, weekday with =, purpose with =,
      daterange(valid_from, valid_until, '[]') with &&,
      int4range(extract(epoch from from_time)::int, extract(epoch from to_time)::int) with &&)
  )`.execute(db)
  await sql`create table lab_closures (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references lab_sites (id) on delete cascade,
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on and ends_on <= starts_on + 400),
    reason text not null check (length(reason) between 1 and 120),
    -- 'no_handover': open, but nothing goes out or comes in.
    effect text not null check (effect in ('closed', 'no_handover')),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index lab_closures_by_end on lab_closures (ends_on)`.execute(db)
}

async function offers(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_offers (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    kind text not null check (kind in ('room', 'zone', 'station', 'set', 'advice', 'event')),
    -- Of sets: what all schools shall get one day, what goes further, what nobody has taught with yet.
    class text not null default 'extended' check (class in ('base', 'extended', 'innovation')),
    field text not null default '' check (field in ('', 'visual', 'audio', 'haptic_tinker', 'coding_flex', 'special_needs')),
    name text not null check (length(name) between 1 and 120),
    summary text not null default '' check (length(summary) <= 300),
    description text not null default '' check (length(description) <= 6000),
    accessibility text not null default '' check (length(accessibility) <= 1000),
    manual_url text not null default '' check (length(manual_url) <= 500),
    -- A zone or a station lies in a room; an event takes the whole of it.
    room_id uuid references lab_offers (id),
    -- How many people a room, a zone or an event has room for.
    places integer check (places between 1 and 1000),
    school_forms text[] not null default '{}',
    grade_min integer check (grade_min between 0 and 13),
    grade_max integer check (grade_max between 0 and 13),
    min_age integer check (min_age between 3 and 99),
    is_in_lab boolean not null default true,
    is_lent boolean not null default false,
    is_delivered boolean not null default false,
    is_fetched_in_person boolean not null default false,
    -- Pictures and accounts of pupils may be on it: nobody else gets it before they are gone.
    holds_data boolean not null default false,
    needs_staff boolean not null default false,
    replacement_cents integer check (replacement_cents >= 0),
    slot_minutes integer not null default 60 check (slot_minutes between 15 and 480),
    minutes_before integer not null default 0 check (minutes_before between 0 and 240),
    minutes_after integer not null default 0 check (minutes_after between 0 and 240),
    turnaround_school_days integer not null default 1 check (turnaround_school_days between 0 and 20),
    max_school_days integer not null default 14 check (max_school_days between 1 and 120),
    max_project_school_days integer not null default 60 check (max_project_school_days between 1 and 250),
    extensions integer not null default 1 check (extensions between 0 and 5),
    min_lead_days integer not null default 1 check (min_lead_days between 0 and 60),
    max_advance_days integer not null default 180 check (max_advance_days between 1 and 730),
    max_open_per_school integer check (max_open_per_school between 1 and 50),
    max_open_per_person integer check (max_open_per_person between 1 and 50),
    cooldown_days integer not null default 0 check (cooldown_days between 0 and 365),
    holidays text not null default 'not_counted' check (holidays in ('not_counted', 'counted', 'not_allowed', 'with_approval')),
    approval text not null default 'auto' check (approval in ('auto', 'smz', 'smz_and_principal')),
    state text not null default 'draft' check (state in ('draft', 'listed', 'retired')),
    version integer not null default 1,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    client_key uuid not null,
    search tsvector generated always as (to_tsvector('german', name || ' ' || summary || ' ' || description)) stored,
    unique (created_by, client_key),
    check (grade_max >= grade_min),
    check (kind not in ('zone', 'station') or room_id is not null),
    check (kind in ('zone', 'station', 'event') or room_id is null),
    check (kind = 'set' or not is_lent)
  )`.execute(db)
  await sql`create index lab_offers_search on lab_offers using gin (search)`.execute(db)
  await sql`create index lab_offers_of_room on lab_offers (room_id) where room_id is not null`.execute(
    db,
  )
  await sql`create table lab_offer_software (
    offer_id uuid not null references lab_offers (id) on delete cascade,
    product_id uuid not null references software_products (id) on delete cascade,
    is_needed boolean not null default true,
    primary key (offer_id, product_id)
  )`.execute(db)
  await sql`create index lab_offer_software_of_product on lab_offer_software (product_id)`.execute(
    db,
  )
}

async function resources(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_resources (
    id uuid primary key default gen_random_uuid(),
    -- Of people none: they serve the offers of lab_offer_staff.
    offer_id uuid references lab_offers (id),
    -- Read from a sticker: no letters or digits that look like others.
    code text unique check (code ~ '^[A-HJ-NP-Z2-9]+(-[A-HJ-NP-Z2-9]+)*$' and length(code) <= 20),
    label text not null default '' check (length(label) <= 120),
    inventory_number text not null default '' check (length(inventory_number) <= 60),
    -- Of counted ones so many may go at once; an exclusive one goes as a whole.
    is_counted boolean not null,
    total integer not null default 1 check (total between 0 and 10000),
    reserve integer not null default 0 check (reserve >= 0),
    broken integer not null default 0 check (broken >= 0),
    state text not null default 'ok' check (state in ('ok', 'limited', 'repair', 'lost', 'retired')),
    -- One of the staff: one person, one thing at a time, whatever the offer.
    is_staff boolean not null default false,
    person_id uuid unique references persons (id) on delete set null,
    -- Came back with data: blocked until somebody has said that these are gone.
    wipe_due_at timestamptz,
    notes text not null default '' check (length(notes) <= 2000),
    position integer not null default 0,
    version integer not null default 1,
    check (is_counted or (total = 1 and reserve = 0)),
    check (reserve + broken <= total),
    check (is_staff = (offer_id is null)),
    check (is_staff = (code is null)),
    check (is_staff or person_id is null),
    check (not (is_staff and is_counted))
  )`.execute(db)
  await sql`create index lab_resources_of_offer on lab_resources (offer_id, position)`.execute(db)
  // Advice takes one of these people; so does an offer that needs somebody who stands by.
  await sql`create table lab_offer_staff (
    offer_id uuid not null references lab_offers (id) on delete cascade,
    resource_id uuid not null references lab_resources (id) on delete cascade,
    primary key (offer_id, resource_id)
  )`.execute(db)
  await sql`create index lab_offer_staff_of on lab_offer_staff (resource_id)`.execute(db)
  await sql`create table lab_parts (
    id uuid primary key default gen_random_uuid(),
    resource_id uuid not null references lab_resources (id) on delete cascade,
    code text unique check (code ~ '^[A-HJ-NP-Z2-9]+(-[A-HJ-NP-Z2-9]+)*$' and length(code) <= 24),
    name text not null check (length(name) between 1 and 120),
    -- One of those that are counted; without a critical part the set does not go at all.
    is_unit boolean not null default false,
    is_critical boolean not null default false,
    quantity integer not null default 1 check (quantity between 1 and 1000),
    state text not null default 'ok' check (state in ('ok', 'limited', 'broken', 'lost')),
    position integer not null default 0
  )`.execute(db)
  await sql`create index lab_parts_of_resource on lab_parts (resource_id, position)`.execute(db)
}

async function instructions(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_instructions (
    id uuid primary key default gen_random_uuid(),
    name text not null check (length(name) between 1 and 120),
    kind text not null check (kind in ('introduction', 'safety')),
    valid_months integer check (valid_months between 1 and 120),
    retired_at timestamptz,
    version integer not null default 1
  )`.execute(db)
  await sql`create table lab_offer_instructions (
    offer_id uuid not null references lab_offers (id) on delete cascade,
    instruction_id uuid not null references lab_instructions (id),
    primary key (offer_id, instruction_id)
  )`.execute(db)
  await sql`create index lab_offer_instructions_of on lab_offer_instructions (instruction_id)`.execute(
    db,
  )
  await sql`create table lab_instructed (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references persons (id) on delete cascade,
    instruction_id uuid not null references lab_instructions (id),
    given_on date not null,
    valid_until date check (valid_until > given_on),
    given_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    unique (person_id, instruction_id, given_on)
  )`.execute(db)
  await sql`create index lab_instructed_of on lab_instructed (instruction_id)`.execute(db)
}
