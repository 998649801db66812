import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { CaseReason } from '../../cases/contract.ts'
import { LOOK_AHEAD_DAYS } from '../contract.ts'

/** Schools that want a case to be decided. */
const schoolsWaiting = sql<number>`schools_waiting(k.id, k.school_id)`

const idle = sql`not exists (select from review_cases k where k.product_id = s.product_id
  and k.state not in ('draft', 'closed', 'rejected_intake'))`

/** Documents whose words a review rests on. */
const LEGAL = ['privacy_policy', 'terms', 'avv', 'subprocessor_list', 'tom']

type Due = { productId: string; reason: Extract<CaseReason, 'expiry' | 'change'> }

/**
 * Products that have to be looked at again and of which no case runs: a release ends soon, or a document came in place
 * of another one. A case that was dropped since then is not begun again by itself.
 */
export async function listDue(today: string, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select distinct on (s.product_id) s.product_id as "productId",
      case when r.valid_until <= ${today}::date + ${LOOK_AHEAD_DAYS}::int then 'expiry' else 'change' end as reason
    from releases r join software_scenarios s on s.id = r.scenario_id
    join software_products p on p.id = s.product_id and p.state = 'listed' and p.lifecycle = 'active'
    where r.ended_at is null and r.kind <> 'pilot' and r.valid_until >= ${today}::date and ${idle}
      and ((r.valid_until <= ${today}::date + ${LOOK_AHEAD_DAYS}::int
          and not exists (select from review_cases k where k.product_id = s.product_id and k.reason = 'expiry'
            and k.created_at > r.decided_at))
        or exists (select from software_documents n join software_documents o on o.product_id = n.product_id
            and o.kind = n.kind and o.replaced_at is not null and o.added_at < n.added_at
            and o.sha256 is distinct from n.sha256
          where n.product_id = s.product_id and n.replaced_at is null and n.kind = any(${LEGAL}::text[])
            and n.added_at > r.decided_at
            and not exists (select from review_cases k where k.product_id = s.product_id and k.created_at > n.added_at)))
    order by s.product_id, r.valid_until limit ${limit}`.execute(db())
  return rows
}

/** Complaints of so many schools that nobody has taken up. */
export async function listComplaints(schools: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select k.id from review_cases k
    where k.state = 'submitted' and k.reason = 'complaint' and ${schoolsWaiting} >= ${schools}`.execute(
    db(),
  )
  return rows.map(({ id }) => id)
}
