import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Audience: who proposed it. */
export function requesterOf(caseId: string) {
  return db()
    .selectFrom('reviewCases')
    .where('id', '=', caseId)
    .where('requestedBy', 'is not', null)
    .select(sql<string>`requested_by`.as('personId'))
}

/** Audience: who proposed it, and who said "Mich auch". */
export function waitingFor(caseId: string) {
  return requesterOf(caseId).union(
    db().selectFrom('reviewDemands').where('caseId', '=', caseId).select('personId'),
  )
}
