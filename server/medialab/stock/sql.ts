import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Claim, Lock, Stock } from './contract.ts'

const RESOURCE = sql`jsonb_build_object('id', r.id, 'code', r.code, 'label', r.label, 'isCounted', r.is_counted,
  'total', r.total, 'reserve', r.reserve, 'broken', r.broken, 'state', r.state)`

/** What these offers are made of, in one query. */
export async function listStock(offerIds: string[]): Promise<Stock[]> {
  const { rows } =
    await sql<Stock>`select o.id, o.kind, o.needs_staff, o.minutes_before, o.minutes_after,
      o.turnaround_school_days,
      coalesce((select jsonb_agg(${RESOURCE} order by r.position, r.id) from lab_resources r
        where r.offer_id = o.id), '[]') as resources,
      (select jsonb_build_object('resource', ${RESOURCE}, 'places', room.places)
        from lab_offers room join lab_resources r on r.offer_id = room.id
        where room.id = o.room_id order by r.position, r.id limit 1) as room,
      coalesce((select jsonb_agg(${RESOURCE} order by r.position, r.id) from lab_offer_staff s
        join lab_resources r on r.id = s.resource_id where s.offer_id = o.id), '[]') as staff
    from lab_offers o where o.id = any(${offerIds}::uuid[])`.execute(db())
  return rows
}

/** What holds these resources between two moments; `besides` leaves a date out that is about to be moved. */
export async function listClaims(
  resourceIds: string[],
  { from, to, besides = [] }: { from: number; to: number; besides?: string[] },
): Promise<Claim[]> {
  const { rows } = await sql<{
    dateId: string
    resourceId: string
    quantity: number
    from: Date
    to: Date
    lock: Lock
  }>`select c.date_id, c.resource_id, c.quantity, lower(c.blocked) as from, upper(c.blocked) as to,
      case when c.lock is null then 'counted' when c.lock = 0 then 'shared' else 'own' end as lock
    from unnest(${resourceIds}::uuid[]) as asked (id) cross join lateral (select * from lab_claims held
      where held.resource_id = asked.id and held.is_active
        and held.blocked && tstzrange(${new Date(from)}, ${new Date(to)}) offset 0) c
    where c.date_id <> all(${besides}::uuid[])`.execute(db())
  return rows.map((row) => ({ ...row, from: row.from.getTime(), to: row.to.getTime() }))
}

/** From here to the end of the transaction nobody else gives these away. Always in the same order: no deadlock. */
export async function lockResources(ids: string[]): Promise<void> {
  await sql`select id from lab_resources where id = any(${ids}::uuid[]) order by id for update`.execute(
    db(),
  )
}
