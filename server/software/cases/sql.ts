import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ReviewCases, ReviewEvents } from '#db/types.ts'
import type { CaseOutcome, CaseReason, Priority, ReviewState } from './contract.ts'

/** From here to the end of the transaction nobody else moves this case. */
export function lockCase(by: { id: string } | { number: number }) {
  return db()
    .selectFrom('reviewCases')
    .where('id' in by ? 'id' : 'number', '=', 'id' in by ? by.id : by.number)
    .selectAll()
    .select([
      sql<ReviewState>`state`.as('state'),
      sql<CaseReason>`reason`.as('reason'),
      sql<Priority>`priority`.as('priority'),
      sql<CaseOutcome | null>`outcome`.as('outcome'),
    ])
    .forUpdate()
    .executeTakeFirst()
}

/** @returns undefined when there is an open case of the product, or this very one, already */
export function insertCase(row: Insertable<ReviewCases>) {
  return db()
    .insertInto('reviewCases')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('reviewCases')
    .where('requestedBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number', 'productId'])
    .executeTakeFirst()
}

export async function updateCase(id: string, row: Updateable<ReviewCases>): Promise<void> {
  await db().updateTable('reviewCases').set(row).where('id', '=', id).execute()
}

export async function insertEvent(row: Insertable<ReviewEvents>): Promise<void> {
  await db().insertInto('reviewEvents').values(row).execute()
}

export async function insertScenarios(caseId: string, scenarioIds: string[]): Promise<void> {
  if (scenarioIds.length === 0) return
  await db()
    .insertInto('reviewCaseScenarios')
    .values(scenarioIds.map((scenarioId) => ({ caseId, scenarioId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The catalogue that new cases are reviewed by. */
export async function findCatalogue(today: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('reviewCatalogues')
    .where('validFrom', '<=', today)
    .orderBy('validFrom', 'desc')
    .orderBy('version', 'desc')
    .select('version')
    .executeTakeFirst()
  return row?.version
}
