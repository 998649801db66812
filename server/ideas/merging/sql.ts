import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { IdeaState } from '../contract.ts'

/** What merging has to know of the two, as they stand under lock. */
export function listForMerging(ids: string[]) {
  return db()
    .selectFrom('ideas')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'number', 'title', 'authorId', 'mergedInto', 'mergedAt'])
    .select([
      sql<IdeaState>`state`.as('state'),
      sql<boolean>`exists (select from ideas as child where child.merged_into = ideas.id)`.as(
        'hasMerged',
      ),
    ])
    .execute()
}

export type Mergeable = Awaited<ReturnType<typeof listForMerging>>[number]

/** What was merged into an idea, with whose it was. */
export function listMerged(ideaId: string) {
  return db()
    .selectFrom('ideas')
    .leftJoin('persons', 'persons.id', 'ideas.authorId')
    .leftJoin('schools', 'schools.id', 'ideas.schoolId')
    .where('ideas.mergedInto', '=', ideaId)
    .select([
      'ideas.id',
      'ideas.title',
      'ideas.problem',
      'ideas.learnersNeed',
      'ideas.authorId',
      'ideas.mergedAt',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
    ])
    .orderBy('ideas.mergedAt')
    .orderBy('ideas.id')
    .execute()
}
