import { type Kysely, sql } from 'kysely'

/** What every area stands on: extensions, the append-only protocol, rate limits, the socket adapter's attachments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const extension of ['citext', 'pg_trgm', 'unaccent', 'btree_gist'])
    await sql`create extension if not exists ${sql.id(extension)}`.execute(db)

  // Search and sorting keys: "Bürger" is found by "burger". unaccent() alone is not immutable.
  await sql`create function search_key(value text) returns text language sql immutable parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, coalesce(value, '')))`.execute(
    db,
  )

  await sql`create table audit_entries (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null check (length(actor_name) <= 200),
    action text not null check (length(action) <= 100),
    thing_kind text not null,
    thing_id text not null,
    details jsonb not null default '{}'
  )`.execute(db)
  await sql`create index audit_entries_newest on audit_entries (at desc, id desc)`.execute(db)
  await sql`create index audit_entries_of_action on audit_entries (action, at desc)`.execute(db)
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the protocol is append-only'; end $$`.execute(db)
  await sql`create trigger audit_is_append_only before update or delete on audit_entries
    for each row execute function refuse_change()`.execute(db)
  await sql`create trigger audit_is_never_emptied before truncate on audit_entries
    for each statement execute function refuse_change()`.execute(db)

  await sql`create table rate_limits (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  )`.execute(db)

  await sql`create table socket_io_attachments (
    id bigserial unique,
    created_at timestamptz default now(),
    payload bytea
  )`.execute(db)
}
