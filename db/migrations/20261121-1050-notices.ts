import { type Kysely, sql } from 'kysely'

/** The bell, and what people report to the SMZ. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One open row per person, kind and thing: further news is counted on it, so that a busy topic stays one line.
  await sql`create table notifications (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references persons (id) on delete cascade,
    kind text not null check (length(kind) <= 80),
    thing_kind text not null check (length(thing_kind) <= 40),
    thing_id uuid not null,
    actor_id uuid references persons (id) on delete set null,
    count integer not null default 1,
    details jsonb not null default '{}',
    at timestamptz not null,
    read_at timestamptz,
    mail_due_at timestamptz,
    mailed_at timestamptz
  )`.execute(db)
  await sql`create unique index one_open_line_per_thing on notifications (person_id, kind, thing_kind, thing_id)
    where read_at is null`.execute(db)
  await sql`create index notifications_newest on notifications (person_id, at desc)`.execute(db)
  await sql`create index notifications_due on notifications (mail_due_at)
    where mailed_at is null and read_at is null and mail_due_at is not null`.execute(db)

  await sql`create table reports (
    id uuid primary key default gen_random_uuid(),
    reporter_id uuid references persons (id) on delete set null,
    thing_kind text not null,
    thing_id uuid not null,
    reason text not null check (length(reason) between 1 and 2000),
    at timestamptz not null,
    handled_at timestamptz,
    handled_by uuid references persons (id) on delete set null,
    answer text not null default '' check (length(answer) <= 2000),
    client_key uuid not null unique
  )`.execute(db)
  await sql`create index reports_open on reports (at) where handled_at is null`.execute(db)

  await sql`create table barrier_reports (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    page text not null default '' check (length(page) <= 500),
    description text not null check (length(description) between 1 and 4000),
    contact text not null default '' check (length(contact) <= 254),
    at timestamptz not null,
    handled_at timestamptz,
    handled_by uuid references persons (id) on delete set null,
    answer text not null default '' check (length(answer) <= 4000),
    client_key uuid not null unique
  )`.execute(db)
}
