import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Shortfall, TroubleKind } from './contract.ts'

export type CapacityRow = {
  resourceId: string
  /** How many of it can go; 0 where the whole is out of use. */
  capacity: number
  holdings: {
    dateId: string
    quantity: number
    from: string
    to: string
    isOut: boolean
    bookedAt: string
  }[]
}

/** What there is of these, and who holds it from now on. Without a critical part nothing of it goes. */
export async function listCapacity(resourceIds: string[], at: Date): Promise<CapacityRow[]> {
  const { rows } = await sql<CapacityRow>`select r.id as resource_id,
      case when r.state in ('repair', 'lost', 'retired') or exists (select 1 from lab_parts p
        where p.resource_id = r.id and p.is_critical and not p.is_unit and p.state in ('broken', 'lost')) then 0
        when r.is_counted then r.total - r.reserve - r.broken else 1 end as capacity,
      coalesce((select jsonb_agg(jsonb_build_object('dateId', d.id, 'quantity', c.quantity,
        'from', lower(c.blocked), 'isOut', d.state in ('out', 'partly_back'), 'bookedAt', b.created_at,
        'to', upper(c.blocked)))
        from lab_claims c join lab_dates d on d.id = c.date_id join lab_bookings b on b.id = d.booking_id
        where c.resource_id = r.id and c.is_active and c.lock is distinct from 0
          and (d.state in ('out', 'partly_back')
            or (d.state in ('requested', 'confirmed', 'prepared') and upper(c.blocked) > ${at}))), '[]') as holdings
    from lab_resources r where r.id = any(${resourceIds}::uuid[])`.execute(db())
  return rows
}

/** Writes down what is new. @returns the ids of those nobody knew of */
export async function insertNew(
  resourceId: string,
  kind: TroubleKind,
  all: Shortfall[],
  at: Date,
): Promise<string[]> {
  if (all.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`insert into lab_troubles (date_id, resource_id, kind, missing, since)
    select date_id, ${resourceId}::uuid, ${kind}, missing, ${at}
    from unnest(${all.map(({ dateId }) => dateId)}::uuid[], ${all.map(({ missing }) => missing)}::int[])
      as short (date_id, missing)
    on conflict (date_id, resource_id, kind) where resolved_at is null do nothing returning id`.execute(
    db(),
  )
  return rows.map(({ id }) => id)
}

/** What holds no more, because it was mended, came back or was cancelled. */
export async function resolveOthers(
  resourceId: string,
  kind: TroubleKind,
  stillShort: string[],
  at: Date,
): Promise<void> {
  await sql`update lab_troubles set resolved_at = ${at} where resource_id = ${resourceId}::uuid and kind = ${kind}
    and resolved_at is null and date_id <> all(${stillShort}::uuid[])`.execute(db())
}

export type TroubleRow = {
  id: string
  dateId: string
  kind: TroubleKind
  missing: number
  offer: string
}

/** What stands in the way of these dates now; those that are over are in nobody's way. */
export async function listOpenOf(dateIds: string[]): Promise<TroubleRow[]> {
  const { rows } = await sql<TroubleRow>`select t.id, t.date_id, t.kind, t.missing, o.name as offer
    from lab_troubles t join lab_dates d on d.id = t.date_id and d.state in ('requested', 'confirmed', 'prepared')
    join lab_resources r on r.id = t.resource_id join lab_offers o on o.id = r.offer_id
    where t.date_id = any(${dateIds}::uuid[]) and t.resolved_at is null order by t.since, t.id`.execute(
    db(),
  )
  return rows
}

export type ToldRow = TroubleRow & {
  bookingId: string
  year: number
  number: number
  offerId: string
  quantity: number
  isLoan: boolean
  startsAt: Date
  endsAt: Date
}

/** For telling those whom it concerns. */
export async function listTold(ids: string[]): Promise<ToldRow[]> {
  const { rows } =
    await sql<ToldRow>`select t.id, t.date_id, t.kind, t.missing, o.name as offer, o.id as offer_id,
      c.quantity, d.booking_id, d.is_loan, d.starts_at, d.ends_at, b.year, b.number
    from lab_troubles t join lab_dates d on d.id = t.date_id join lab_bookings b on b.id = d.booking_id
    join lab_resources r on r.id = t.resource_id join lab_offers o on o.id = r.offer_id
    join lab_claims c on c.date_id = t.date_id and c.resource_id = t.resource_id
    where t.id = any(${ids}::uuid[]) and t.resolved_at is null order by t.id`.execute(db())
  return rows
}
