import { type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import { aHelper, aLab, anOffer } from './lab.ts'

const LONG_AGO = '2026-09-01T08:00:00Z'
/** A Monday far away: all that is booked in the lab is booked there. */
export const LAB_DAY = '2099-03-02'

type Around = {
  lead: { id: string }
  staff: { id: string }
  school: { id: string }
  plg: { id: string }
  ids: (kind: string) => string[]
}
export type LabPlaces = {
  /** Slugs: a heap with the most of everything, a room with the most zones, one whole thing, advice. */
  heap: string
  room: string
  box: string
  advice: string
  /** Its sticker, and that of one of its parts. */
  code: string
  part: string
  /** "2026-1": bookings of the lead, confirmed and over; out since long; asked for by somebody else. */
  booking: string
  closed: string
  out: string
  requested: string
}

export const NO_LAB: LabPlaces = {
  ...{ heap: '', room: '', box: '', advice: '', code: '', part: '' },
  ...{ booking: '', closed: '', out: '', requested: '' },
}

const STATES = {
  /** Of the lead, on LAB_DAY from 8 to 9. */
  'lab-booking': { state: 'confirmed', isLoan: false, from: `${LAB_DAY} 08:00`, hours: 1 },
  /** Of other people and schools, then too. */
  'lab-requested': { state: 'requested', isLoan: false, from: `${LAB_DAY} 08:00`, hours: 1 },
  /** Of other people at the school of the lead, where they are not (any more). */
  'lab-left': { state: 'confirmed', isLoan: false, from: `${LAB_DAY} 08:00`, hours: 1 },
  /** Of the lead: lies ready, is out for too long, is over. */
  'lab-prepared': { state: 'prepared', isLoan: true, from: `${LAB_DAY} 00:00`, hours: 24 },
  'lab-out': { state: 'out', isLoan: true, from: '2026-09-07 00:00', hours: 240 },
  'lab-closed': { state: 'closed', isLoan: true, from: '2026-09-07 00:00', hours: 240 },
}
type Kind = keyof typeof STATES

/**
 * Among the grown things of a neighbourhood: so many offers of each kind ('lab-heap', 'lab-zone', 'lab-box'), all
 * bookings of STATES on the first heap, which has as many parts and instructions, closures, and unmet wishes. The id of
 * a booking is that of its only date, too.
 */
export async function labAmong(at: Around): Promise<LabPlaces> {
  await ground(at)
  await offers(at)
  await around(at)
  for (const kind of Object.keys(STATES) as Kind[]) await bookings(at, kind)
  return places(at)
}

const ROOM = 'nachbar-raum'
const ADVICE = 'nachbar-beratung'
const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`
/** Stickers have neither O nor I nor digits that look like them. */
const sticker = (i: RawBuilder<unknown>) =>
  sql<string>`chr(65 + (${i} / 64)::int) || (2 + ${i} / 8 % 8) || (2 + ${i} % 8)`

/** When it is open, a room, and advice that somebody gives: once. */
async function ground({ staff }: Around): Promise<void> {
  const known = await db().selectFrom('labOffers').where('slug', '=', ROOM).executeTakeFirst()
  if (known) return
  // A city has one already.
  const lab = await db().selectFrom('labSites').where('isLab', '=', true).executeTakeFirst()
  if (!lab) await aLab()
  const room = await anOffer({ slug: ROOM, name: 'Raum am Bruch', kind: 'room', places: 1000 })
  await db()
    .insertInto('labResources')
    .values({ offerId: room.id, code: 'NACHBAR-R', isCounted: false })
    .execute()
  const advice = await anOffer({ slug: ADVICE, name: 'Beratung am Bruch', kind: 'advice' })
  await aHelper(staff.id, [advice.id])
}

const OFFERS = { 'lab-heap': 'set', 'lab-zone': 'zone', 'lab-box': 'set' }

async function offers({ ids }: Around): Promise<void> {
  for (const [kind, offerKind] of Object.entries(OFFERS)) {
    const word = `nachbar-${kind.slice(4)}`
    const isHeap = kind === 'lab-heap'
    await sql`insert into lab_offers (id, slug, kind, name, summary, room_id, places, is_lent, state, created_at,
        changed_at, client_key)
      select grown.id, ${word}::text || '-' || i, ${offerKind}, 'Bruch ' || ${word}::text || ' ' || i, 'Am Bruch',
        case when ${offerKind} = 'zone' then (select id from lab_offers where slug = ${ROOM}) end, 1000,
        ${offerKind} = 'set', 'listed', ${LONG_AGO}::timestamptz, ${LONG_AGO}::timestamptz, grown.id
      from ${grown(ids(kind))} ${NOTHING}`.execute(db())
    await sql`insert into lab_resources (id, offer_id, code, label, is_counted, total)
      select grown.id, grown.id, upper(translate(${word}::text, 'oi', 'ue')) || '-' || ${sticker(sql`i`)}, 'Bruch ' || i,
        ${isHeap}, case when ${isHeap} then 10000 else 1 end
      from ${grown(ids(kind))} ${NOTHING}`.execute(db())
  }
}

/** Parts, instructions, closures, wishes: as many as there is of everything. */
async function around({ lead, staff, school, ids }: Around): Promise<void> {
  const [heap = ''] = ids('lab-heap')
  const at = sql`${LONG_AGO}::timestamptz`
  await sql`insert into lab_parts (id, resource_id, code, name, is_unit, position)
    select id, ${heap}::uuid, 'PART-' || ${sticker(sql`i`)}, 'Teil ' || i, true, i
    from ${grown(ids('lab-part'))} ${NOTHING}`.execute(db())
  const instructions = ids('lab-instruction')
  await sql`insert into lab_instructions (id, name, kind) select id, 'Bruch ' || i, 'introduction'
    from ${grown(instructions)} ${NOTHING}`.execute(db())
  await sql`insert into lab_offer_instructions (offer_id, instruction_id) select ${heap}::uuid, id
    from ${grown(instructions)} ${NOTHING}`.execute(db())
  await sql`insert into lab_instructed (id, person_id, instruction_id, given_on, given_by, created_at)
    select id, ${lead.id}::uuid, id, '2026-09-01', ${staff.id}::uuid, ${at}
    from ${grown(instructions)} ${NOTHING}`.execute(db())
  await sql`insert into lab_closures (id, site_id, starts_on, ends_on, reason, effect, created_by, created_at)
    select grown.id, s.id, date '2098-01-01' + i::int, date '2098-01-01' + i::int, 'Bruch ' || i, 'closed',
      ${staff.id}::uuid, ${at}
    from ${grown(ids('lab-closure'))}, lab_sites s where s.is_lab ${NOTHING}`.execute(db())
  await sql`insert into lab_unmet (id, at, school_id, offer_id, kind, wanted, starts_at, ends_at, reason)
    select id, ${at} + i * interval '1 hour', ${school.id}::uuid, ${heap}::uuid, 'set', 'Bruch ' || i, ${at},
      ${at} + interval '1 day', 'occupied'
    from ${grown(ids('lab-unmet'))} ${NOTHING}`.execute(db())
}

async function bookings({ lead, school, plg, ids }: Around, kind: Kind): Promise<void> {
  const { state, isLoan, from, hours } = STATES[kind]
  const isOwn = kind !== 'lab-requested' && kind !== 'lab-left'
  const person = isOwn ? sql`${lead.id}::uuid` : sql`other`
  const home = kind === 'lab-requested' ? sql`elsewhere` : sql`${school.id}::uuid`
  const all = ids(kind)
  const at = sql`${LONG_AGO}::timestamptz`
  await sql`insert into lab_bookings (id, year, person_id, school_id, plg_id, purpose, created_by, created_at,
      changed_at, client_key)
    select id, 2026, ${person}, ${home}, ${isOwn ? plg.id : null}::uuid, 'Bruch ' || id, ${person}, ${at}, ${at}, id
    from unnest(${all}::uuid[], ${ids('person')}::uuid[], ${ids('school')}::uuid[]) as grown (id, other, elsewhere)
    ${NOTHING}`.execute(db())
  const starts = sql`(${from}::timestamp at time zone 'Europe/Berlin')`
  await sql`insert into lab_dates (id, booking_id, position, is_loan, starts_at, ends_at, state, changed_at)
    select id, id, 1, ${isLoan}, ${starts}, ${starts} + ${hours}::int * interval '1 hour', ${state}, ${at}
    from ${grown(all)} ${NOTHING}`.execute(db())
  await sql`insert into lab_date_offers (date_id, offer_id) select d.id, ${ids('lab-heap')[0]}::uuid
    from lab_dates d where d.id = any(${all}::uuid[]) ${NOTHING}`.execute(db())
  await sql`insert into lab_claims (date_id, resource_id, blocked, is_active)
    select d.id, ${ids('lab-heap')[0]}::uuid, tstzrange(d.starts_at, d.ends_at), d.state <> 'closed'
    from lab_dates d where d.id = any(${all}::uuid[])
      and not exists (select from lab_claims c where c.date_id = d.id)`.execute(db())
}

async function places({ ids }: Around): Promise<LabPlaces> {
  const first = (kind: string) => ids(kind)[0] ?? ''
  const nameOf = (kind: Kind) =>
    sql`(select year || '-' || number from lab_bookings where id = ${first(kind)}::uuid)`
  const slugOf = (kind: string) =>
    sql`(select slug from lab_offers where id = ${first(kind)}::uuid)`
  const { rows } =
    await sql<LabPlaces>`select ${slugOf('lab-heap')} as heap, ${slugOf('lab-box')} as box,
    ${ROOM}::text as room, ${ADVICE}::text as advice,
    (select code from lab_resources where id = ${first('lab-heap')}::uuid) as code,
    (select code from lab_parts where id = ${first('lab-part')}::uuid) as part,
    ${nameOf('lab-booking')} as booking, ${nameOf('lab-closed')} as closed, ${nameOf('lab-out')} as out,
    ${nameOf('lab-requested')} as requested`.execute(db())
  return rows[0] ?? NO_LAB
}
