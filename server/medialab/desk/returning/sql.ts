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

/** When a return was finished; null while it is not. */
export async function findFinished(dateId: string): Promise<Date | null> {
  const row = await db()
    .selectFrom('labHandovers')
    .where('dateId', '=', dateId)
    .select('finishedAt')
    .executeTakeFirst()
  return row?.finishedAt ?? null
}

type Kept = { id: string; turnaroundSchoolDays: number; minutesAfter: number }

/** What a date holds, with what has to be kept free after it. */
export async function listKept(dateId: string): Promise<Kept[]> {
  const { rows } =
    await sql<Kept>`select c.id, coalesce(o.turnaround_school_days, 0) as turnaround_school_days,
      coalesce(o.minutes_after, 0) as minutes_after
    from lab_claims c join lab_resources r on r.id = c.resource_id left join lab_offers o on o.id = r.offer_id
    where c.date_id = ${dateId}::uuid order by c.resource_id`.execute(db())
  return rows
}

/** Holds it again until then. The database refuses what somebody else has by now. */
export async function holdAgain(id: string, until: Date): Promise<void> {
  await sql`update lab_claims set is_active = true,
      blocked = tstzrange(lower(blocked), greatest(upper(blocked), ${until}::timestamptz))
    where id = ${id}::uuid`.execute(db())
}

/** Nothing has to be wiped that this return asked for. */
export async function unmarkWipeDue(dateId: string, at: Date): Promise<void> {
  await sql`update lab_resources r set wipe_due_at = null from lab_handed h
    where h.date_id = ${dateId}::uuid and h.resource_id = r.id and r.wipe_due_at = ${at}`.execute(
    db(),
  )
}

/** Of these things those on which data of pupils may be: nobody gets them before these are gone. */
export async function markWipeDue(dateId: string, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update lab_resources r set wipe_due_at = ${at}
    from lab_handed h, lab_offers o where h.date_id = ${dateId}::uuid and h.went > 0 and h.resource_id = r.id
      and o.id = r.offer_id and o.holds_data returning r.id`.execute(db())
  return rows.map(({ id }) => id)
}
