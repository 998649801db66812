import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { GoalLinkNews } from '#db/types.ts'

/** Goals still worked on that people have connected with a thing, whichever of the two points. */
export async function listLinkedGoals(thing: { kind: string; id: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select g.id from concept_goals g
    where g.deleted_at is null and g.status in ('idea', 'planned', 'active') and g.id in (
      select r.from_id from thing_references r where r.to_kind = ${thing.kind}
        and r.to_id = ${thing.id}::uuid and r.from_kind = 'concept-goal' and r.kind = 'relation'
      union
      select r.to_id from thing_references r where r.from_kind = ${thing.kind}
        and r.from_id = ${thing.id}::uuid and r.to_kind = 'concept-goal' and r.kind = 'relation')
    order by g.id`.execute(db())
  return rows.map(({ id }) => id)
}

/** @returns false when its owners were told of this state */
export async function noteNews(row: Insertable<GoalLinkNews>): Promise<boolean> {
  const made = await db()
    .insertInto('goalLinkNews')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('goalId')
    .executeTakeFirst()
  return made !== undefined
}

/** 'completed' or 'stopped', once a Vorhaben is over. */
export function findEnd(projectId: string) {
  return db()
    .selectFrom('projects')
    .where('id', '=', projectId)
    .where('deletedAt', 'is', null)
    .where('status', 'in', ['completed', 'stopped'])
    .select('status')
    .executeTakeFirst()
}
