import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** @returns undefined when this very form was sent before */
export function insertBarrier(row: {
  description: string
  page: string
  contact: string
  at: Date
  clientKey: string
}) {
  return db()
    .insertInto('barrierReports')
    .values(row)
    .onConflict((conflict) => conflict.column('clientKey').doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByClientKey(clientKey: string) {
  return db()
    .selectFrom('barrierReports')
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()
}

export function findBarrier(id: string) {
  return db()
    .selectFrom('barrierReports')
    .where('id', '=', id)
    .select(['id', 'number', 'description', 'contact', 'answer', 'handledAt'])
    .executeTakeFirst()
}

export function updateHandled(id: string, by: string, answer: string, now: Date) {
  return db()
    .updateTable('barrierReports')
    .set({ handledAt: now, handledBy: by, answer })
    .where('id', '=', id)
    .where('handledAt', 'is', null)
    .returning(['id', 'number'])
    .executeTakeFirst()
}

const listForDesk = () =>
  db()
    .selectFrom('barrierReports')
    .leftJoin('persons as handler', 'handler.id', 'barrierReports.handledBy')
    .select([
      'barrierReports.id',
      'barrierReports.number',
      'barrierReports.page',
      'barrierReports.description',
      'barrierReports.contact',
      'barrierReports.at',
      'barrierReports.answer',
      'barrierReports.handledAt',
      'handler.firstName',
      'handler.lastName',
    ])

export type BarrierRow = Awaited<ReturnType<typeof listOpen>>[number]

export function listOpen(limit: number) {
  return listForDesk().where('handledAt', 'is', null).orderBy('number').limit(limit).execute()
}

export async function listHandled(page: number, size: number) {
  const rows = await listForDesk()
    .where('handledAt', 'is not', null)
    .orderBy('handledAt', 'desc')
    .orderBy('number', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await db()
    .selectFrom('barrierReports')
    .where('handledAt', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export function listBarriers(ids: string[]) {
  return db()
    .selectFrom('barrierReports')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'number'])
    .execute()
}

/** Contacts are not needed once the answer has long been sent. */
export async function removeContacts(handledBefore: Date): Promise<void> {
  await db()
    .updateTable('barrierReports')
    .set({ contact: '' })
    .where('handledAt', '<', handledBefore)
    .where('contact', '!=', '')
    .execute()
}
