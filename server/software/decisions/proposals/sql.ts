import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Condition } from '../../standing/contract.ts'

/** What a proposal says, as it waits. */
export type Proposed = { opinionId: string; conditions: Condition[]; validUntil: string }

/** @returns undefined when one waits already */
export function insertProposal(row: {
  caseId: string
  scenarioId: string
  proposedBy: string
  proposedAt: Date
  reason: string
  content: Proposed
}) {
  return db()
    .insertInto('releaseProposals')
    .values({ ...row, content: JSON.stringify(row.content) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export function findProposal(id: string) {
  return db()
    .selectFrom('releaseProposals as p')
    .innerJoin('reviewCases as k', 'k.id', 'p.caseId')
    .innerJoin('persons', 'persons.id', 'p.proposedBy')
    .where('p.id', '=', id)
    .select(['p.id', 'p.caseId', 'p.scenarioId', 'p.proposedBy', 'p.reason', 'p.settledAt'])
    .select('p.proposedAt')
    .select(['k.productId', 'k.requestedBy', 'persons.firstName', 'persons.lastName'])
    .select(sql<Proposed>`p.content`.as('content'))
    .executeTakeFirst()
}

/** @returns false when somebody else has settled it in the meantime */
export async function settle(id: string, as: string, at: Date): Promise<boolean> {
  const row = await db()
    .updateTable('releaseProposals')
    .set({ settledAt: at, settledAs: as })
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Did the Schulträger say no after this? */
export async function hasRefusalSince(scenarioId: string, at: Date): Promise<boolean> {
  const row = await db()
    .selectFrom('releaseRefusals')
    .where('scenarioId', '=', scenarioId)
    .where('decidedAt', '>', at)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Has something been released after this opinion? */
export async function hasReleaseSince(scenarioId: string, opinionId: string): Promise<boolean> {
  const row = await db()
    .selectFrom('releases as r')
    .innerJoin('opinions as o', 'o.scenarioId', 'r.scenarioId')
    .where('o.id', '=', opinionId)
    .where('r.scenarioId', '=', scenarioId)
    .where('r.kind', '<>', 'pilot')
    .where('r.endedAt', 'is', null)
    .whereRef('r.decidedAt', '>=', 'o.givenAt')
    .select('r.id')
    .executeTakeFirst()
  return row !== undefined
}
