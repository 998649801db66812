import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { TalkAgreements } from '#db/types.ts'
import type { Side } from '../contract.ts'

export function listAgreements(talkId: string) {
  return db()
    .selectFrom('talkAgreements')
    .where('talkId', '=', talkId)
    .select(['id', 'text', 'doneAt'])
    .select([sql<Side>`owner`.as('owner'), sql<string | null>`due::text`.as('due')])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** The same form twice is one agreement. */
export function findByKey(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('talkAgreements')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

export async function insertAgreement(row: Insertable<TalkAgreements>): Promise<void> {
  await db().insertInto('talkAgreements').values(row).execute()
}

export async function removeAgreement(talkId: string, id: string): Promise<void> {
  await db()
    .deleteFrom('talkAgreements')
    .where('talkId', '=', talkId)
    .where('id', '=', id)
    .execute()
}

export async function setDone(
  { talkId, id }: { talkId: string; id: string },
  done: { doneAt: Date; doneBy: string } | { doneAt: null; doneBy: null },
): Promise<void> {
  await db()
    .updateTable('talkAgreements')
    .set(done)
    .where('talkId', '=', talkId)
    .where('id', '=', id)
    .execute()
}
