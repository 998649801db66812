import { sql } from 'kysely'
import { db } from '#db/client.ts'

type Around = { lead: { id: string }; ids: (kind: string) => string[] }

const AT = '2026-09-21T08:00:00Z'

/**
 * Behind the counter of a neighbourhood's lab: all parts of the heap went out with the first loan and as many damages
 * came of it ('lab-damage'); no coming date can be kept.
 */
export async function counterAmong({ lead, ids }: Around): Promise<void> {
  const [heap = ''] = ids('lab-heap')
  const [out = ''] = ids('lab-out')
  await sql`insert into lab_handed (id, date_id, resource_id, part_id, name, code, is_unit, wanted, went, is_away, position)
    select p.id, ${out}::uuid, ${heap}::uuid, p.id, p.name, p.code, true, 1, 1, true, p.position
    from lab_parts p where p.id = any(${ids('lab-part')}::uuid[]) on conflict do nothing`.execute(
    db(),
  )
  await sql`insert into lab_damages (id, resource_id, date_id, item, category, origin, reported_by, reported_at,
      changed_at, client_key)
    select id, ${heap}::uuid, ${out}::uuid, 'Bruch ' || i, 'broken', 'desk', ${lead.id}::uuid,
      ${AT}::timestamptz + i * interval '1 minute', ${AT}::timestamptz, id
    from unnest(${ids('lab-damage')}::uuid[]) with ordinality as grown (id, i) on conflict do nothing`.execute(
    db(),
  )
  await sql`insert into lab_troubles (id, date_id, resource_id, kind, missing, since)
    select id, id, ${heap}::uuid, 'short', 1, ${AT}::timestamptz
    from unnest(${ids('lab-booking')}::uuid[]) as grown (id) on conflict do nothing`.execute(db())
}

/** Numbers of damages, the first ones. */
export async function damageNumbers(): Promise<number[]> {
  const rows = await db()
    .selectFrom('labDamages')
    .select('number')
    .orderBy('number')
    .limit(5)
    .execute()
  return rows.map(({ number }) => number)
}
