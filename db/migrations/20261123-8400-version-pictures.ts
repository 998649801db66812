import { type Kysely, sql } from 'kysely'

/**
 * Pictures of frozen sections. Each section has copies of its own, so that who reads a section reads its pictures and
 * no others, and a picture that is deleted in the chapter stays in the version. The text goes on naming the picture of
 * the chapter: two versions with the same picture have the same text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table concept_version_sections add column id uuid not null default gen_random_uuid()`.execute(
    db,
  )
  await sql`create unique index concept_version_sections_id on concept_version_sections (id)`.execute(
    db,
  )
  await sql`create table concept_version_pictures (
    section_id uuid not null references concept_version_sections (id) on delete cascade,
    file_id uuid not null,
    copy_id uuid not null references files (id),
    primary key (section_id, file_id)
  )`.execute(db)
  await sql`create index concept_version_pictures_of on concept_version_pictures (copy_id)`.execute(
    db,
  )
  await sql`create trigger version_pictures_stay before update on concept_version_pictures
    for each row execute function keep_version_parts()`.execute(db)
  await sql`create trigger version_reflections_stay before update on concept_version_reflections
    for each row execute function keep_version_parts()`.execute(db)
  // What waits for the Schulleitung is looked for on each page of "Heute".
  await sql`create index concepts_submitted on concepts (school_id) where submitted_at is not null`.execute(
    db,
  )
}
