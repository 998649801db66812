import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Living concepts with their schools, by name. */
export function listLiving() {
  return db()
    .selectFrom('concepts as c')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .where('c.state', '=', 'active')
    .select(['c.id', 's.slug', 's.name'])
    .orderBy('s.name')
    .execute()
}

/** A school, its living concept and how many versions that has. */
export function findWithConcept(slug: string) {
  return db()
    .selectFrom('schools as s')
    .leftJoin('concepts as c', (join) =>
      join.onRef('c.schoolId', '=', 's.id').on('c.state', '=', 'active'),
    )
    .where('s.slug', '=', slug)
    .select(['s.id as schoolId', 's.slug', 's.name', 'c.id as conceptId'])
    .select((eb) =>
      eb
        .selectFrom('conceptVersions as v')
        .whereRef('v.conceptId', '=', 'c.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('versions'),
    )
    .executeTakeFirst()
}

/** Both in the order of their ids, so that two who hand over crosswise do not wait for each other. */
export async function lockConcepts(ids: string[]): Promise<void> {
  await db()
    .selectFrom('concepts')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/** @returns false when the school has begun a concept of its own meanwhile */
export async function moveConcept(
  conceptId: string,
  { from, to }: { from: string; to: string },
  at: Date,
): Promise<boolean> {
  const moved =
    await sql`update concepts c set school_id = ${to}, changed_at = ${at}, version = version + 1
    where c.id = ${conceptId} and not exists (
      select from concepts other where other.school_id = ${to} and other.state = 'active')
    returning c.id`.execute(db())
  if (moved.rows.length === 0) return false
  await db()
    .insertInto('conceptFormerSchools')
    .values({ conceptId, schoolId: from, until: at })
    .onConflict((conflict) =>
      conflict.columns(['conceptId', 'schoolId']).doUpdateSet({ until: at }),
    )
    .execute()
  // Whose own concept it is again is no former school of it.
  await db()
    .deleteFrom('conceptFormerSchools')
    .where('conceptId', '=', conceptId)
    .where('schoolId', '=', to)
    .execute()
  return true
}

/** Concepts that this one carried on are carried on by the same school from now on. */
export async function archiveConcept(conceptId: string, heirId: string, at: Date): Promise<void> {
  await db()
    .updateTable('concepts')
    .set({ state: 'archived', succeededBy: heirId, changedAt: at, submittedAt: null })
    .where('id', '=', conceptId)
    .execute()
  await db()
    .updateTable('concepts')
    .set({ succeededBy: heirId })
    .where('succeededBy', '=', conceptId)
    .execute()
}
