import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Capacity, HeatCell, UnreachedSchool, UtilisationBy } from './contract.ts'
import type { UtilisationRow } from './rules.ts'

export type UtilisationSpan = {
  from: Date
  to: Date
  schoolForm: string
  district: string
  kind: string
}

/** What counts as booked: what was given up in time, refused or never answered does not. */
const BOOKED = sql`('confirmed', 'prepared', 'out', 'partly_back', 'back', 'closed', 'no_show')`
/** No loan is longer: what began before cannot reach into the period. */
const LONGEST = sql`interval '400 days'`

/** Dates with a part in the period, once for each of their offers. */
const had = ({ from, to, schoolForm, district, kind }: UtilisationSpan) => sql`(
  select d.id, d.is_loan, d.state, d.is_late_cancelled, d.starts_at, b.school_id, s.school_form, s.district,
    x.offer_id, x.quantity, o.name, o.kind,
    greatest(d.starts_at, ${from}::timestamptz) as begins, least(d.ends_at, ${to}::timestamptz) as ends
  from lab_dates d join lab_bookings b on b.id = d.booking_id
  join lab_date_offers x on x.date_id = d.id join lab_offers o on o.id = x.offer_id
  left join schools s on s.id = b.school_id
  where d.starts_at >= ${from}::timestamptz - ${LONGEST} and d.starts_at < ${to}::timestamptz
    and d.ends_at > ${from}::timestamptz
    and (${schoolForm}::text = '' or s.school_form = ${schoolForm}::text)
    and (${district}::text = '' or s.district = ${district}::text)
    and (${kind}::text = '' or o.kind = ${kind}::text))`

/**
 * What was booked, put together by one of UTILISATION_BY. A loan over the end of a month counts in the month in which it
 * began. `calendar` says how many school days there were until each day.
 */
export async function listUtilisation(
  span: UtilisationSpan,
  by: UtilisationBy,
  calendar: { days: string[]; counts: number[] },
): Promise<UtilisationRow[]> {
  const day = (at: 'begins' | 'ends') =>
    sql`((h.${sql.ref(at)} - ${at === 'ends' ? sql`interval '1 minute'` : sql`interval '0'`})
      at time zone 'Europe/Berlin')::date`
  const { rows } = await sql<UtilisationRow>`
    with calendar as (select * from unnest(${calendar.days}::date[], ${calendar.counts}::int[]) as c (day, count))
    select key, max(name) as name,
      count(distinct id) filter (where state in ${BOOKED})::int as bookings,
      coalesce(sum(quantity * extract(epoch from ends - begins) / 3600)
        filter (where state in ${BOOKED} and not is_loan), 0)::float as hours,
      coalesce(sum(quantity * school_days) filter (where state in ${BOOKED} and is_loan), 0)::int as days,
      count(distinct id) filter (where state = 'no_show')::int as no_shows,
      count(distinct id) filter (where state = 'cancelled' and is_late_cancelled)::int as late_cancelled,
      count(distinct school_id) filter (where state in ${BOOKED})::int as schools
    from (select h.*, coalesce(last.count - first.count, 0) as school_days,
        coalesce(case ${by}::text when 'offer' then h.offer_id::text when 'kind' then h.kind
          when 'month' then to_char(h.begins at time zone 'Europe/Berlin', 'YYYY-MM')
          when 'schoolForm' then h.school_form else h.district end, '') as key
      from ${had(span)} h
      left join calendar first on first.day = ${day('begins')} - 1
      left join calendar last on last.day = ${day('ends')}) keyed
    group by key
    having count(*) filter (where state in ${BOOKED} or (state = 'cancelled' and is_late_cancelled)) > 0`.execute(
    db(),
  )
  return rows
}

/** When of the week the lab is used, by hours that a use has a part in. */
export async function listHeat(span: UtilisationSpan): Promise<HeatCell[]> {
  const { rows } = await sql<HeatCell>`
    select extract(isodow from h.begins at time zone 'Europe/Berlin')::int as weekday, hour::int,
      count(distinct h.id)::int as uses
    from ${had(span)} h
    cross join lateral generate_series(extract(hour from h.begins at time zone 'Europe/Berlin')::int,
      extract(hour from (h.ends - interval '1 minute') at time zone 'Europe/Berlin')::int) hour
    where not h.is_loan and h.state in ${BOOKED}
    group by 1, 2 order by 1, 2`.execute(db())
  return rows
}

/** What there is of each offer, without what is gone or in repair. */
export async function listCapacities(kind: string): Promise<Capacity[]> {
  const { rows } = await sql<Capacity>`select o.id, o.name, o.kind, o.is_in_lab, o.is_lent,
      case o.kind when 'event' then 1 when 'advice' then (select count(*) from lab_offer_staff x
          join lab_resources r on r.id = x.resource_id and r.state in ('ok', 'limited') where x.offer_id = o.id)
        else (select coalesce(sum(case when r.is_counted then r.total - r.reserve - r.broken else 1 end), 0)
          from lab_resources r where r.offer_id = o.id and r.state in ('ok', 'limited')) end::int as units
    from lab_offers o where o.state = 'listed' and (${kind}::text = '' or o.kind = ${kind}::text)`.execute(
    db(),
  )
  return rows
}

/** Schools at work that had nothing in the period. */
export async function listUnreached(span: UtilisationSpan): Promise<UnreachedSchool[]> {
  const { rows } = await sql<UnreachedSchool>`
    with reached as materialized (select distinct h.school_id from ${had(span)} h
      where h.state in ${BOOKED} and h.school_id is not null)
    select s.slug, s.name, s.school_form, s.district from schools s
    where s.operation in ('open', 'closing') and not exists (select from reached r where r.school_id = s.id)
      and (${span.schoolForm}::text = '' or s.school_form = ${span.schoolForm}::text)
      and (${span.district}::text = '' or s.district = ${span.district}::text)
    order by s.district nulls last, s.name, s.id`.execute(db())
  return rows
}

/** How many schools the choice speaks of, whether or not they had anything. */
export async function countChosen({ schoolForm, district }: UtilisationSpan): Promise<number> {
  const { rows } = await sql<{ schools: number }>`select count(*)::int as schools from schools s
    where s.operation in ('open', 'closing')
      and (${schoolForm}::text = '' or s.school_form = ${schoolForm}::text)
      and (${district}::text = '' or s.district = ${district}::text)`.execute(db())
  return rows[0]?.schools ?? 0
}
