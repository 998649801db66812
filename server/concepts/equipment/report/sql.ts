import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { NeedOf } from './contract.ts'

/** What is needed and not there yet, by school. */
export async function listOpenNeeds(): Promise<NeedOf[]> {
  const { rows } = await sql<NeedOf>`select n.class_id, n.tier, n.school_id, s.school_form as form,
      coalesce(s.district, '') as district, sum(n.quantity)::int as quantity
    from equipment_needs n join schools s on s.id = n.school_id
    where n.deleted_at is null and n.status in ('noted', 'in_talk', 'agreed', 'ordered')
    group by n.class_id, n.tier, n.school_id, s.id`.execute(db())
  return rows
}
