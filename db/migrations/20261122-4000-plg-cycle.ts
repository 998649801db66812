import { type Kysely, sql } from 'kysely'

/**
 * What makes a group a learning community: which kind it is and where it comes from, its phases with their
 * decisions, the agreement of its schools, its norms and the question it works on (domain/plg.md, section 3).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table programmes (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique check (slug ~ '^[a-z0-9-]{1,60}$'),
    name text not null unique check (length(name) between 2 and 120),
    summary text not null default '' check (length(summary) <= 1000),
    organisation_id uuid references organisations (id),
    -- New groups can name it as their origin.
    is_open boolean not null default true,
    position integer not null default 0,
    created_at timestamptz not null
  )`.execute(db)
  // Formats of the city that come under one roof (MEP 3.6); more can be added.
  await sql`insert into programmes (slug, name, summary, position, created_at) values
    ('lernen-25', 'Lernen 25', 'Das Duisburger Netz für digitale Schulentwicklung, seit 2015', 1, '2026-11-22'),
    ('digitalfit', 'DigitalFit', 'Das Angebot für Grundschulen', 2, '2026-11-22'),
    ('duisburger-projekt', 'Duisburger Projekt', 'Das gemeinsame Vorhaben mit der Bezirksregierung', 3, '2026-11-22')`.execute(
    db,
  )

  await sql`alter table plgs
    add column kind text not null default 'plg' check (kind in ('plg', 'visit_ring', 'supervision', 'concept_group',
      'subject_team', 'network_group', 'principals_circle')),
    add column programme_id uuid references programmes (id),
    add column cycle integer not null default 1 check (cycle between 1 and 50),
    add column phase_until date,
    -- Where a group was kept before it came here, in words of its import.
    add column imported_from text not null default '' check (length(imported_from) <= 200),
    -- Principals among themselves, and supervision: nobody finds it, nobody comes in without being invited.
    add constraint plgs_walled check (kind not in ('principals_circle', 'supervision') or joining = 'closed')`.execute(
    db,
  )
  await sql`create index plgs_of_programme on plgs (programme_id)`.execute(db)

  await sql`create table plg_decisions (
    id uuid primary key default gen_random_uuid(),
    -- Two of the same moment have an order, too.
    number integer generated always as identity,
    plg_id uuid not null references plgs (id) on delete cascade,
    cycle integer not null,
    kind text not null check (kind in ('phase', 'pause', 'resume', 'next_cycle', 'closed', 'agreement', 'norms', 'session')),
    from_phase text,
    to_phase text,
    text text not null default '' check (length(text) <= 1000),
    session_id uuid,
    decided_by uuid references persons (id) on delete set null,
    at timestamptz not null
  )`.execute(db)
  await sql`create index plg_decisions_of_plg on plg_decisions (plg_id, at desc, number desc)`.execute(
    db,
  )

  await sql`create table plg_agreements (
    plg_id uuid not null references plgs (id) on delete cascade,
    version integer not null check (version > 0),
    text text not null check (length(text) between 1 and 8000),
    rhythm text not null default '' check (length(rhythm) <= 300),
    ends_on date,
    made_by uuid references persons (id) on delete set null,
    made_at timestamptz not null,
    primary key (plg_id, version)
  )`.execute(db)
  // What a school gives, and to which version its principal has agreed.
  await sql`alter table plg_seats
    add column time_budget text not null default '' check (length(time_budget) <= 200),
    add column agreed_version integer,
    add constraint plg_seats_agreement foreign key (plg_id, agreed_version) references plg_agreements (plg_id, version)`.execute(
    db,
  )

  await sql`create table plg_norms (
    id uuid primary key default gen_random_uuid(),
    plg_id uuid not null references plgs (id) on delete cascade,
    text text not null check (length(text) between 1 and 300),
    position integer not null check (position >= 0),
    state text not null default 'active' check (state in ('active', 'changed', 'dropped')),
    agreed_at timestamptz not null,
    reviewed_at timestamptz,
    -- The cycle in which the group last looked at it.
    reviewed_cycle integer,
    created_by uuid references persons (id) on delete set null
  )`.execute(db)
  await sql`create index plg_norms_of_plg on plg_norms (plg_id, position)`.execute(db)
  // The same line twice, or sent by two at once, is one.
  await sql`create unique index one_live_norm on plg_norms (plg_id, search_key(text)) where state = 'active'`.execute(
    db,
  )

  // The four questions of DuFour: two at the beginning of a cycle, two with the evaluation of its Vorhaben.
  await sql`create table plg_inquiries (
    plg_id uuid not null references plgs (id) on delete cascade,
    cycle integer not null check (cycle > 0),
    question text not null default '' check (length(question) <= 300),
    should_learn text not null default '' check (length(should_learn) <= 2000),
    known_by text not null default '' check (length(known_by) <= 2000),
    evidence text not null default '' check (length(evidence) <= 4000),
    goal text not null default '' check (length(goal) <= 1000),
    measure text not null default '' check (length(measure) <= 1000),
    due_on date,
    dimension text check (dimension in ('teaching', 'staff', 'organisation', 'technology', 'cooperation')),
    out_of_scope text not null default '' check (length(out_of_scope) <= 2000),
    version integer not null default 1 check (version > 0),
    changed_by uuid references persons (id) on delete set null,
    changed_at timestamptz not null,
    primary key (plg_id, cycle)
  )`.execute(db)
}
