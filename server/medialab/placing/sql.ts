import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabBookings, LabDates } from '#db/types.ts'
import type { OfferRules } from '../booking/contract.ts'
import { ENDED_STATES } from '../contract.ts'
import type { NewClaim } from '../stock/contract.ts'

export type OfferRow = OfferRules & {
  id: string
  slug: string
  name: string
  state: string
  replacementCents: number | null
  roomId: string | null
}

/** Offers with what their rules say, by their slugs or ids. */
export async function listOffers(by: { slugs: string[] } | { ids: string[] }): Promise<OfferRow[]> {
  const rows = await db()
    .selectFrom('labOffers')
    .where(
      'slugs' in by
        ? sql<boolean>`slug = any(${by.slugs}::text[])`
        : sql<boolean>`id = any(${by.ids}::uuid[])`,
    )
    .select([
      ...(['id', 'slug', 'name', 'state', 'isInLab', 'isLent', 'isDelivered'] as const),
      ...([
        'isFetchedInPerson',
        'places',
        'gradeMin',
        'gradeMax',
        'minAge',
        'minLeadDays',
      ] as const),
      ...(['maxAdvanceDays', 'maxSchoolDays', 'maxProjectSchoolDays', 'maxOpenPerSchool'] as const),
      ...(['maxOpenPerPerson', 'cooldownDays', 'replacementCents', 'roomId'] as const),
      sql<OfferRules['kind']>`kind`.as('kind'),
      sql<OfferRules['class']>`class`.as('class'),
      sql<OfferRules['holidays']>`holidays`.as('holidays'),
      sql<OfferRules['approval']>`approval`.as('approval'),
    ])
    .execute()
  return rows
}

export type OfferFacts = {
  offerId: string
  openOfSchool: number
  openOfPerson: number
  lastEnd: string | null
  missingInstructions: { id: string; name: string; next: string | null }[]
  missingCritical: string[]
  missingMinor: string[]
  needed: { productId: string; name: string }[]
}

/**
 * What is known of school, person and stock for each of these offers, in one query. `ended` are the states in which a
 * date is over; `day` is the first day on which an instruction has to hold. Where one is missing: the next workshop with
 * a free seat that has its name in the title.
 */
export async function listFacts(
  offerIds: string[],
  of: { schoolId: string | null; personId: string; day: string; at: Date; besides: string[] },
): Promise<OfferFacts[]> {
  const over = [...ENDED_STATES, 'back']
  /** Dates that are not over, of each of the offers. */
  const open = (of_: 'school_id' | 'person_id', id: string | null) =>
    sql`(select x.offer_id, count(*)::int as dates from lab_bookings b
      cross join lateral (select id from lab_dates one where one.booking_id = b.id
        and one.state <> all(${over}::text[]) offset 0) d
      join lab_date_offers x on x.date_id = d.id
      where b.${sql.ref(of_)} = ${id}::uuid and b.id <> all(${of.besides}::uuid[]) group by x.offer_id)`
  const missing = (isCritical: boolean) =>
    sql<string[]>`coalesce((select array_agg(distinct p.name) from lab_parts p
      join lab_resources r on r.id = p.resource_id and not r.is_counted
      where r.offer_id = o.id and r.state in ('ok', 'limited') and not p.is_unit and p.is_critical = ${isCritical}
        and p.state in ('broken', 'lost')
        and not exists (select 1 from lab_resources other where other.offer_id = o.id and other.id <> r.id
          and other.state = 'ok')), '{}')`
  const next = sql`(select to_char(min(w.starts_at) at time zone 'Europe/Berlin', 'YYYY-MM-DD') from lab_workshops w
    where w.state = 'published' and w.starts_at > ${of.at} and w.signup_until > ${of.at}
      and to_tsvector('german', w.title) @@ plainto_tsquery('german', i.name)
      and w.seats > (select count(*) from lab_seats x where x.workshop_id = w.id
        and x.state in ('offered', 'requested', 'taken')))`
  const { rows } = await sql<OfferFacts>`select o.id as offer_id,
      coalesce(of_school.dates, 0) as open_of_school, coalesce(of_person.dates, 0) as open_of_person,
      to_char(loans.last_end, 'YYYY-MM-DD') as last_end,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'next', ${next})) from lab_offer_instructions oi
        join lab_instructions i on i.id = oi.instruction_id and i.retired_at is null
        where oi.offer_id = o.id and not exists (select 1 from lab_instructed got
          where got.instruction_id = i.id and got.person_id = ${of.personId}::uuid and got.revoked_at is null
            and got.given_on <= ${of.day} and coalesce(got.valid_until, ${of.day}) >= ${of.day})), '[]')
        as missing_instructions,
      ${missing(true)} as missing_critical, ${missing(false)} as missing_minor,
      coalesce((select jsonb_agg(jsonb_build_object('productId', p.id, 'name', p.name)) from lab_offer_software s
        join software_products p on p.id = s.product_id where s.offer_id = o.id and s.is_needed), '[]') as needed
    from lab_offers o
    left join ${open('school_id', of.schoolId)} of_school on of_school.offer_id = o.id
    left join ${open('person_id', of.personId)} of_person on of_person.offer_id = o.id
    left join (select x.offer_id, max(d.ends_at - interval '1 minute') at time zone 'Europe/Berlin' as last_end
      from lab_bookings b cross join lateral (select id, ends_at from lab_dates one
        where one.booking_id = b.id and one.is_loan
          and one.state in ('out', 'partly_back', 'back', 'closed') offset 0) d
      join lab_date_offers x on x.date_id = d.id
      where b.school_id = ${of.schoolId}::uuid group by x.offer_id) loans on loans.offer_id = o.id
    where o.id = any(${offerIds}::uuid[])`.execute(db())
  return rows
}

