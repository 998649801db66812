import { type Kysely, sql } from 'kysely'

/** What a school leaves to the one that carries it on: lessons, talks, counts, needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lesson_former_schools (
    lesson_id uuid not null references lesson_concepts (id) on delete cascade,
    school_id uuid not null references schools (id),
    until timestamptz not null,
    primary key (lesson_id, school_id)
  )`.execute(db)
  await sql`create index lesson_former_schools_of on lesson_former_schools (school_id)`.execute(db)
  // Both schools may have taken over the same lesson: each copy was worked on, both stay.
  await sql`alter table lesson_concepts add column is_inherited boolean not null default false`.execute(
    db,
  )
  await sql`drop index lesson_concepts_adopted_once`.execute(db)
  await sql`create unique index lesson_concepts_adopted_once on lesson_concepts (school_id, adopted_from)
    where adopted_from is not null and deleted_at is null and not is_inherited`.execute(db)
  // The school with which a talk was held, where another one carries it on; both may have had theirs in one round.
  await sql`alter table equipment_talks
    add column held_as text not null default '' check (length(held_as) <= 200)`.execute(db)
  await sql`alter table equipment_talks drop constraint equipment_talks_cycle_id_school_id_key`.execute(
    db,
  )
  await sql`create unique index equipment_talks_one_a_round on equipment_talks (cycle_id, school_id)
    where held_as = ''`.execute(db)
}
