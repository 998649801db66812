import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { BackLine } from './contract.ts'

/** What went out with a date. */
export async function listBack(dateId: string): Promise<BackLine[]> {
  const { rows } =
    await sql<BackLine>`select h.id, h.resource_id, h.part_id, h.name, h.code, h.is_unit, h.went,
      h.back, h.missing, h.note, h.back_at,
      (select count(*)::int from lab_damages d where d.handed_id = h.id and d.withdrawn_at is null) as damages
    from lab_handed h where h.date_id = ${dateId}::uuid and h.went > 0 order by h.position, h.id`.execute(
      db(),
    )
  return rows
}

/** So much of a line is there again, or will not come. */
export async function updateLine(
  id: string,
  { back, missing, at }: { back: number; missing: number; at: Date },
): Promise<void> {
  await sql`update lab_handed set back = ${back}, missing = ${missing}, is_away = went > ${back}::int + ${missing}::int,
    back_at = case when ${back}::int > 0 then ${at}::timestamptz end where id = ${id}::uuid`.execute(
    db(),
  )
}

/** Is this part with somebody else by now? */
export async function isAwayElsewhere(partId: string | null, dateId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from lab_handed where part_id = ${partId}::uuid and is_away
    and date_id <> ${dateId}::uuid limit 1`.execute(db())
  return rows.length > 0
}

/** What came back early holds nothing from now on; what has not begun holds nothing at all. */
export async function endClaims(dateId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`update lab_claims set
      is_active = lower(blocked) < ${at},
      blocked = case when lower(blocked) < ${at} then tstzrange(lower(blocked), ${at}) else blocked end
    where date_id = ${dateId}::uuid and is_active and upper(blocked) > ${at} returning id`.execute(
    db(),
  )
  return rows.length > 0
}

/** Of these things those on which data of pupils may be: nobody gets them before these are gone. */
export async function markWipeDue(dateId: string, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update lab_resources r set wipe_due_at = ${at}
    from lab_handed h, lab_offers o where h.date_id = ${dateId}::uuid and h.went > 0 and h.resource_id = r.id
      and o.id = r.offer_id and o.holds_data returning r.id`.execute(db())
  return rows.map(({ id }) => id)
}
