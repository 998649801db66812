import { type Kysely, sql } from 'kysely'

/**
 * Files that belong to a thing of any area; who may read the thing may read its files. A row is written after
 * its bytes are durable (safety.md BR-3); `storage_key` is where they lie, a name of its own, never the display name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table files (
    id uuid primary key default gen_random_uuid(),
    thing_kind text not null check (thing_kind ~ '^[a-z][a-z-]{0,39}$'),
    thing_id uuid not null,
    -- The room it counts for (10 GB a PLG, safety.md UP-2); null where a thing has none.
    plg_id uuid references plgs (id),
    name text not null check (length(name) between 1 and 120),
    latest integer not null default 1 check (latest > 0),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    deleted_by uuid references persons (id) on delete set null,
    client_key uuid not null,
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index files_of_thing on files (thing_kind, thing_id, created_at)`.execute(db)
  await sql`create index files_of_plg on files (plg_id)`.execute(db)
  await sql`create index files_deleted_by on files (deleted_by) where deleted_by is not null`.execute(
    db,
  )

  await sql`create table file_versions (
    file_id uuid not null references files (id) on delete cascade,
    number integer not null check (number > 0),
    storage_key uuid not null,
    media_type text not null check (length(media_type) <= 100),
    bytes bigint not null check (bytes > 0),
    width integer check (width > 0),
    height integer check (height > 0),
    -- Widths of the smaller copies of a picture, beside the original under the same key.
    widths integer[] not null default '{}',
    -- Only pictures are asked: are children recognisable, and if so, have those who decide agreed?
    children text check (children in ('none', 'consented')),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    primary key (file_id, number),
    unique (created_by, client_key)
  )`.execute(db)
  await sql`create index file_versions_by_key on file_versions (storage_key)`.execute(db)
}
