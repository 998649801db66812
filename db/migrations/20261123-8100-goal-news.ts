import { type Kysely, sql } from 'kysely'

/** What has been said of goals already, so that nobody hears it twice; check-ins stay as they were said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The day that owners were told of: another day is told anew.
  for (const table of ['concept_goals', 'goal_measures'])
    await sql`alter table ${sql.table(table)} add column told_near date, add column told_due date`.execute(
      db,
    )
  await sql`create index concept_goals_due on concept_goals (due_on)
    where deleted_at is null and status in ('planned', 'active')`.execute(db)
  await sql`create index goal_measures_due on goal_measures (due_on)
    where deleted_at is null and status in ('open', 'doing', 'blocked')`.execute(db)
  // A state of a linked thing that the owners of a goal were told of.
  await sql`create table goal_link_news (
    goal_id uuid not null references concept_goals (id) on delete cascade,
    thing_kind text not null check (length(thing_kind) <= 40),
    thing_id uuid not null,
    state text not null check (length(state) <= 40),
    at timestamptz not null,
    primary key (goal_id, thing_kind, thing_id, state)
  )`.execute(db)
  await sql`create function keep_check_ins() returns trigger language plpgsql as $$
    begin
      -- A person who leaves takes their name along; what was said stays.
      if (to_jsonb(old) - 'by_id') is distinct from (to_jsonb(new) - 'by_id')
        or (new.by_id is not null and new.by_id is distinct from old.by_id) then
        raise exception 'check-ins are appended, never changed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger check_ins_stay before update on goal_check_ins
    for each row execute function keep_check_ins()`.execute(db)
}
