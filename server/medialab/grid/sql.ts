import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { OfferKind } from '../contract.ts'
import type { Search } from './contract.ts'

export type OfferRow = {
  id: string
  slug: string
  name: string
  kind: OfferKind
  isInLab: boolean
  maxAdvanceDays: number
  total: number
}

/** Listed offers as the table shows them: rooms first, staff last. */
export async function listOffers(
  { kind, field, offer }: Pick<Search, 'kind' | 'field' | 'offer'>,
  { size, offset }: { size: number; offset: number },
): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`select id, slug, name, kind, is_in_lab, max_advance_days,
      count(*) over ()::int as total
    from lab_offers
    where state = 'listed' and ${kind} in ('', kind) and ${field} in ('', field) and ${offer} in ('', slug)
    order by array_position(array['room', 'zone', 'station', 'set', 'event', 'advice'], kind), name, id
    limit ${size} offset ${offset}`.execute(db())
  return rows
}

export type DateRow = {
  id: string
  isAsked: boolean
  isOwn: boolean
  startsAt: Date
  endsAt: Date
  year: number
  number: number
  /** Null when it is not the reader's to know. */
  purpose: string | null
  school: string | null
  workshop: { number: number; title: string; seats: number } | null
  offerIds: string[]
}

/**
 * Of these dates what the reader may know: of their own and of workshops all, of requests that they are some; the SMZ
 * (`seesAll`) gets the school of every one. Others are left out, so that nothing of them can get any further.
 */
export async function listDates(
  ids: string[],
  { personId, seesAll }: { personId: string | null; seesAll: boolean },
): Promise<DateRow[]> {
  const { rows } =
    await sql<DateRow>`select d.id, d.state = 'requested' as is_asked, own.is as is_own, d.starts_at,
      d.ends_at, b.year, b.number, case when own.is then b.purpose end as purpose,
      case when ${seesAll}::boolean then s.name end as school,
      case when w.id is not null then jsonb_build_object('number', w.number, 'title', w.title, 'seats', w.seats
        - (select count(*) from lab_seats seat where seat.workshop_id = w.id
          and seat.state in ('offered', 'requested', 'taken'))) end as workshop,
      case when exists (select from lab_date_offers o where o.date_id = d.id)
        then array(select o.offer_id from lab_date_offers o where o.date_id = d.id)
        else array(select r.offer_id from lab_claims c join lab_resources r on r.id = c.resource_id
          where c.date_id = d.id and c.lock is distinct from 0 and r.offer_id is not null) end as offer_ids
    from lab_dates d join lab_bookings b on b.id = d.booking_id
    cross join lateral (select coalesce(b.person_id = ${personId}::uuid or b.created_by = ${personId}::uuid, false) as is) as own
    left join schools s on s.id = b.school_id
    left join lab_workshops w on w.booking_id = b.id and w.state = 'published'
    where d.id = any(${ids}::uuid[])
      and (d.state = 'requested' or own.is or w.id is not null or ${seesAll}::boolean)`.execute(
      db(),
    )
  return rows
}

/** From the first to the last moment of these dates, or of all of these bookings. */
export async function listTimes(of: {
  dateIds: string[]
  bookingId: string | null
}): Promise<{ startsAt: Date; endsAt: Date }[]> {
  const { rows } = await sql<{
    startsAt: Date
    endsAt: Date
  }>`select starts_at, ends_at from lab_dates
    where id = any(${of.dateIds}::uuid[])
    union select starts_at, ends_at from lab_dates where booking_id = ${of.bookingId}::uuid`.execute(
    db(),
  )
  return rows
}
