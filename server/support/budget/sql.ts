import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { FundingState } from '../contract.ts'

/** The budget of a year; from here to the end of the transaction nobody else grants from it or changes it. */
export function lockBudget(year: number) {
  return db()
    .selectFrom('fundingBudgets')
    .where('year', '=', year)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}

export function findBudget(year: number) {
  return db()
    .selectFrom('fundingBudgets')
    .where('year', '=', year)
    .select(['amountCents', 'committedCents', 'setAt'])
    .executeTakeFirst()
}

/** Counts a grant, or gives it back. The database refuses what the budget does not hold. */
export async function addCommitted(year: number, cents: number): Promise<void> {
  await db()
    .updateTable('fundingBudgets')
    .set((eb) => ({ committedCents: eb('committedCents', '+', cents) }))
    .where('year', '=', year)
    .execute()
}

/** Makes sure there is a row to lock. */
export async function insertBudget(year: number, setBy: string, setAt: Date): Promise<void> {
  await db()
    .insertInto('fundingBudgets')
    .values({ year, amountCents: 0, setBy, setAt })
    .onConflict((conflict) => conflict.column('year').doNothing())
    .execute()
}

export async function updateBudget(
  year: number,
  row: { amountCents: number; setBy: string; setAt: Date },
): Promise<void> {
  await db().updateTable('fundingBudgets').set(row).where('year', '=', year).execute()
}

export type ReportRow = Awaited<ReturnType<typeof listYear>>[number]

/** All of a year that was submitted once and is not withdrawn without a decision. */
export async function listYear(year: number, limit: number, offset: number) {
  const { rows } = await sql<{
    number: number
    projectTitle: string
    joining: string
    plgKind: string
    school: string
    state: FundingState
    requestedCents: number
    grantedCents: number
    paidCents: number
    spentCents: number
  }>`select number, project_title as "projectTitle", joining, plg_kind as "plgKind", school, state,
      requested_cents as "requestedCents", granted_cents as "grantedCents", paid_cents as "paidCents",
      spent_cents as "spentCents"
    from ${lines(year)} order by number limit ${limit} offset ${offset}`.execute(db())
  return rows
}

/** The same, added up. */
export async function sumYear(year: number) {
  const { rows } = await sql<{
    count: number
    requestedCents: number
    grantedCents: number
    paidCents: number
    spentCents: number
  }>`select count(*) as count, coalesce(sum(requested_cents), 0)::bigint as "requestedCents",
      coalesce(sum(granted_cents), 0)::bigint as "grantedCents",
      coalesce(sum(paid_cents), 0)::bigint as "paidCents",
      coalesce(sum(spent_cents), 0)::bigint as "spentCents"
    from ${lines(year)}`.execute(db())
  return rows[0] ?? { count: 0, requestedCents: 0, grantedCents: 0, paidCents: 0, spentCents: 0 }
}

const lines = (year: number) => sql`(
  select a.number, p.title as project_title, plgs.joining, plgs.kind as plg_kind, s.name as school, a.state,
    greatest(0, coalesce((select sum(quantity * unit_cents) from funding_items i
      where i.application_id = a.id), 0) - a.own_share_cents)::bigint as requested_cents,
    (case when a.state in ('approved', 'approved_partly', 'paid', 'accounted', 'closed')
      then a.granted_cents else 0 end)::bigint as granted_cents,
    (case when a.state in ('paid', 'accounted', 'closed') then a.granted_cents else 0 end)::bigint as paid_cents,
    coalesce((select sum(amount_cents) from funding_proofs f where f.application_id = a.id), 0)::bigint as spent_cents
  from funding_applications a join projects p on p.id = a.project_id join plgs on plgs.id = a.plg_id
    join schools s on s.id = a.school_id
  where a.year = ${year} and a.submitted_at is not null
    and (a.state <> 'withdrawn' or a.decided_at is not null)) as line`

/** Years about which there is something to say. */
export async function listYears(): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select year from funding_budgets
    union select year from funding_applications where submitted_at is not null order by year desc`.execute(
    db(),
  )
  return rows.map(({ year }) => year)
}
