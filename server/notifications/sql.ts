import { type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
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
          // Somebody who has left since is nobody any more.
          sql<
            string | null
          >`(select persons.id from persons where persons.id = ${row.actorId}::uuid)`.as('actorId'),
          sql<string>`${JSON.stringify(row.details)}::jsonb`.as('details'),
          sql<Date>`${row.at}::timestamptz`.as('at'),
          sql<Date | null>`${row.mailDueAt}::timestamptz`.as('mailDueAt'),
        ])
        .distinct()
        // Two events at once lock the same lines in the same order.
        .orderBy('audience.personId'),
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
          // What was mailed already waits anew; what still waits keeps the earlier time (least ignores null).
          mailDueAt: sql<Date | null>`case when notifications.mailed_at is null
            then least(notifications.mail_due_at, excluded.mail_due_at) else excluded.mail_due_at end`,
          mailedAt: null,
        })),
    )
    .returning('personId')
    .execute()
  return rows.map((row) => row.personId)
}

export type Line = Awaited<ReturnType<typeof listLines>>[number]
export type Cursor = { at: Date; id: string }

/** Lines of one bell, the newest first, older than the cursor when there is one. */
export function listLines(personId: string, before: Cursor | null, limit: number) {
  let query = db()
    .selectFrom('notifications')
    .leftJoin('persons as actor', 'actor.id', 'notifications.actorId')
    .where('notifications.personId', '=', personId)
  if (before)
    query = query.where((eb) =>
      eb(eb.refTuple('notifications.at', 'notifications.id'), '<', eb.tuple(before.at, before.id)),
    )
  return query
    .select(LINE)
    .orderBy('notifications.at', 'desc')
    .orderBy('notifications.id', 'desc')
    .limit(limit)
    .execute()
}

const LINE = [
  'notifications.id',
  'notifications.kind',
  'notifications.thingKind',
  'notifications.thingId',
  'notifications.count',
  'notifications.details',
  'notifications.at',
  'notifications.readAt',
  'actor.firstName',
  'actor.lastName',
] as const

/** What the unread lines of a bell point at, the newest first. */
export function listUnreadPointers(personId: string, limit: number) {
  return db()
    .selectFrom('notifications')
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .select(['thingKind', 'thingId'])
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export function findLine(id: string) {
  return db()
    .selectFrom('notifications')
    .where('id', '=', id)
    .select(['id', 'personId', 'thingKind', 'thingId', 'at'])
    .executeTakeFirst()
}

/** Marks unread lines of a person as read: one, those about things, or all. @returns how many there were */
export async function updateRead(
  personId: string,
  which: { id: string } | { things: { kind: string; id: string }[] } | 'all',
  now: Date,
): Promise<number> {
  let query = db()
    .updateTable('notifications')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
  if (which !== 'all' && 'id' in which) query = query.where('id', '=', which.id)
  if (which !== 'all' && 'things' in which)
    query = query.where(sql<SqlBool>`(thing_kind, thing_id) in (select * from
      unnest(${which.things.map(({ kind }) => kind)}::text[], ${which.things.map(({ id }) => id)}::uuid[]))`)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Active persons with something unread whose mail is due, those waiting longest first. */
export async function listPersonsDue(now: Date, limit: number): Promise<string[]> {
  const rows = await db()
    .selectFrom('notifications')
    .innerJoin('persons', 'persons.id', 'notifications.personId')
    .where('persons.isActive', '=', true)
    .where('mailedAt', 'is', null)
    .where('readAt', 'is', null)
    .where('mailDueAt', '<=', now)
    .groupBy('personId')
    .orderBy((eb) => eb.fn.min('mailDueAt'))
    .select('personId')
    .limit(limit)
    .execute()
  return rows.map((row) => row.personId)
}

/** The lines of one person that are due to be mailed, the oldest first. */
export function listLinesDue(personId: string, now: Date) {
  return (
    db()
      .selectFrom('notifications')
      .leftJoin('persons as actor', 'actor.id', 'notifications.actorId')
      .where('notifications.personId', '=', personId)
      .where('mailedAt', 'is', null)
      .where('readAt', 'is', null)
      .where('mailDueAt', '<=', now)
      .select(LINE)
      .orderBy('notifications.at')
      // Of what came at the same moment nothing is first; but it is the same each time.
      .orderBy('notifications.id')
      .execute()
  )
}

/** Notes the mail. A line on which more was counted in the meantime is left: its mail is still to come. */
export async function updateMailed(lines: Pick<Line, 'id' | 'count'>[], now: Date): Promise<void> {
  await sql`update notifications set mailed_at = ${now}
    from unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.count)}::int[])
      as sent (id, count)
    where notifications.id = sent.id and notifications.count = sent.count`.execute(db())
}

export async function removeOlderThan(before: Date): Promise<void> {
  await db().deleteFrom('notifications').where('at', '<', before).execute()
}

export function findAddress(personId: string) {
  return db()
    .selectFrom('persons')
    .where('id', '=', personId)
    .select('email')
    .executeTakeFirstOrThrow()
}
