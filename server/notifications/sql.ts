import { type SelectQueryBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DB } from '#db/types.ts'

/** A query that answers with persons; made in the sql.ts of the area whose thing it is. */
// The tables the query starts from are the area's business, so any will do.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Audience = SelectQueryBuilder<DB, any, { personId: string }>

export type NewNotification = {
  kind: string
  thingKind: string
  thingId: string
  actorId: string | null
  details: Record<string, unknown>
  at: Date
  mailDueAt: Date | null
}

/**
 * One statement for any number of persons. An unread line about the same thing is counted on instead of
 * doubled; its mail keeps the earlier due time. Who did it is never told of it.
 *
 * @returns the persons whose bell changed
 */
export async function insertForAudience(
  row: NewNotification,
  audience: Audience,
): Promise<string[]> {
  const rows = await db()
    .insertInto('notifications')
    .columns(['personId', 'kind', 'thingKind', 'thingId', 'actorId', 'details', 'at', 'mailDueAt'])
    .expression(
      db()
        .selectFrom(audience.as('audience'))
        .where('audience.personId', 'is distinct from', row.actorId)
        .select([
          'audience.personId',
          sql<string>`${row.kind}::text`.as('kind'),
          sql<string>`${row.thingKind}::text`.as('thingKind'),
          sql<string>`${row.thingId}::uuid`.as('thingId'),
          sql<string | null>`${row.actorId}::uuid`.as('actorId'),
          sql<string>`${JSON.stringify(row.details)}::jsonb`.as('details'),
          sql<Date>`${row.at}::timestamptz`.as('at'),
          sql<Date | null>`${row.mailDueAt}::timestamptz`.as('mailDueAt'),
        ])
        .distinct(),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'kind', 'thingKind', 'thingId'])
        .where('readAt', 'is', null)
        .doUpdateSet((eb) => ({
          count: eb('notifications.count', '+', 1),
          at: eb.ref('excluded.at'),
          actorId: eb.ref('excluded.actorId'),
          details: eb.ref('excluded.details'),
          mailDueAt: sql<Date | null>`least(coalesce(notifications.mail_due_at, excluded.mail_due_at),
            coalesce(excluded.mail_due_at, notifications.mail_due_at))`,
          mailedAt: null,
        })),
    )
    .returning('personId')
    .execute()
  return rows.map((row) => row.personId)
}
