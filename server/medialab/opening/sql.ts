import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { Closure, Hours, KeptClosure, KeptHours, Site } from './contract.ts'

/** The hours of the lab and its closures between two days, in one query. */
export async function findOpening(
  from: LocalDay,
  to: LocalDay,
): Promise<{ hours: Hours[]; closures: Closure[] }> {
  const { rows } = await sql<{ hours: Hours[]; closures: Closure[] }>`select
    coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'purpose', h.purpose,
      'from', to_char(h.from_time, 'HH24:MI'), 'to', to_char(h.to_time, 'HH24:MI'),
      'validFrom', h.valid_from, 'validUntil', h.valid_until))
      from lab_hours h join lab_sites s on s.id = h.site_id and s.is_lab
      where coalesce(h.valid_from, ${to}) <= ${to} and coalesce(h.valid_until, ${from}) >= ${from}), '[]') as hours,
    coalesce((select jsonb_agg(jsonb_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on,
      'reason', c.reason, 'effect', c.effect))
      from lab_closures c join lab_sites s on s.id = c.site_id and s.is_lab
      where c.ends_on >= ${from} and c.starts_on <= ${to}), '[]') as closures`.execute(db())
  return rows[0] ?? { hours: [], closures: [] }
}

/** From here to the end of the transaction nobody else changes when the lab is open. */
export function lockLab() {
  return db()
    .selectFrom('labSites')
    .where('isLab', '=', true)
    .select(['id', 'version'])
    .forUpdate()
    .executeTakeFirst()
}

/**
 * From here to the end of the transaction the lab is open when it says so: many hold it at once, and who changes it waits
 * and sees what they wrote. Take it before anything else is locked: an opening that is changed locks dates after it.
 */
export async function holdOpening(): Promise<void> {
  await db().selectFrom('labSites').where('isLab', '=', true).select('id').forShare().execute()
}

/** What was seen of hours and sites before is outdated. */
export async function countOn(siteId: string): Promise<void> {
  await db()
    .updateTable('labSites')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', siteId)
    .execute()
}

const KEPT = sql`h.id, h.weekday, h.purpose, to_char(h.from_time, 'HH24:MI') as from, to_char(h.to_time, 'HH24:MI') as to,
  to_char(h.valid_from, 'YYYY-MM-DD') as valid_from, to_char(h.valid_until, 'YYYY-MM-DD') as valid_until`

/** All hours of the lab; those whose days are over are left out. */
export async function listHours(today: LocalDay): Promise<KeptHours[]> {
  const { rows } = await sql<KeptHours>`select ${KEPT} from lab_hours h
    join lab_sites s on s.id = h.site_id and s.is_lab where coalesce(h.valid_until, ${today}) >= ${today}
    order by h.weekday, h.from_time, h.valid_from nulls first, h.id`.execute(db())
  return rows
}

export async function findHours(id: string): Promise<KeptHours | undefined> {
  const { rows } = await sql<KeptHours>`select ${KEPT} from lab_hours h
    join lab_sites s on s.id = h.site_id and s.is_lab where h.id = ${id}::uuid`.execute(db())
  return rows[0]
}

type Entry = Omit<KeptHours, 'weekday' | 'id'>

/** On which of these weekdays there are hours for the same purpose at that time already. */
export async function listOverlapping(
  siteId: string,
  weekdays: number[],
  { purpose, from, to, validFrom, validUntil }: Entry,
  besides: string | null,
): Promise<number[]> {
  const { rows } = await sql<{ weekday: number }>`select distinct weekday from lab_hours
    where site_id = ${siteId} and weekday = any(${weekdays}::int[]) and purpose = ${purpose}
      and id is distinct from ${besides}::uuid and from_time < ${to}::time and to_time > ${from}::time
      and daterange(valid_from, valid_until, '[]') && daterange(${validFrom}::date, ${validUntil}::date, '[]')
    order by weekday`.execute(db())
  return rows.map(({ weekday }) => weekday)
}

export async function insertHours(
  siteId: string,
  ids: string[],
  weekdays: number[],
  { purpose, from, to, validFrom, validUntil }: Entry,
): Promise<void> {
  await sql`insert into lab_hours (id, site_id, weekday, purpose, from_time, to_time, valid_from, valid_until)
    select id, ${siteId}::uuid, weekday, ${purpose}, ${from}::time, ${to}::time, ${validFrom}::date, ${validUntil}::date
    from unnest(${ids}::uuid[], ${weekdays}::int[]) as given (id, weekday)`.execute(db())
}

export async function updateHours(
  id: string,
  { from, to, validFrom, validUntil }: Omit<Entry, 'purpose'>,
): Promise<void> {
  await db()
    .updateTable('labHours')
    .set({ fromTime: from, toTime: to, validFrom, validUntil })
    .where('id', '=', id)
    .execute()
}

export async function deleteHours(id: string): Promise<void> {
  await db().deleteFrom('labHours').where('id', '=', id).execute()
}

/** Closures that are not over, the next first. */
export async function listClosures(today: LocalDay, limit: number): Promise<KeptClosure[]> {
  const { rows } =
    await sql<KeptClosure>`select c.id, to_char(c.starts_on, 'YYYY-MM-DD') as starts_on,
      to_char(c.ends_on, 'YYYY-MM-DD') as ends_on, c.reason, c.effect
    from lab_closures c join lab_sites s on s.id = c.site_id and s.is_lab
    where c.ends_on >= ${today} order by c.starts_on, c.id limit ${limit}`.execute(db())
  return rows
}

export function findClosure(id: string) {
  return db().selectFrom('labClosures').where('id', '=', id).selectAll().executeTakeFirst()
}

export async function insertClosure(
  row: Closure & { id: string; siteId: string; createdBy: string; createdAt: Date },
): Promise<void> {
  await db().insertInto('labClosures').values(row).execute()
}

/** @returns whether there was one */
export async function deleteClosure(id: string): Promise<boolean> {
  const { numDeletedRows } = await db()
    .deleteFrom('labClosures')
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export function listSites(): Promise<Site[]> {
  return db()
    .selectFrom('labSites')
    .where('retiredAt', 'is', null)
    .orderBy('isLab', 'desc')
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'isLab', 'name', 'address', 'phone', 'version'])
    .execute()
}

export function lockSite(id: string) {
  return db()
    .selectFrom('labSites')
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .select(['id', 'isLab', 'name', 'version'])
    .forUpdate()
    .executeTakeFirst()
}

type AboutSite = Pick<Site, 'name' | 'address' | 'phone'>

/** @returns whether it is new; the same id twice is the same place */
export async function insertSite(row: AboutSite & { id: string; isLab: boolean }) {
  const made = await db()
    .insertInto('labSites')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateSite(
  id: string,
  set: Partial<AboutSite> & { retiredAt?: Date },
): Promise<void> {
  await db()
    .updateTable('labSites')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
