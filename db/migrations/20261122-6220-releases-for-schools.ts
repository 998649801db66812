import { type Kysely, sql } from 'kysely'

/**
 * A release may hold for some schools only. Which they are stands in the release itself, so that it is as unchangeable as
 * the rest of it; the database sees to it that they exist and that a standard is one for all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table releases
    add constraint releases_schools check (cardinality(school_ids) between 1 and 60),
    add constraint releases_standard check (kind <> 'standard' or school_ids is null)`.execute(db)
  await sql`create function refuse_unknown_schools() returns trigger language plpgsql as $$
    begin
      if exists (select from unnest(new.school_ids) as named (id) where not exists (select from schools s where s.id = named.id))
      then raise exception 'a release names schools that exist'; end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger releases_name_schools before insert on releases
    for each row when (new.school_ids is not null) execute function refuse_unknown_schools()`.execute(
    db,
  )
  // Few releases are so limited; the directory asks which schools they name.
  await sql`create index releases_for_schools on releases (scenario_id) where school_ids is not null`.execute(
    db,
  )
}
