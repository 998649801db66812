import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabDamages } from '#db/types.ts'
import type { Category, DamageState } from './contract.ts'

/** @returns undefined when this very form was sent before */
export function insertDamage(row: Insertable<LabDamages>) {
  return db()
    .insertInto('labDamages')
    .values(row)
    .onConflict((conflict) => conflict.columns(['reportedBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('labDamages')
    .where('reportedBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()
}

export function lockDamage(number: number) {
  return db()
    .selectFrom('labDamages')
    .where('number', '=', number)
    .selectAll()
    .select([sql<Category>`category`.as('category'), sql<DamageState>`state`.as('state')])
    .forUpdate()
    .executeTakeFirst()
}

export async function updateDamage(id: string, row: Updateable<LabDamages>): Promise<void> {
  await db()
    .updateTable('labDamages')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export type Item = { resourceId: string; partId: string | null }

export async function lockResource(id: string): Promise<void> {
  await db().selectFrom('labResources').where('id', '=', id).select('id').forUpdate().execute()
}

/**
 * Takes something out of use: one of a heap makes the heap smaller, a whole thing is not there at all. What is out of
 * use already is not counted twice.
 * @returns how many fewer there are
 */
export async function takeOff(
  { resourceId, partId }: Item,
  quantity: number,
  isLost: boolean,
): Promise<number> {
  const of = partId
    ? await sql<{ counts: boolean }>`update lab_parts p set state = ${isLost ? 'lost' : 'broken'}
        from lab_parts before join lab_resources r on r.id = before.resource_id
        where p.id = ${partId}::uuid and before.id = p.id
        returning before.is_unit and r.is_counted and before.state not in ('broken', 'lost') as counts`.execute(
        db(),
      )
    : await sql<{ counts: boolean }>`update lab_resources set version = version + 1,
        state = case when is_counted then state when ${isLost} then 'lost' else 'repair' end
        where id = ${resourceId}::uuid returning is_counted as counts`.execute(db())
  if (!of.rows[0]?.counts) return 0
  const { rows } = await sql<{ fewer: number }>`update lab_resources r set version = r.version + 1,
      broken = r.broken + least(${partId ? 1 : quantity}::int, r.total - r.reserve - r.broken)
    from lab_resources before where r.id = ${resourceId}::uuid and before.id = r.id
    returning r.broken - before.broken as fewer`.execute(db())
  return rows[0]?.fewer ?? 0
}

/** Puts it into use again, unless something else is wrong with it: then that one holds it from now on. */
export async function putBack(damageId: string): Promise<void> {
  const { rows } = await sql<{
    id: string
  }>`select other.id from lab_damages d join lab_damages other
      on other.resource_id = d.resource_id and other.part_id is not distinct from d.part_id
      and other.id <> d.id and other.is_unusable and other.usable_again_at is null and other.withdrawn_at is null
    join lab_resources r on r.id = d.resource_id
    where d.id = ${damageId}::uuid and (d.part_id is not null or not r.is_counted)
    order by other.number limit 1`.execute(db())
  const other = rows[0]?.id
  if (other)
    await sql`update lab_damages set held_back = held_back + (select held_back from lab_damages
      where id = ${damageId}::uuid) where id = ${other}::uuid`.execute(db())
  else {
    await sql`update lab_parts set state = 'ok' where state in ('broken', 'lost')
      and id = (select part_id from lab_damages where id = ${damageId}::uuid)`.execute(db())
    await sql`update lab_resources r set version = r.version + 1, broken = greatest(0, r.broken - d.held_back),
        state = case when d.part_id is null and not r.is_counted and r.state in ('repair', 'lost') then 'ok'
          else r.state end
      from lab_damages d where d.id = ${damageId}::uuid and r.id = d.resource_id`.execute(db())
  }
  await sql`update lab_damages set held_back = 0 where id = ${damageId}::uuid`.execute(db())
}

export type DamageRow = {
  id: string
  number: number
  item: string
  offer: string
  category: Category
  description: string
  quantity: number
  state: DamageState
  origin: string
  isUnusable: boolean
  usableAgainAt: Date | null
  withdrawnAt: Date | null
  estimateCents: number | null
  staffNote: string
  reportedAt: Date
  version: number
  year: number | null
  bookingNumber: number | null
  school: string | null
  reporter: string | null
  clientKey: string
  hasPhoto: boolean
}

const ROW = sql`d.id, d.number, d.item, o.name as offer, d.category, d.description, d.quantity, d.state, d.origin,
  d.is_unusable, d.usable_again_at, d.withdrawn_at, d.estimate_cents, d.staff_note, d.reported_at, d.version, d.client_key,
  b.year, b.number as booking_number, s.name as school,
  nullif(concat_ws(' ', p.first_name, p.last_name), '') as reporter,
  exists (select 1 from files f where f.thing_kind = 'lab-damage' and f.thing_id = d.id and f.deleted_at is null) as has_photo`
const AROUND = sql`join lab_resources r on r.id = d.resource_id join lab_offers o on o.id = r.offer_id
  left join lab_dates at on at.id = d.date_id left join lab_bookings b on b.id = at.booking_id
  left join schools s on s.id = b.school_id left join persons p on p.id = d.reported_by`

/** Reported damages, the latest first. */
export async function listDamages(
  state: DamageState | null,
  { size, offset }: { size: number; offset: number },
): Promise<DamageRow[]> {
  const { rows } = await sql<DamageRow>`select ${ROW} from lab_damages d ${AROUND}
    where d.withdrawn_at is null ${state ? sql`and d.state = ${state}` : sql``}
    order by d.reported_at desc, d.number desc limit ${size} offset ${offset}`.execute(db())
  return rows
}

export async function countDamages(): Promise<{ state: DamageState; count: number }[]> {
  const { rows } = await sql<{
    state: DamageState
    count: number
  }>`select state, count(*)::int as count
    from lab_damages where withdrawn_at is null group by state`.execute(db())
  return rows
}

export async function findDamage(number: number): Promise<DamageRow | undefined> {
  const { rows } = await sql<DamageRow>`select ${ROW} from lab_damages d ${AROUND}
    where d.number = ${number}`.execute(db())
  return rows[0]
}

/** What broke or went missing on these dates. */
export async function listOfDate(dateId: string): Promise<DamageRow[]> {
  const { rows } = await sql<DamageRow>`select ${ROW} from lab_damages d ${AROUND}
    where d.date_id = ${dateId}::uuid and d.withdrawn_at is null order by d.number`.execute(db())
  return rows
}

/** For cards and files: whose it is. */
export async function listFacts(ids: string[]) {
  const { rows } = await sql<{
    id: string
    number: number
    item: string
    offer: string
    reportedBy: string | null
    withdrawnAt: Date | null
  }>`select d.id, d.number, d.item, o.name as offer, d.reported_by, d.withdrawn_at
    from lab_damages d join lab_resources r on r.id = d.resource_id join lab_offers o on o.id = r.offer_id
    where d.id = any(${ids}::uuid[])`.execute(db())
  return rows
}