/** Of a Vorhaben: its kind and PLG, when this person is one of its people; a facilitated one has its PLG. */
export function findProject(projectId: string, personId: string) {
  return db()
    .selectFrom('projects')
    .where('id', '=', projectId)
    .where('deletedAt', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from plg_members m where m.plg_id = projects.plg_id
        and m.person_id = ${personId}::uuid and m.state = 'active')`,
    )
    .select(['id', 'plgId', 'status', sql<string>`kind`.as('kind')])
    .executeTakeFirst()
}

/** Is this person in the PLG? */
export function findSeat(plgId: string, personId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('personId', '=', personId)
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()
}

export function findByKey(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('labBookings')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .select([
      'year',
      'number',
      sql<boolean>`exists (select 1 from lab_dates d where d.booking_id = lab_bookings.id
        and d.state = 'requested')`.as('isRequested'),
    ])
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertBooking(row: Insertable<LabBookings>) {
  return db()
    .insertInto('labBookings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'year', 'number'])
    .executeTakeFirst()
}

export async function insertDates(rows: Insertable<LabDates>[]): Promise<string[]> {
  const made = await db()
    .insertInto('labDates')
    .values(rows)
    .returning(['id', 'position'])
    .execute()
  return made.toSorted((a, b) => a.position - b.position).map(({ id }) => id)
}

/** What was asked for, of each of these dates the same. */
export async function insertBooked(
  dateIds: string[],
  offers: { offerId: string; quantity: number }[],
): Promise<void> {
  const rows = dateIds.flatMap((dateId) => offers.map((offer) => ({ dateId, ...offer })))
  if (rows.length > 0) await db().insertInto('labDateOffers').values(rows).execute()
}

/** Holds what these dates need. The database refuses what somebody else has. */
export async function insertClaims(all: { dateId: string; claims: NewClaim[] }[]): Promise<void> {
  const rows = all
    .flatMap(({ dateId, claims }) => claims.map((claim) => ({ dateId, ...claim })))
    .toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1))
  if (rows.length === 0) return
  const of = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key])
  await sql`insert into lab_claims (date_id, resource_id, quantity, blocked, lock)
    select date_id, resource_id, quantity, tstzrange(starts_at, ends_at),
      case lock when 'own' then nextval('lab_locks') when 'shared' then 0 end
    from unnest(${of('dateId')}::uuid[], ${of('resourceId')}::uuid[], ${of('quantity')}::int[],
      ${rows.map(({ from }) => new Date(from))}::timestamptz[], ${rows.map(({ to }) => new Date(to))}::timestamptz[],
      ${of('lock')}::text[]) as claims (date_id, resource_id, quantity, starts_at, ends_at, lock)`.execute(
    db(),
  )
}

export async function deleteClaims(dateIds: string[]): Promise<void> {
  await sql`delete from lab_claims where date_id = any(${dateIds}::uuid[])`.execute(db())
}
