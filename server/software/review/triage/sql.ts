import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { CaseReason, Priority, ReviewState } from '../../cases/contract.ts'

/** Schools that want a case to be decided. */
const schoolsWaiting = sql<number>`schools_waiting(k.id, k.school_id)`

const waiting = () =>
  db()
    .selectFrom('reviewCases as k')
    .innerJoin('softwareProducts as p', 'p.id', 'k.productId')
    .where('k.state', 'in', ['submitted', 'triage'])

/** What nobody has looked through: urgent ones, then those many wait for, then the oldest. */
export async function listTriage({ size, offset }: { size: number; offset: number }) {
  const [rows, { total }] = await Promise.all([
    waiting()
      .leftJoin('schools as s', 's.id', 'k.schoolId')
      .select([
        'k.number',
        'k.submittedAt',
        'k.neededBy',
        'k.purpose',
        'p.name as app',
        's.name as school',
        sql<ReviewState>`k.state`.as('state'),
        sql<CaseReason>`k.reason`.as('reason'),
        sql<Priority>`k.priority`.as('priority'),
        schoolsWaiting.as('schools'),
      ])
      .orderBy(sql`array_position(array['high', 'normal', 'low'], k.priority)`)
      .orderBy('schools', 'desc')
      .orderBy('k.submittedAt')
      .orderBy('k.number')
      .limit(size)
      .offset(offset)
      .execute(),
    waiting()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

export async function updateProductState(id: string, from: string, to: string): Promise<void> {
  await db()
    .updateTable('softwareProducts')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .execute()
}

/** Exactly these uses, as far as they are of this product. @returns how many there are then */
export async function replaceUses(
  caseId: string,
  productId: string,
  uses: string[],
): Promise<number> {
  await db().deleteFrom('reviewCaseScenarios').where('caseId', '=', caseId).execute()
  const { rows } = await sql`insert into review_case_scenarios (case_id, scenario_id)
    select ${caseId}::uuid, id from software_scenarios
    where product_id = ${productId} and id = any(${uses}::uuid[]) returning 1`.execute(db())
  return rows.length
}

export async function countUses(caseId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('reviewCaseScenarios')
    .where('caseId', '=', caseId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
