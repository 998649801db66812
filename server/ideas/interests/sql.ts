import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { IdeaInterests } from '#db/types.ts'

const MOST_SHOWN = 300

/** Who joined an idea and what was merged into it, by school. */
export function listInterests(ideaId: string) {
  return db()
    .selectFrom('ideaInterests')
    .innerJoin('ideas', 'ideas.id', 'ideaInterests.ideaId')
    .innerJoin('persons', 'persons.id', 'ideaInterests.personId')
    .innerJoin('schools', 'schools.id', 'ideaInterests.schoolId')
    .where((eb) => eb.or([eb('ideas.id', '=', ideaId), eb('ideas.mergedInto', '=', ideaId)]))
    .select([
      'ideaInterests.personId',
      'ideaInterests.schoolId',
      'ideaInterests.note',
      'ideaInterests.at',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
      'schools.slug as schoolSlug',
      sql<string | null>`case when ideas.id <> ${ideaId} then ideas.title end`.as('mergedTitle'),
    ])
    .orderBy('schools.name')
    .orderBy('ideaInterests.at')
    .orderBy('ideaInterests.personId')
    .limit(MOST_SHOWN)
    .execute()
}

/** @returns true when the person was not in before; else school and note are as said now */
export async function upsertInterest(row: Insertable<IdeaInterests>): Promise<boolean> {
  const { isNew } = await db()
    .insertInto('ideaInterests')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['ideaId', 'personId']).doUpdateSet((eb) => ({
        schoolId: eb.ref('excluded.schoolId'),
        note: eb.ref('excluded.note'),
      })),
    )
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow()
  return isNew
}

/** From the idea and from what was merged into it: on the page it is one. */
export async function removeInterest(ideaId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('ideaInterests')
    .using('ideas')
    .whereRef('ideas.id', '=', 'ideaInterests.ideaId')
    .where((eb) => eb.or([eb('ideas.id', '=', ideaId), eb('ideas.mergedInto', '=', ideaId)]))
    .where('ideaInterests.personId', '=', personId)
    .execute()
}

/** The author, and the authors of what was merged into it. */
export const authorsOf = (ideaId: string) =>
  db()
    .selectFrom('ideas')
    .where((eb) => eb.or([eb('id', '=', ideaId), eb('mergedInto', '=', ideaId)]))
    .where('authorId', 'is not', null)
    .select('authorId as personId')
    .$narrowType<{ personId: string }>()

/** The authors of these two. */
export const authorsOfBoth = (ids: string[]) =>
  db()
    .selectFrom('ideas')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('authorId', 'is not', null)
    .select('authorId as personId')
    .$narrowType<{ personId: string }>()

/** All who joined it or what was merged into it, and the authors. */
export const everybodyIn = (ideaId: string) =>
  authorsOf(ideaId).union(
    db()
      .selectFrom('ideaInterests')
      .innerJoin('ideas', 'ideas.id', 'ideaInterests.ideaId')
      .where((eb) => eb.or([eb('ideas.id', '=', ideaId), eb('ideas.mergedInto', '=', ideaId)]))
      .select('ideaInterests.personId'),
  )

export async function listPeople(ideaId: string): Promise<string[]> {
  const rows = await everybodyIn(ideaId).execute()
  return rows.map(({ personId }) => personId)
}
