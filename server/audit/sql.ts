import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { AuditEntries } from '#db/types.ts'

export async function insertEntry(row: Insertable<AuditEntries>): Promise<void> {
  await db().insertInto('auditEntries').values(row).execute()
}

const FIELDS = ['id', 'at', 'actorName', 'action', 'thingKind', 'thingId', 'details'] as const

/** The protocol, the newest first, a page of it. */
export async function listEntries(filter: {
  action?: string
  from?: Date
  until?: Date
  page: number
  size: number
}) {
  let query = db().selectFrom('auditEntries')
  if (filter.action) query = query.where('action', '=', filter.action)
  if (filter.from) query = query.where('at', '>=', filter.from)
  if (filter.until) query = query.where('at', '<', filter.until)
  const [rows, count] = await Promise.all([
    query
      .select(FIELDS)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(filter.size)
      .offset((filter.page - 1) * filter.size)
      .execute(),
    query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: count.total }
}

/** The few different actions: steps from one to the next in the index, however long the protocol is. */
export async function listActions(): Promise<{ action: string }[]> {
  const { rows } = await sql<{ action: string }>`with recursive step as (
      select min(action) as action from audit_entries
      union all
      select (select min(action) from audit_entries where action > step.action)
      from step where step.action is not null)
    select action from step where action is not null`.execute(db())
  return rows
}
