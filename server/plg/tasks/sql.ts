import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgTasks } from '#db/types.ts'
import type { MemberOf } from '../policy.ts'

function tasksOf({ plgId }: MemberOf, sessionId: string | undefined) {
  return db()
    .selectFrom('plgTasks')
    .leftJoin('persons', 'persons.id', 'plgTasks.assigneeId')
    .where('plgTasks.plgId', '=', plgId)
    .$if(sessionId !== undefined, (query) =>
      query.where('plgTasks.sessionId', '=', sessionId ?? ''),
    )
    .select([
      'plgTasks.id',
      'plgTasks.text',
      'plgTasks.assigneeId',
      'plgTasks.doneAt',
      'persons.firstName',
      'persons.lastName',
      'plgTasks.dueOn',
    ])
}

/** What is to be done, by its day. */
export function listOpen(proof: MemberOf, sessionId: string | undefined, limit: number) {
  return tasksOf(proof, sessionId)
    .where('plgTasks.doneAt', 'is', null)
    .orderBy(sql`plg_tasks.due_on nulls last`)
    .orderBy('plgTasks.createdAt')
    .limit(limit)
    .execute()
}

export function listDone(proof: MemberOf, sessionId: string | undefined, limit: number) {
  return tasksOf(proof, sessionId)
    .where('plgTasks.doneAt', 'is not', null)
    .orderBy('plgTasks.doneAt', 'desc')
    .limit(limit)
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertTask(row: Insertable<PlgTasks>) {
  return db()
    .insertInto('plgTasks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** @returns what it belongs to; undefined when it is no task of this PLG */
export function updateTask({ plgId }: MemberOf, id: string, row: Updateable<PlgTasks>) {
  return db()
    .updateTable('plgTasks')
    .set(row)
    .where('id', '=', id)
    .where('plgId', '=', plgId)
    .returning(['id', 'text', 'sessionId'])
    .executeTakeFirst()
}

export async function isInside({ plgId }: MemberOf, personId: string): Promise<boolean> {
  const row = await db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('personId', '=', personId)
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Audience: whose task it is, while it is to be done. */
export function assigneeToTell(taskId: string) {
  return db()
    .selectFrom('plgTasks')
    .where('id', '=', taskId)
    .where('doneAt', 'is', null)
    .where('assigneeId', 'is not', null)
    .select(sql<string>`assignee_id`.as('personId'))
}

export function listByIds(ids: string[]) {
  return db()
    .selectFrom('plgTasks')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'plgId', 'text'])
    .execute()
}
