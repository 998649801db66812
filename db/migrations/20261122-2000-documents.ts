import { type Kysely, sql } from 'kysely'

/**
 * Documents that several people write at once. What is true is the journal: `document_updates` takes every
 * change before it is acknowledged, `state` is what was folded together of it. `content`, `html` and `words`
 * are derived from both and always of the last valid state.
 *
 * A document lives in one home; each kind of home is a column, so that the database guards it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table documents (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity unique,
    plg_id uuid references plgs (id),
    title text not null check (length(title) between 1 and 200),
    folder text not null default '' check (length(folder) <= 80),
    is_template boolean not null default false,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    archived_at timestamptz,
    deleted_at timestamptz,
    deleted_by uuid references persons (id) on delete set null,
    client_key uuid not null,
    unique (created_by, client_key),
    constraint one_home check (num_nonnulls(plg_id) = 1)
  )`.execute(db)
  await sql`create index documents_of_plg on documents (plg_id, changed_at desc)`.execute(db)
  await sql`create index documents_title_search on documents using gin (search_key(title) gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index documents_deleted_by on documents (deleted_by) where deleted_by is not null`.execute(
    db,
  )

  await sql`create table document_contents (
    document_id uuid primary key references documents (id) on delete cascade,
    state bytea not null,
    -- Counts the foldings, so that two servers do not fold over each other.
    folded integer not null default 0,
    content jsonb not null,
    html text not null,
    words text not null,
    -- What the search compares with. It looks at the documents of one's own homes only, which are few.
    search text generated always as (search_key(left(words, 20000))) stored,
    -- An editor of a hostile client made something our schema does not know: content is the last good one.
    invalid_since timestamptz
  )`.execute(db)
  // No person and no time: who typed what when is nobody's business (product.md, section 2).
  await sql`create table document_updates (
    id bigint generated always as identity primary key,
    document_id uuid not null references documents (id) on delete cascade,
    data bytea not null
  )`.execute(db)
  await sql`create index document_updates_of_document on document_updates (document_id, id)`.execute(
    db,
  )

  await sql`create table document_versions (
    id uuid primary key default gen_random_uuid(),
    document_id uuid not null references documents (id) on delete cascade,
    number integer not null check (number > 0),
    kind text not null check (kind in ('named', 'before_restore', 'before_import')),
    name text not null check (length(name) between 1 and 120),
    content jsonb not null,
    -- What became of the file whose text replaced this one.
    report jsonb,
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (document_id, number),
    unique (created_by, client_key)
  )`.execute(db)

  // The id is the mark's in the text, made by the editor.
  await sql`create table document_threads (
    id uuid primary key,
    document_id uuid not null references documents (id) on delete cascade,
    quote text not null check (length(quote) <= 300),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid references persons (id) on delete set null
  )`.execute(db)
  await sql`create index document_threads_of_document on document_threads (document_id, created_at)`.execute(
    db,
  )
  await sql`create index document_threads_by on document_threads (created_by)`.execute(db)
  await sql`create index document_threads_resolved_by on document_threads (resolved_by)`.execute(db)

  await sql`create table document_comments (
    id uuid primary key default gen_random_uuid(),
    thread_id uuid not null references document_threads (id) on delete cascade,
    author_id uuid references persons (id) on delete set null,
    body text not null check (length(body) between 1 and 4000),
    created_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    deleted_by uuid references persons (id) on delete set null,
    client_key uuid not null,
    unique (author_id, client_key),
    constraint document_comments_deletion check (deleted_by is null or deleted_at is not null)
  )`.execute(db)
  await sql`create index document_comments_deleted_by on document_comments (deleted_by)
    where deleted_by is not null`.execute(db)
  await sql`create index document_comments_of_thread on document_comments (thread_id, created_at)`.execute(
    db,
  )
}
