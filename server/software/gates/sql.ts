import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { standings } from '../standing/sql.ts'

/** Releases that stand, of these products: general ones with their schools, trials with their Vorhaben. */
export async function listStanding(products: string[], today: string) {
  const { rows } = await sql<{
    productId: string
    name: string
    schoolForms: string[]
    schoolIds: string[] | null
    projectId: string | null
  }>`select st."productId", st.name, r.school_forms as "schoolForms", r.school_ids as "schoolIds", r.project_id as "projectId"
    from ${standings({ today, form: null, schools: [], products })} st join releases r on r.id = st."releaseId"
    where st.name like 'approved%' or st.name = 'pilot'`.execute(db())
  return rows
}
