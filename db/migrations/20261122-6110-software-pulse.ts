import { type Kysely, sql } from 'kysely'

/** Of these the directory's list is derived. */
const SOURCES = [
  ...['software_products', 'software_scenarios', 'software_reach', 'releases', 'opinions'],
  ...['review_cases', 'review_case_scenarios'],
]

/**
 * A beat that is another one after every change of what the directory is derived of: who has derived it keeps it for as
 * long as the beat is the same. It changes last of all in its transaction, so nobody waits for it longer than a commit.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table software_pulse (
    is_only boolean primary key default true check (is_only),
    beat uuid not null
  )`.execute(db)
  await sql`create function beat_software() returns trigger language plpgsql as $$
    begin
      if current_setting('lernen25.software_beat', true) is distinct from pg_current_xact_id()::text then
        perform set_config('lernen25.software_beat', pg_current_xact_id()::text, true);
        insert into software_pulse (beat) values (gen_random_uuid())
          on conflict (is_only) do update set beat = excluded.beat;
      end if;
      return null;
    end $$`.execute(db)
  for (const table of SOURCES)
    await sql`create constraint trigger ${sql.id(`${table}_beats`)} after insert or update or delete
      on ${sql.table(table)} deferrable initially deferred for each row execute function beat_software()`.execute(
      db,
    )
}
