import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Condition, StandingName } from '../../standing/contract.ts'
import { standings } from '../../standing/sql.ts'

/** What holds today of all uses of these products at a school, with the conditions of the release. */
export async function listStandings(
  products: string[],
  school: { id: string; schoolForm: string },
  today: string,
) {
  const place = { today, form: school.schoolForm, schools: [school.id] }
  const { rows } = await sql<{
    scenarioId: string
    name: StandingName
    until: string | null
    conditions: Condition[]
  }>`select st."scenarioId", st.name, st.until, coalesce(r.conditions, '[]') as conditions
    from ${standings({ ...place, products })} st left join releases r on r.id = st."releaseId"`.execute(
    db(),
  )
  return new Map(rows.map((row) => [row.scenarioId, row]))
}

/** Apps that people of the school ask for and about which nothing is decided yet. */
export async function listWished(schoolId: string, limit: number) {
  const { rows } = await sql<{ slug: string; name: string; count: number }>`
    select p.slug, p.name, count(*) as count from adoption_wishes w join software_products p on p.id = w.product_id
    where w.school_id = ${schoolId}::uuid and not exists (select from school_adoptions a
      where a.school_id = w.school_id and a.product_id = w.product_id and a.ended_at is null and a.decided_at > w.at)
    group by p.id order by count(*) desc, p.name limit ${limit}`.execute(db())
  return rows
}
