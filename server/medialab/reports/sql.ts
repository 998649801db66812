import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabReports } from '#db/types.ts'
import type { GradeBand } from '#server/accounts/contract.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import type { Rating, Recommendation, ReportFilter, Visibility } from './contract.ts'
import { TOLD_KINDS } from './contract.ts'

const reports = () =>
  db()
    .selectFrom('labReports as r')
    .innerJoin('labOffers as o', 'o.id', 'r.offerId')
    .leftJoin('persons', 'persons.id', 'r.authorId')
    .leftJoin('schools', 'schools.id', 'r.schoolId')
    .select([
      ...(['r.id', 'r.authorId', 'r.usedFor', 'r.conditions', 'r.subject', 'r.isContact'] as const),
      ...(['r.learning', 'r.handling', 'r.robustness', 'r.prepEffort', 'r.support'] as const),
      ...(['r.createdAt', 'r.deletedAt', 'r.version', 'o.slug', 'o.name', 'o.state'] as const),
      ...(['persons.firstName', 'persons.lastName', 'schools.name as school'] as const),
      sql<SchoolForm | ''>`r.school_form`.as('schoolForm'),
      sql<GradeBand | ''>`r.grade_band`.as('gradeBand'),
      sql<Recommendation>`r.recommendation`.as('recommendation'),
      sql<Visibility>`r.visibility`.as('visibility'),
    ])

export type ReportRow = Awaited<ReturnType<typeof listNewest>>[number]

/** Whose reports: those for all of the network, one's own, and with `seesCity` those for the city too. */
export type Reader = { id: string | null; seesCity: boolean }

const readable = ({ id, seesCity }: Reader) =>
  sql<boolean>`(r.visibility = 'network' or ${seesCity}::boolean or r.author_id = ${id}::uuid)`

const chosen = ({ offer, schoolForm, recommendation }: ReportFilter) =>
  sql<boolean>`((${offer}::text = '' or o.slug = ${offer}::text)
    and (${schoolForm}::text = '' or r.school_form = ${schoolForm}::text)
    and (${recommendation}::text = '' or r.recommendation = ${recommendation}::text))`

/** The newest first. */
export function listNewest(
  filter: ReportFilter,
  reader: Reader,
  { limit, offset = 0 }: { limit: number; offset?: number },
) {
  return reports()
    .where('r.deletedAt', 'is', null)
    .where(chosen(filter))
    .where(readable(reader))
    .orderBy('r.createdAt', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function listOfOffer(offerId: string, reader: Reader, limit: number) {
  return reports()
    .where('r.offerId', '=', offerId)
    .where('r.deletedAt', 'is', null)
    .where(readable(reader))
    .orderBy('r.createdAt', 'desc')
    .limit(limit)
    .execute()
}

export function listByIds(ids: string[]) {
  return reports()
    .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('r.deletedAt', 'is', null)
    .execute()
}

export function search(words: string[], reader: Reader, limit: number) {
  return reports()
    .where(sql<boolean>`r.search @@ plainto_tsquery('german', ${words.join(' ')})`)
    .where('r.deletedAt', 'is', null)
    .where(readable(reader))
    .orderBy('r.createdAt', 'desc')
    .limit(limit)
    .execute()
}

export const findReport = (id: string) => reports().where('r.id', '=', id).executeTakeFirst()

/** From here to the end of the transaction nobody else changes it. */
export async function lockReport(id: string): Promise<void> {
  await db().selectFrom('labReports').where('id', '=', id).select('id').forUpdate().execute()
}

export type TogetherRow = Record<Rating, number> & {
  slug: string
  name: string
  count: number
  baseEquipment: number
  poolOnly: number
  notRecommended: number
}

/** What the reports say together, by offer. Of one offer, or of all that were chosen. */
export async function listTogether(
  by: { offerId: string } | { filter: ReportFilter },
  reader: Reader,
): Promise<TogetherRow[]> {
  const which = 'offerId' in by ? sql`r.offer_id = ${by.offerId}::uuid` : chosen(by.filter)
  const { rows } = await sql<TogetherRow>`select o.slug, o.name, count(*)::int as count,
      avg(r.learning)::float as learning, avg(r.handling)::float as handling,
      avg(r.robustness)::float as robustness, avg(r.prep_effort)::float as prep_effort,
      avg(r.support)::float as support,
      count(*) filter (where r.recommendation = 'base_equipment')::int as base_equipment,
      count(*) filter (where r.recommendation = 'pool_only')::int as pool_only,
      count(*) filter (where r.recommendation = 'not_recommended')::int as not_recommended
    from lab_reports r join lab_offers o on o.id = r.offer_id
    where r.deleted_at is null and ${which} and ${readable(reader)}
    group by o.id order by count(*) desc, o.name`.execute(db())
  return rows
}

/** Offers that somebody has told of, for the choice. */
export function listToldOffers() {
  return db()
    .selectFrom('labOffers as o')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('labReports as r')
          .whereRef('r.offerId', '=', 'o.id')
          .where('r.deletedAt', 'is', null)
          .select('r.id'),
      ),
    )
    .select(['o.slug as value', 'o.name as label'])
    .orderBy('o.name')
    .limit(600)
    .execute()
}

