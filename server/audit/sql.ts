import type { Insertable } from 'kysely'
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

export function listActions() {
  return db().selectFrom('auditEntries').select('action').distinct().orderBy('action').execute()
}
