import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { FundingProofs } from '#db/types.ts'

export function listProofs(applicationId: string) {
  return db()
    .selectFrom('fundingProofs as p')
    .leftJoin('persons', 'persons.id', 'p.createdBy')
    .where('p.applicationId', '=', applicationId)
    .orderBy('p.spentOn')
    .orderBy('p.id')
    .select([
      'p.id',
      'p.text',
      'p.amountCents',
      'p.spentOn',
      sql<string | null>`persons.first_name || ' ' || persons.last_name`.as('by'),
    ])
    .execute()
}

export function countProofs(applicationId: string) {
  return db()
    .selectFrom('fundingProofs')
    .where('applicationId', '=', applicationId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('fundingProofs')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

export async function insertProof(row: Insertable<FundingProofs>): Promise<void> {
  await db().insertInto('fundingProofs').values(row).execute()
}

/** @returns what was removed, when it belonged there */
export function removeProof(applicationId: string, id: string) {
  return db()
    .deleteFrom('fundingProofs')
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .returning(['id', 'amountCents'])
    .executeTakeFirst()
}
