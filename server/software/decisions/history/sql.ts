import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Condition } from '../../standing/contract.ts'

/** One thing that was decided or happened. */
export type HistoryLine = {
  id: string
  what: 'opinion' | 'release' | 'event' | 'refusal'
  at: Date
  label: string
  /** The verdict, the kind of release, the name of the event. */
  name: string
  who: string
  /** What the person was: an office in words, or the name of a role. */
  office: string
  reason: string
  conditions: Condition[]
  until: string | null
  second: string
}

/** What only those who are signed in read: no company is named in public for what it does not get. */
const REFUSALS = ['objection', 'not_assessable', 'refused', 'withdrawn', 'suspended', 'resumed']

const lines = (productId: string, seesRefusals: boolean) => sql`(
  select 'o' || o.id as id, 'opinion' as what, o.given_at as at, s.label, o.verdict as name, o.signed_name as who,
    o.signed_office as office, o.reasoning as reason, o.conditions, o.recommended_until as until, '' as second
  from opinions o join software_scenarios s on s.id = o.scenario_id where s.product_id = ${productId}::uuid
  union all
  select 'r' || r.id, 'release', r.decided_at,
    s.label || case when r.school_ids is null then '' else ', nur für einzelne Schulen' end, r.kind, r.decided_name, r.mode,
    case when ${seesRefusals} then r.deviation_reason else '' end, r.conditions, r.valid_until,
    case when ${seesRefusals} then r.second_name else '' end
  from releases r join software_scenarios s on s.id = r.scenario_id where s.product_id = ${productId}::uuid
  union all
  select 'e' || e.id, 'event', e.at, s.label, e.event, coalesce(persons.first_name || ' ' || persons.last_name, ''),
    coalesce((select m.role from memberships m where m.person_id = e.person_id
      and m.role in ('school_dpo', 'release_manager') and m.state = 'confirmed' order by m.role limit 1), ''),
    e.reason, '[]'::jsonb, null, ''
  from release_events e join releases r on r.id = e.release_id join software_scenarios s on s.id = r.scenario_id
    left join persons on persons.id = e.person_id
  where s.product_id = ${productId}::uuid and e.event <> 'reminded'
  union all
  select 'f' || f.id, 'refusal', f.decided_at, s.label, 'refused', f.decided_name, 'release_manager', f.reason,
    '[]'::jsonb, null, ''
  from release_refusals f join software_scenarios s on s.id = f.scenario_id where s.product_id = ${productId}::uuid
) as line where ${seesRefusals} or name <> all(${REFUSALS}::text[])`

/** What was decided about a product, the newest first. */
export async function listHistory(
  productId: string,
  seesRefusals: boolean,
  { limit, offset }: { limit: number; offset: number },
): Promise<HistoryLine[]> {
  const { rows } =
    await sql<HistoryLine>`select id, what, at, label, name, who, office, reason, conditions,
      until::text as until, second
    from ${lines(productId, seesRefusals)} order by at desc, id limit ${limit} offset ${offset}`.execute(
      db(),
    )
  return rows
}

export async function countHistory(productId: string, seesRefusals: boolean): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from ${lines(productId, seesRefusals)}`.execute(db())
  return rows[0]?.count ?? 0
}

/** Pilots without a report, with whether this person works in their Vorhaben. */
export async function listPilots(productId: string, personId: string) {
  const { rows } = await sql<{
    id: string
    label: string
    validUntil: string
    isInProject: boolean
  }>`select r.id, s.label, r.valid_until as "validUntil", exists (select from projects p
      join plg_members m on m.plg_id = p.plg_id where p.id = r.project_id and m.person_id = ${personId}::uuid
        and m.state = 'active' and m.role in ('lead', 'member')) as "isInProject"
    from releases r join software_scenarios s on s.id = r.scenario_id
    where s.product_id = ${productId}::uuid and r.kind = 'pilot' and (r.ended_as is null or r.ended_as = 'expired')
      and not exists (select from pilot_reports x where x.release_id = r.id)
    order by r.valid_until`.execute(db())
  return rows
}

/** Apps that were tried in Vorhaben this person works in, and about which nobody has reported yet. */
export async function listDueReports(personId: string, today: string) {
  const { rows } = await sql<{ slug: string; name: string }>`select distinct p.slug, p.name
    from plg_members m join projects w on w.plg_id = m.plg_id join releases r on r.project_id = w.id
      join software_scenarios s on s.id = r.scenario_id join software_products p on p.id = s.product_id
    where m.person_id = ${personId}::uuid and m.state = 'active' and m.role in ('lead', 'member')
      and r.kind = 'pilot' and (r.ended_as = 'expired' or (r.ended_as is null and r.valid_until < ${today}::date))
      and not exists (select from pilot_reports x where x.release_id = r.id)
    order by p.name limit 5`.execute(db())
  return rows
}

/** Reports about pilots: what schools found. */
export async function listReports(productId: string) {
  const { rows } = await sql<{
    id: string
    label: string
    result: string
    recommendation: string
    writtenAt: Date
    writer: string | null
  }>`select r.id, s.label, x.result, x.recommendation, x.written_at as "writtenAt",
      persons.first_name || ' ' || persons.last_name as writer
    from pilot_reports x join releases r on r.id = x.release_id join software_scenarios s on s.id = r.scenario_id
      left join persons on persons.id = x.written_by
    where s.product_id = ${productId}::uuid order by x.written_at desc limit 20`.execute(db())
  return rows
}
