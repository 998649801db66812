import { type Insertable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { db } from '#db/client.ts'
import type { ConceptChanges, Concepts } from '#db/types.ts'

export type ConceptRow = NonNullable<Awaited<ReturnType<typeof findConcept>>>

/**
 * A concept with its school and what the person is in it. By the address of its school: the living one first; a school
 * that was merged leads to the one that carries on (`schoolSlug` is another one then).
 */
export function findConcept(by: { slug: string } | { id: string }, personId: string | null) {
  let query = db()
    .selectFrom('concepts as c')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .leftJoin('concepts as heir', 'heir.id', 'c.succeededBy')
    .select([
      'c.id',
      'c.title',
      'c.state',
      'c.version',
      'c.publishedVersionId',
      'c.submittedAt',
      'c.submittedNote',
      'c.returnedNote',
      'c.changedAt',
      's.id as schoolId',
      's.slug as schoolSlug',
      's.name as schoolName',
      's.schoolForm',
      'heir.schoolId as heirSchoolId',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('conceptPeople as p')
          .whereRef('p.conceptId', '=', 'c.id')
          .where('p.personId', '=', personId)
          .select(['p.role', 'p.subject']),
      ).as('own'),
    )
  query =
    'id' in by
      ? query.where('c.id', '=', by.id)
      : query
          .where((eb) =>
            eb.or([
              eb('s.slug', '=', by.slug),
              eb(
                'c.id',
                'in',
                eb
                  .selectFrom('conceptFormerSchools as f')
                  .innerJoin('schools as old', 'old.id', 'f.schoolId')
                  .where('old.slug', '=', by.slug)
                  .select('f.conceptId'),
              ),
            ]),
          )
          // A school that got a concept of its own again is asked for that one.
          .orderBy((eb) => eb.case().when('s.slug', '=', by.slug).then(0).else(1).end())
          .orderBy((eb) => eb.case().when('c.state', '=', 'active').then(0).else(1).end())
  return query.limit(1).executeTakeFirst()
}

/** Concepts with what the person is in each, for cards and lists. */
const lines = (personId: string | null) =>
  db()
    .selectFrom('concepts as c')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .leftJoin('concepts as heir', 'heir.id', 'c.succeededBy')
    .leftJoin('conceptVersions as v', 'v.id', 'c.publishedVersionId')
    .select([
      'c.id',
      'c.title',
      'c.state',
      's.id as schoolId',
      's.slug as schoolSlug',
      's.name as schoolName',
      'heir.schoolId as heirSchoolId',
      'v.status as versionStatus',
      'v.scope as versionScope',
      'v.number as versionNumber',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('conceptPeople as p')
          .whereRef('p.conceptId', '=', 'c.id')
          .where('p.personId', '=', personId)
          .select(['p.role', 'p.subject']),
      ).as('own'),
    )

export const listConcepts = (ids: string[], personId: string | null) =>
  lines(personId)
    .where('c.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

/** Living concepts that the person can have to do with: of these schools, or in which they are somebody. */
export const listAround = (personId: string, schoolIds: string[]) =>
  lines(personId)
    .where('c.state', '=', 'active')
    .where('c.id', 'in', (eb) =>
      eb
        .selectFrom('concepts as own')
        .where('own.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
        .where('own.state', '=', 'active')
        .select('own.id')
        .union(
          eb
            .selectFrom('conceptPeople as in')
            .where('in.personId', '=', personId)
            .select('in.conceptId as id'),
        ),
    )
    .execute()

/** @returns undefined when the school has a living one, or this very form made it before */
export function insertConcept(row: Insertable<Concepts>) {
  return db()
    .insertInto('concepts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Whoever changes a concept waits here for the others, so that counts and versions are exact. */
export async function lockConcept(id: string): Promise<void> {
  await db().selectFrom('concepts').where('id', '=', id).select('id').forUpdate().execute()
}

export async function touch(id: string, at: Date): Promise<void> {
  await db().updateTable('concepts').set({ changedAt: at }).where('id', '=', id).execute()
}

export async function insertChange(row: Insertable<ConceptChanges>): Promise<void> {
  await db().insertInto('conceptChanges').values(row).execute()
}