export type Use = {
  id: string
  year: number
  number: number
  personId: string | null
  createdBy: string | null
  schoolId: string | null
  schoolForm: SchoolForm | null
  subject: string
  grade: number | null
  isOver: boolean
  offers: { id: string; slug: string; name: string; reportId: string | null }[]
}

const over = (at: Date) => sql`(d.state in ('back', 'closed')
  or (not d.is_loan and d.ends_at <= ${at} and d.state in ('confirmed', 'prepared', 'out')))`
const TOLD = sql`o.kind = any(${[...TOLD_KINDS]}::text[])`

/** A booking as something to tell of, with the offers it had. */
export async function findUse(number: number, at: Date): Promise<Use | undefined> {
  const { rows } =
    await sql<Use>`select b.id, b.year, b.number, b.person_id, b.created_by, b.school_id,
      s.school_form, b.subject, b.grade,
      exists (select from lab_dates d where d.booking_id = b.id and ${over(at)}) as is_over,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name,
          'reportId', r.id) order by o.name)
        from lab_offers o left join lab_reports r on r.offer_id = o.id and r.booking_id = b.id
          and r.deleted_at is null
        where ${TOLD} and o.id in (select x.offer_id from lab_dates d
          join lab_date_offers x on x.date_id = d.id where d.booking_id = b.id)), '[]') as offers
    from lab_bookings b left join schools s on s.id = b.school_id
    where b.number = ${number}::int`.execute(db())
  return rows[0]
}

/** @returns undefined when this form was sent before, or this booking told of the offer already */
export function insertReport(row: Insertable<LabReports>) {
  return db()
    .insertInto('labReports')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export function findByKey(authorId: string, clientKey: string) {
  return db()
    .selectFrom('labReports')
    .where('authorId', '=', authorId)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

/** Every change counts on, so that a form made before is outdated. */
export async function updateReport(
  id: string,
  row: Omit<Updateable<LabReports>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('labReports')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Is there another report of the same booking and offer? */
export async function hasOther(id: string): Promise<boolean> {
  const row = await db()
    .selectFrom('labReports as r')
    .innerJoin('labReports as other', (join) =>
      join
        .onRef('other.bookingId', '=', 'r.bookingId')
        .onRef('other.offerId', '=', 'r.offerId')
        .onRef('other.id', '<>', 'r.id'),
    )
    .where('r.id', '=', id)
    .where('other.deletedAt', 'is', null)
    .select('other.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes whom to ask: each booking once, workshops never. @returns their bookings */
export async function insertAsks(at: Date, since: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ bookingId: string }>`
    insert into lab_report_asks (booking_id, person_id, asked_at)
    select distinct on (b.id) b.id, b.person_id, ${at}::timestamptz
    from lab_dates d join lab_bookings b on b.id = d.booking_id and b.person_id is not null
    where d.ends_at > ${since} and d.ends_at <= ${at} and ${over(at)}
      and exists (select from lab_date_offers x join lab_offers o on o.id = x.offer_id
        where x.date_id = d.id and ${TOLD})
      and not exists (select from lab_report_asks a where a.booking_id = b.id)
      and not exists (select from lab_reports r where r.booking_id = b.id and r.deleted_at is null)
      and not exists (select from lab_workshops w where w.booking_id = b.id)
    order by b.id limit ${limit}::int
    on conflict do nothing returning booking_id`.execute(db())
  return rows.map(({ bookingId }) => bookingId)
}

export async function settleAsk(bookingId: string, at: Date): Promise<void> {
  await db()
    .updateTable('labReportAsks')
    .set({ settledAt: at })
    .where('bookingId', '=', bookingId)
    .where('settledAt', 'is', null)
    .execute()
}

/** Audience: whoever was asked and has not told yet. */
export function askedToTell(bookingId: string) {
  return db()
    .selectFrom('labReportAsks')
    .where('bookingId', '=', bookingId)
    .where('settledAt', 'is', null)
    .select('personId')
}

const asks = () =>
  db()
    .selectFrom('labReportAsks as a')
    .innerJoin('labBookings as b', 'b.id', 'a.bookingId')
    .select([
      ...(['b.id', 'b.year', 'b.number', 'a.personId'] as const),
      sql<string>`(select string_agg(distinct o.name, ', ' order by o.name) from lab_dates d
        join lab_date_offers x on x.date_id = d.id join lab_offers o on o.id = x.offer_id and ${TOLD}
        where d.booking_id = b.id)`.as('offers'),
    ])

/** What somebody was asked for and has not answered. */
export function listOpenAsks(personId: string, since: Date, limit: number) {
  return asks()
    .where('a.personId', '=', personId)
    .where('a.settledAt', 'is', null)
    .where('a.askedAt', '>', since)
    .orderBy('a.askedAt', 'desc')
    .limit(limit)
    .execute()
}

export const listAsks = (ids: string[], personId: string) =>
  asks()
    .where('b.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('a.personId', '=', personId)
    .execute()
