import { type Kysely, sql } from 'kysely'

/** A deleted entry of the matrix stays for who brings it back; its place is free at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table concept_cells add column deleted_at timestamptz`.execute(db)
  await sql`alter table concept_cells
    drop constraint concept_cells_concept_id_competency_subject_grade_level_key`.execute(db)
  await sql`create unique index concept_cells_one on concept_cells (concept_id, competency, subject, grade_level)
    where deleted_at is null`.execute(db)
  await sql`create index concept_cells_of on concept_cells (concept_id)`.execute(db)
}
