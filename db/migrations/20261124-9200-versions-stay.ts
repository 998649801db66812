import { type Kysely, sql } from 'kysely'

const FROZEN = [
  'concept_versions',
  'concept_version_sections',
  'concept_version_goals',
  'concept_version_marks',
  'concept_version_reflections',
  'concept_version_pictures',
]

/**
 * What is frozen is not deleted either, neither in whole nor in parts, nor along with its concept. An erased person is
 * taken out of it by the columns that name them, which may change; a version with something that must not be read is
 * withdrawn.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_version_delete() returns trigger language plpgsql as $$
    begin
      raise exception 'a frozen version is never deleted' using errcode = 'restrict_violation';
    end $$`.execute(db)
  for (const table of FROZEN)
    await sql`create trigger ${sql.id(`${table}_never_deleted`)} before delete on ${sql.id(table)}
      for each row execute function refuse_version_delete()`.execute(db)
}
