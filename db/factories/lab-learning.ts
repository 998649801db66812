import { sql } from 'kysely'
import { db } from '#db/client.ts'

type Around = {
  lead: { id: string }
  school: { id: string }
  ids: (kind: string) => string[]
  at: Date
}

const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`

/**
 * In a neighbourhood's lab: reports on its first offer and one on each other ('lab-report'), the lead is asked about
 * every booking that is over, wishes with as many voices ('lab-wish').
 */
export async function learningAmong({ lead, school, ids, at }: Around): Promise<void> {
  const heaps = ids('lab-heap')
  const report = sql`'Am Bruch', 3, 4, 5, 2, 1, 'pool_only', ${lead.id}::uuid, ${school.id}::uuid, ${at}, ${at}, id`
  const columns = sql`(id, offer_id, used_for, learning, handling, robustness, prep_effort, support,
    recommendation, author_id, school_id, created_at, changed_at, client_key)`
  await sql`insert into lab_reports ${columns} select id, ${heaps[0]}::uuid, ${report}
    from ${grown(ids('lab-report'))} ${NOTHING}`.execute(db())
  await sql`insert into lab_reports ${columns} select id, id, ${report}
    from ${grown(heaps)} ${NOTHING}`.execute(db())
  await sql`insert into lab_date_offers (date_id, offer_id) select grown.id, heap
    from unnest(${ids('lab-closed')}::uuid[], ${heaps}::uuid[]) as grown (id, heap)
    where exists (select from lab_dates d where d.id = grown.id) ${NOTHING}`.execute(db())
  await sql`insert into lab_report_asks (booking_id, person_id, asked_at)
    select id, ${lead.id}::uuid, ${at} from ${grown(ids('lab-closed'))} ${NOTHING}`.execute(db())
  await sql`insert into lab_wishes (id, author_id, school_id, title, purpose, frequency, created_at, changed_at,
      client_key)
    select id, ${lead.id}::uuid, ${school.id}::uuid, 'Bruch ' || i, 'Am Bruch', 'weekly', ${at}, ${at}, id
    from ${grown(ids('lab-wish'))} ${NOTHING}`.execute(db())
  await sql`insert into lab_wish_voices (wish_id, person_id, at)
    select ${ids('lab-wish')[0]}::uuid, id, ${at} from ${grown(ids('person'))} ${NOTHING}`.execute(
    db(),
  )
}
