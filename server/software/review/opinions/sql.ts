import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Opinions } from '#db/types.ts'
import type { Condition, Verdict } from '../../standing/contract.ts'
import type { DecisionDraft, DpiaState, RiskLevel } from './contract.ts'

export async function updateDraft(
  id: string,
  { draft, internalNote }: { draft: DecisionDraft; internalNote: string },
): Promise<void> {
  await db()
    .updateTable('reviewCases')
    .set({ draft: JSON.stringify(draft), internalNote, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function setEditor(caseId: string, personId: string, at: Date): Promise<void> {
  await db()
    .insertInto('reviewAssignees')
    .values({ caseId, personId, at })
    .onConflict((conflict) => conflict.columns(['caseId', 'personId']).doUpdateSet({ at }))
    .execute()
}

/** Who saved last. */
export async function findEditor(caseId: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('reviewAssignees as a')
    .innerJoin('persons as p', 'p.id', 'a.personId')
    .where('a.caseId', '=', caseId)
    .orderBy('a.at', 'desc')
    .select(sql<string>`p.first_name || ' ' || p.last_name`.as('name'))
    .executeTakeFirst()
  return row?.name
}

/** @throws a violation of the unique key where an opinion about this use is given in this case already */
export function insertOpinions(rows: Insertable<Opinions>[]) {
  return db()
    .insertInto('opinions')
    .values(rows)
    .returning(['id', 'number', 'scenarioId'])
    .execute()
}

export function listOpinions(caseId: string) {
  return db()
    .selectFrom('opinions as o')
    .innerJoin('softwareScenarios as s', 's.id', 'o.scenarioId')
    .innerJoin('softwareVariants as v', 'v.id', 's.variantId')
    .where('o.caseId', '=', caseId)
    .orderBy('o.number')
    .select([
      'o.number',
      'o.signedName',
      'o.signedOffice',
      'o.givenAt',
      'o.reasoning',
      'o.alternative',
      'o.graceText',
      'o.recommendedUntil',
      's.label',
      'v.name as variant',
      sql<Verdict>`o.verdict`.as('verdict'),
      sql<RiskLevel>`o.risk_level`.as('riskLevel'),
      sql<DpiaState>`o.dpia`.as('dpia'),
      sql<Condition[]>`o.conditions`.as('conditions'),
    ])
    .execute()
}

/** The office somebody signs for, as it is called. */
export async function findOffice(personId: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('memberships as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .where('m.personId', '=', personId)
    .where('m.role', '=', 'school_dpo')
    .where('m.state', '=', 'confirmed')
    .select('o.name')
    .executeTakeFirst()
  return row?.name
}
