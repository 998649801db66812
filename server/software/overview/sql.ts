import { sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import { standings } from '../standing/sql.ts'
import { STANDINGS } from '../standing/contract.ts'
import type { OverviewFilter } from './contract.ts'
import type { Counted } from './rules.ts'

/** One pair for each school and product that it uses, of the chosen schools. */
const used = ({ schoolForm, district }: OverviewFilter) => sql`(
  select distinct a.product_id, a.school_id from school_adoptions a join schools s on s.id = a.school_id
  where a.ended_at is null and a.status in ('in_use', 'pilot')
    and (${schoolForm}::text = '' or s.school_form = ${schoolForm}::text)
    and (${district}::text = '' or s.district = ${district}::text))`

/** Products that some of the chosen schools use, with how many do; what holds of them for the chosen form of school. */
export async function listUsed(filter: OverviewFilter, today: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with used as materialized ${used(filter)},
    counted as (select product_id, count(*)::int as schools from used group by 1),
    best as materialized (
      select distinct on (st."productId") st."productId" as id, st.name, st.until, l.school_ids is not null as is_for_some
      from ${standings({ today, form: filter.schoolForm || null, schools: [] })} st left join releases l on l.id = st."releaseId"
      order by st."productId", array_position(${[...STANDINGS]}::text[], st.name), l.school_ids is not null
    )
    select p.slug, p.name, v.name as vendor, coalesce(best.name, 'not_reviewed') as standing, best.until,
      coalesce(best.is_for_some, false) as "isForSome",
      c.schools, p.cost_model as "costModel", p.cost_cents as "costCents", p.cost_unit as "costUnit",
      p.function_tags as functions,
      exists (select from releases r join software_scenarios s on s.id = r.scenario_id
        where s.product_id = p.id and r.kind = 'standard' and r.ended_at is null) as "isStandard"
    from counted c
    join software_products p on p.id = c.product_id and p.state = 'listed'
    left join vendors v on v.id = p.vendor_id
    left join best on best.id = p.id
    where (${filter.function}::text = '' or p.function_tags @> array[${filter.function}::text])
    order by c.schools desc, p.name, p.id`.execute(db())
  return rows
}

/** How many of the chosen schools use anything for a function, each counted once. */
export async function countSchools(filter: OverviewFilter): Promise<Map<string, number>> {
  const { rows } = await sql<{ tag: string; schools: number }>`
    select t.tag, count(distinct u.school_id)::int as schools
    from ${used(filter)} u
    join software_products p on p.id = u.product_id and p.state = 'listed'
    cross join unnest(p.function_tags) as t(tag) group by 1`.execute(db())
  return new Map(rows.map(({ tag, schools }) => [tag, schools]))
}

/** How many schools the choice speaks of, whether or not they use anything. */
export async function countChosen({ schoolForm, district }: OverviewFilter): Promise<number> {
  const { schools } = await db()
    .selectFrom('schools')
    .select((eb) => eb.fn.countAll<number>().as('schools'))
    .where('operation', 'in', ['open', 'closing'])
    .where(sql<SqlBool>`(${schoolForm}::text = '' or school_form = ${schoolForm}::text)`)
    .where(sql<SqlBool>`(${district}::text = '' or district = ${district}::text)`)
    .executeTakeFirstOrThrow()
  return schools
}
