import { type Kysely, sql } from 'kysely'

/**
 * One thing points at another (product.md, section 1). Kinds are those of server/platform/things.ts, so there
 * is no foreign key: a pointer at something gone shows nothing, and reading filters by the reader's rights.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table thing_references (
    from_kind text not null check (from_kind ~ '^[a-z][a-z-]{0,39}$'),
    from_id uuid not null,
    to_kind text not null check (to_kind ~ '^[a-z][a-z-]{0,39}$'),
    to_id uuid not null,
    kind text not null check (kind in ('mention', 'relation')),
    created_at timestamptz not null,
    primary key (from_kind, from_id, kind, to_kind, to_id),
    constraint not_itself check (from_kind <> to_kind or from_id <> to_id)
  )`.execute(db)
  await sql`create index thing_references_back on thing_references
    (to_kind, to_id, kind desc, created_at desc, from_kind desc, from_id desc)`.execute(db)
}
