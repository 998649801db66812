import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** @returns undefined when this very form was sent before */
export function insertReport(row: {
  reporterId: string
  thingKind: string
  thingId: string
  reason: string
  at: Date
  clientKey: string
}) {
  return db()
    .insertInto('reports')
    .values(row)
    .onConflict((conflict) => conflict.column('clientKey').doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Notes the answer; of two at the same moment one gets the row, the other nothing. */
export function updateHandled(id: string, by: string, answer: string, now: Date) {
  return db()
    .updateTable('reports')
    .set({ handledAt: now, handledBy: by, answer })
    .where('id', '=', id)
    .where('handledAt', 'is', null)
    .returning(['id', 'thingKind', 'thingId'])
    .executeTakeFirst()
}

export function findReport(id: string) {
  return db()
    .selectFrom('reports')
    .where('id', '=', id)
    .select(['id', 'handledAt'])
    .executeTakeFirst()
}

const DESK = [
  'reports.id',
  'reports.thingKind',
  'reports.thingId',
  'reports.reason',
  'reports.at',
  'reports.answer',
  'reports.handledAt',
  'reporter.firstName',
  'reporter.lastName',
  'handler.firstName as handlerFirstName',
  'handler.lastName as handlerLastName',
] as const

const listForDesk = () =>
  db()
    .selectFrom('reports')
    .leftJoin('persons as reporter', 'reporter.id', 'reports.reporterId')
    .leftJoin('persons as handler', 'handler.id', 'reports.handledBy')
    .select(DESK)

export type DeskRow = Awaited<ReturnType<typeof listOpen>>[number]

/** Open ones, those waiting longest first. */
export function listOpen(limit: number) {
  return listForDesk()
    .where('reports.handledAt', 'is', null)
    .orderBy('reports.at')
    .orderBy('reports.id')
    .limit(limit)
    .execute()
}

export async function listHandled(page: number, size: number) {
  const rows = await listForDesk()
    .where('reports.handledAt', 'is not', null)
    .orderBy('reports.handledAt', 'desc')
    .orderBy('reports.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await db()
    .selectFrom('reports')
    .where('handledAt', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** What one person reported about one thing, the newest first. */
export function listOwn(reporterId: string, thingKind: string, thingId: string) {
  return db()
    .selectFrom('reports')
    .where('reporterId', '=', reporterId)
    .where('thingKind', '=', thingKind)
    .where('thingId', '=', thingId)
    .select(['id', 'reason', 'at', 'answer', 'handledAt'])
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
}

export function listReports(ids: string[]) {
  return db()
    .selectFrom('reports')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'reporterId', 'thingKind', 'thingId'])
    .execute()
}

/** The person who sent a report, as an audience. */
export function listReporter(id: string) {
  return db()
    .selectFrom('reports')
    .innerJoin('persons', 'persons.id', 'reports.reporterId')
    .where('reports.id', '=', id)
    .select('persons.id as personId')
}

export async function removeHandledBefore(before: Date): Promise<void> {
  await db().deleteFrom('reports').where('handledAt', '<', before).execute()
}
