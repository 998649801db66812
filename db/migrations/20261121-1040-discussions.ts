import { type Kysely, sql } from 'kysely'

/**
 * Topics and posts. A post's number is given out by its topic's row, without gaps: that orders posts of two
 * writers at the same moment and makes "read up to number n" a single integer per person and topic.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table topics (
    id uuid primary key default gen_random_uuid(),
    plg_id uuid not null references plgs (id),
    number integer not null,
    title text not null check (length(title) between 3 and 200),
    author_id uuid references persons (id) on delete set null,
    post_count integer not null default 0,
    created_at timestamptz not null,
    last_post_at timestamptz not null,
    pinned_at timestamptz,
    locked_at timestamptz,
    solved_at timestamptz,
    deleted_at timestamptz,
    client_key uuid not null,
    unique (plg_id, number),
    unique (author_id, client_key)
  )`.execute(db)
  await sql`create index topics_newest on topics (plg_id, (pinned_at is null), last_post_at desc)`.execute(
    db,
  )
  await sql`create index topics_search on topics using gin (search_key(title) gin_trgm_ops)`.execute(
    db,
  )

  await sql`create table posts (
    id uuid primary key default gen_random_uuid(),
    topic_id uuid not null references topics (id),
    number integer not null,
    author_id uuid references persons (id) on delete set null,
    school_id uuid references schools (id),
    body text not null check (length(body) between 1 and 8000),
    body_html text not null check (length(body_html) <= 60000),
    created_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    deleted_by uuid references persons (id) on delete set null,
    client_key uuid not null,
    unique (topic_id, number),
    unique (author_id, client_key)
  )`.execute(db)

  await sql`create table post_versions (
    id bigint generated always as identity primary key,
    post_id uuid not null references posts (id) on delete cascade,
    body text not null,
    body_html text not null,
    written_at timestamptz not null,
    replaced_at timestamptz not null
  )`.execute(db)
  await sql`create index post_versions_of_post on post_versions (post_id, replaced_at)`.execute(db)

  await sql`create table post_mentions (
    post_id uuid not null references posts (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    primary key (post_id, person_id)
  )`.execute(db)
  await sql`create index post_mentions_of_person on post_mentions (person_id)`.execute(db)

  await sql`create table post_reactions (
    post_id uuid not null references posts (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    kind text not null check (kind in ('thanks', 'helpful', 'will_try')),
    at timestamptz not null,
    primary key (post_id, person_id, kind)
  )`.execute(db)
  await sql`create index post_reactions_of_person on post_reactions (person_id)`.execute(db)

  await sql`create table topic_reads (
    person_id uuid not null references persons (id) on delete cascade,
    topic_id uuid not null references topics (id) on delete cascade,
    last_number integer not null check (last_number >= 0),
    primary key (person_id, topic_id)
  )`.execute(db)
}
