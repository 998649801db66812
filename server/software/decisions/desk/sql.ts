import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Condition, Verdict } from '../../standing/contract.ts'
import type { ReleaseKind, SupportLevel } from '../contract.ts'

/** An opinion as the desk shows it. */
export type OpinionLine = {
  id: string
  scenarioId: string
  label: string
  verdict: Verdict
  conditions: Condition[]
  reasoning: string
  recommendedUntil: string | null
  signedName: string
  givenAt: string
}

/** An opinion `o` on a use `s`. */
const opinionJson = sql`json_build_object('id', o.id, 'scenarioId', o.scenario_id, 'label', s.label, 'verdict', o.verdict,
  'conditions', o.conditions, 'reasoning', o.reasoning, 'recommendedUntil', o.recommended_until,
  'signedName', o.signed_name, 'givenAt', o.given_at)`

/** Cases whose opinions wait for the Schulträger, the oldest first. */
export async function listPending(limit: number) {
  const { rows } = await sql<{
    number: number
    slug: string
    name: string
    project: string | null
    schools: number
    opinions: OpinionLine[]
  }>`select k.number, p.slug, p.name, pr.title as project,
      (select count(distinct a.school_id) from school_adoptions a where a.product_id = p.id and a.ended_at is null
        and a.status in ('in_use', 'pilot')) as schools,
      coalesce((select json_agg(${opinionJson} order by o.number) from opinions o
        join software_scenarios s on s.id = o.scenario_id where o.case_id = k.id and o.verdict <> 'objection'
          and not exists (select from releases r where r.case_id = o.case_id and r.scenario_id = o.scenario_id)), '[]') as opinions
    from review_cases k join software_products p on p.id = k.product_id left join projects pr on pr.id = k.project_id
    where k.state = 'release_pending' order by k.number limit ${limit}`.execute(db())
  return rows
}

/** Proposals that wait for a second person. */
export async function listProposals(limit: number) {
  const { rows } = await sql<{
    id: string
    name: string
    slug: string
    reason: string
    proposedBy: string
    proposer: string
    requestedBy: string | null
    validUntil: string
    conditions: Condition[]
    opinion: OpinionLine
  }>`select q.id, p.name, p.slug, q.reason, q.proposed_by as "proposedBy", k.requested_by as "requestedBy",
      persons.first_name || ' ' || persons.last_name as proposer, q.content ->> 'validUntil' as "validUntil",
      q.content -> 'conditions' as conditions, ${opinionJson} as opinion
    from release_proposals q join review_cases k on k.id = q.case_id join software_products p on p.id = k.product_id
      join persons on persons.id = q.proposed_by join opinions o on o.id = (q.content ->> 'opinionId')::uuid
      join software_scenarios s on s.id = q.scenario_id
    where q.settled_at is null order by q.proposed_at limit ${limit}`.execute(db())
  return rows
}

/** Uses whose newest opinion speaks against them, the newest first; what was released in spite of it is left out. */
export async function listObjected(limit: number) {
  const { rows } = await sql<{
    name: string
    slug: string
    requestedBy: string | null
    opinion: OpinionLine
  }>`
    select p.name, p.slug, k.requested_by as "requestedBy", ${opinionJson} as opinion
    from opinions o join software_scenarios s on s.id = o.scenario_id
      join software_products p on p.id = s.product_id join review_cases k on k.id = o.case_id
    where o.verdict in ('objection', 'not_assessable', 'pilot_only')
      and not exists (select from opinions n where n.scenario_id = o.scenario_id and (n.given_at, n.number) > (o.given_at, o.number))
      and not exists (select from releases r where r.scenario_id = o.scenario_id and r.kind <> 'pilot'
        and r.ended_at is null and r.decided_at >= o.given_at)
      and not exists (select from release_proposals q where q.scenario_id = o.scenario_id and q.settled_at is null)
    order by o.given_at desc, o.number desc limit ${limit}`.execute(db())
  return rows
}

const standing = (q: string) =>
  db()
    .selectFrom('releases as r')
    .innerJoin('softwareScenarios as s', 's.id', 'r.scenarioId')
    .innerJoin('softwareProducts as p', 'p.id', 's.productId')
    .where('r.endedAt', 'is', null)
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`search_key(p.name) like '%' || replace(replace(search_key(${q}), '%', ''), '_', '') || '%'`,
      ),
    )

/** Releases that stand, what ends next first. */
export function listReleases(q: string, limit: number, offset: number) {
  return standing(q)
    .orderBy('r.validUntil')
    .orderBy('r.number')
    .limit(limit)
    .offset(offset)
    .select(['r.id', 'r.number', 'r.validUntil', 'r.suspendedAt', 'r.endedAt', 'r.decidedName'])
    .select(['r.decidedAt', 'r.deviates', 's.label', 'p.slug', 'p.name'])
    .select([
      sql<ReleaseKind>`r.kind`.as('kind'),
      sql<SupportLevel>`r.support_level`.as('supportLevel'),
      // The schools it holds for alone; none: for all.
      sql<
        string[]
      >`array(select sch.name from schools sch where sch.id = any(r.school_ids) order by sch.name)`.as(
        'onlyFor',
      ),
      sql<number>`(select count(distinct a.school_id) from school_adoptions a where a.scenario_id = s.id
        and a.ended_at is null and a.status in ('in_use', 'pilot'))`.as('schools'),
    ])
    .execute()
}

export async function countReleases(q: string): Promise<number> {
  const { count } = await standing(q)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
