import { type Kysely, sql } from 'kysely'

/**
 * A proposed network goal carries the day until which schools comment on it (R4-4: proposal, comments, decision with
 * reasons). Then it is put in force or taken back; what was taken back frees the place of a new wording.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table network_goals
    add column comments_until date,
    add column decision text not null default '' check (length(decision) <= 1000)`.execute(db)
  await sql`update network_goals set comments_until = (created_at at time zone 'Europe/Berlin')::date + 28
    where kind = 'network' and state = 'draft'`.execute(db)
  await sql`alter table network_goals
    drop constraint network_goals_state_check,
    add constraint network_goals_state_check check (state in ('draft', 'in_force', 'ended', 'withdrawn')),
    add constraint network_goals_comments check (kind = 'network' or comments_until is null),
    add constraint network_goals_withdrawn check (state <> 'withdrawn' or decision <> ''),
    drop constraint network_goals_replaces_key`.execute(db)
  await sql`create unique index network_goals_replaces on network_goals (replaces) where state <> 'withdrawn'`.execute(
    db,
  )
  await sql`create index network_goals_commented on network_goals (comments_until)
    where state = 'draft' and kind = 'network'`.execute(db)
  await sql`create table network_goal_comments (
    id uuid primary key default gen_random_uuid(),
    goal_id uuid not null references network_goals (id) on delete cascade,
    school_id uuid not null references schools (id),
    body text not null check (length(body) between 1 and 2000),
    -- Hidden by the SMZ, with what its author is told.
    hidden_reason text check (length(hidden_reason) between 1 and 300),
    author_id uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    client_key uuid not null,
    unique (author_id, client_key)
  )`.execute(db)
  await sql`create index network_goal_comments_of on network_goal_comments (goal_id, created_at, id)`.execute(
    db,
  )
  await sql`create index network_goal_comments_school on network_goal_comments (school_id)`.execute(
    db,
  )
}
