import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabUnmet } from '#db/types.ts'
import type { DemandBy } from './contract.ts'
import type { DemandRow } from './rules.ts'

export async function insertUnmet(rows: Insertable<LabUnmet>[]): Promise<void> {
  await db().insertInto('labUnmet').values(rows).execute()
}

/** What was wanted and not had, and who waits: each with its time, offer and school. */
const wanted = ({ from, to, schoolForm, district, kind }: DemandSpan) => sql`(
  select all_of.*, o.name, s.school_form, s.district from (
    select u.at, u.offer_id, coalesce(u.kind, '') as kind, u.school_id, u.quantity, u.reason, u.wanted from lab_unmet u
      where u.at >= ${from} and u.at < ${to}
    union all
    select w.asked_at, w.offer_id, o.kind, w.school_id, w.quantity, 'waiting', '' from lab_waiting w
      join lab_offers o on o.id = w.offer_id
      where w.asked_at >= ${from} and w.asked_at < ${to} and w.state <> 'accepted'
  ) all_of left join lab_offers o on o.id = all_of.offer_id left join schools s on s.id = all_of.school_id
  where (${schoolForm}::text = '' or s.school_form = ${schoolForm}::text)
    and (${district}::text = '' or s.district = ${district}::text)
    and (${kind}::text = '' or all_of.kind = ${kind}::text))`

export type DemandSpan = {
  from: Date
  to: Date
  schoolForm: string
  district: string
  kind: string
}

/** Put together by one of DEMAND_BY. */
export async function listDemand(span: DemandSpan, by: DemandBy): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    select key, max(name) as name, count(*)::int as wishes, sum(quantity)::int as pieces,
      count(distinct school_id)::int as schools
    from (select w.*, coalesce(case ${by}::text when 'offer' then w.offer_id::text when 'reason' then w.reason
        when 'month' then to_char(w.at at time zone 'Europe/Berlin', 'YYYY-MM')
        when 'schoolForm' then w.school_form else w.district end, '') as key
      from ${wanted(span)} w) keyed
    group by key`.execute(db())
  return rows
}

/** The words that were looked for and led to nothing, the most frequent first. */
export async function listSought(
  span: DemandSpan,
  limit: number,
): Promise<{ word: string; times: number }[]> {
  const { rows } = await sql<{ word: string; times: number }>`
    select lower(w.wanted) as word, count(*)::int as times from ${wanted(span)} w
    where w.wanted <> '' group by 1 order by 2 desc, 1 limit ${limit}::int`.execute(db())
  return rows
}
