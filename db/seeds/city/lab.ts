import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance, diceOf, oneOf } from './chance.ts'
import { asColumns, type CityPerson } from './people.ts'
import { PLACE_NAMES } from './words.ts'

/** Of each offer one booking a week: with 500 offers 50,000 over two years, from the past into the next months. */
const WEEKS = { first: -75, last: 24 }
const PURPOSES = ['6b Erklärvideo', '8a Podcast', '3c Roboter', 'Projektwoche', '9d Schulradio']
const STUFF = ['iPad-Koffer', 'Podcast-Koffer', 'Lernroboter', 'VR-Set', 'Medienbox', 'Kamera']
const FIELDS = ['visual', 'audio', 'haptic_tinker', 'coding_flex', 'special_needs']

type Kind = 'room' | 'zone' | 'station' | 'set' | 'advice' | 'event'
/** Of 25 offers 2 are rooms, 3 zones, 2 stations, one is advice or an event; all others are sets, every third a heap. */
function kindOf(at: number): Kind {
  const place = at % 25
  if (place < 2) return 'room'
  if (place < 5) return 'zone'
  if (place < 7) return 'station'
  if (place === 7) return at % 50 === 7 ? 'advice' : 'event'
  return 'set'
}

/** A MediaLab as large as that of a whole region, and two years of its bookings; the constraints hold for all of them. */
export async function seedCityLab(
  chance: Chance,
  { people, count }: { people: CityPerson[]; count: number },
  moments: Moments,
): Promise<void> {
  await seedHours()
  await seedOffers(chance, count, moments)
  await seedStaff()
  await seedBookings(people, moments)
}

async function seedHours(): Promise<void> {
  await sql`insert into lab_sites (is_lab, name) values (true, 'MediaLab der Stadt')`.execute(db())
  await sql`insert into lab_hours (site_id, weekday, purpose, from_time, to_time)
    select s.id, weekday, purpose, '08:00', '17:00' from lab_sites s, generate_series(1, 5) weekday,
      unnest(array['open', 'handover', 'advice', 'events']) purpose`.execute(db())
}

async function seedOffers(chance: Chance, count: number, { daysAgo }: Moments): Promise<void> {
  const at = daysAgo(600)
  const all = Array.from({ length: count }, (_, place) => {
    const kind = kindOf(place)
    const word = kind === 'set' ? STUFF[place % STUFF.length] : WORDS[kind]
    return {
      ...{ id: chance.uuid(), kind, slug: `angebot-${place + 1}`, field: chance.pick(FIELDS) },
      name: `${word} ${PLACE_NAMES[place % PLACE_NAMES.length]} ${place + 1}`,
      ...{ summary: 'Für Klassen und Gruppen, mit Anleitung.', isLent: kind === 'set' },
      ...{ places: kind === 'set' ? null : 30, state: 'listed', turnaroundSchoolDays: 1 },
      ...{ createdAt: at, changedAt: at, clientKey: chance.uuid() },
    }
  })
  const rooms = all.filter(({ kind }) => kind === 'room')
  let lying = 0
  const rows = all.map((offer) => ({
    ...offer,
    roomId: LYING.includes(offer.kind) ? rooms[lying++ % rooms.length]?.id : null,
  }))
  // Rooms first: the others lie in them.
  const sorted = [...rows.filter(({ roomId }) => !roomId), ...rows.filter(({ roomId }) => roomId)]
  for (const batch of batches(sorted)) await db().insertInto('labOffers').values(batch).execute()
  await sql`insert into lab_resources (offer_id, code, label, is_counted, total)
    select id, 'STADT-' || translate(number::text, '01', 'AB'), name, is_heap, case when is_heap then 30 else 1 end
    from lab_offers, lateral (select kind = 'set' and number % 3 = 0 as is_heap) as of
    where kind not in ('advice', 'event')`.execute(db())
}

const LYING: Kind[] = ['zone', 'station', 'event']
const WORDS: Record<Kind, string> = {
  ...{ room: 'Raum', zone: 'Ecke', station: '3D-Drucker', set: 'Koffer' },
  ...{ advice: 'Beratung', event: 'Gruppentermin' },
}

/** For every advice somebody who gives it. */
async function seedStaff(): Promise<void> {
  await sql`with made as (insert into lab_resources (id, is_staff, is_counted, label)
      select id, true, false, name from lab_offers where kind = 'advice' returning id)
    insert into lab_offer_staff (offer_id, resource_id) select id, id from made`.execute(db())
}

/**
 * In rooms in the morning, in their zones in the afternoon, so that neither takes the other's place; sets go for three days
 * or for some hours. Events have none: what would have been theirs goes to heaps.
 */
async function seedBookings(people: CityPerson[], { daysAgo }: Moments): Promise<void> {
  const { ids, schools, count } = asColumns(people.filter(({ teaches }) => teaches))
  const name = sql`(o.id::text || week || nth)`
  const now = sql`${daysAgo(0)}::timestamptz`
  await sql`with slots as materialized (
      select overlay(overlay(md5(${name}) placing '4' from 13) placing '8' from 17)::uuid as id, o.id as offer_id,
        o.kind, o.room_id, r.id as resource_id, r.is_counted, 1 + ${diceOf(name, 201, count)} as person,
        o.kind = 'set' and ${diceOf(name, 202, 2)} = 0 as is_loan, ${name} as name,
        date_trunc('week', ${now} at time zone 'Europe/Berlin') + week * interval '1 week' as monday,
        ${diceOf(name, 203, 5)} as weekday, ${diceOf(name, 204, 3)} as hour, 1 + ${diceOf(name, 205, 2)} as hours
      from lab_offers o
        cross join generate_series(${WEEKS.first}::int, ${WEEKS.last}::int) as week
        cross join generate_series(1, case when o.number % 51 = 0 and o.kind = 'set' then 2 else 1 end) as nth
        left join lab_resources r on r.offer_id = o.id or (o.kind = 'advice' and r.id = o.id)
      where o.kind <> 'event' and (nth = 1 or r.is_counted)
    ), times as materialized (
      select *, (case when is_loan then monday
          else monday + weekday * interval '1 day' + ((case when kind in ('zone', 'station') then 13 else 8 end) + hour)
            * interval '1 hour' end) at time zone 'Europe/Berlin' as starts_at,
        (case when is_loan then monday + interval '3 days'
          else monday + weekday * interval '1 day' + ((case when kind in ('zone', 'station') then 13 else 8 end) + hour
            + hours) * interval '1 hour' end) at time zone 'Europe/Berlin' as ends_at
      from slots
    ), wishes as materialized (
      select *, case when ends_at < ${now} then
          (array['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'cancelled', 'no_show'])[1 + ${diceOf(sql`name`, 206, 8)}]
          when starts_at < ${now} then 'out' when ${diceOf(sql`name`, 207, 12)} = 0 then 'requested' else 'confirmed' end as state
      from times
    ), made as (
      insert into lab_bookings (id, year, person_id, school_id, purpose, participants, created_by, created_at, changed_at,
        client_key)
      select id, extract(year from starts_at), (${ids}::uuid[])[person], (${schools}::uuid[])[person],
        ${oneOf(PURPOSES, sql`name`, 208)}, 6, (${ids}::uuid[])[person], starts_at - interval '20 days',
        starts_at - interval '20 days', id
      from wishes
    ), dated as (
      insert into lab_dates (id, booking_id, position, is_loan, starts_at, ends_at, state, changed_at)
      select id, id, 1, is_loan, starts_at, ends_at, state, starts_at - interval '20 days' from wishes
    ), meant as (
      insert into lab_date_offers (date_id, offer_id, quantity)
      select id, offer_id, case when is_counted then 8 else 1 end from wishes
    )
    insert into lab_claims (date_id, resource_id, quantity, blocked, lock, is_active)
    select id, resource_id, case when is_counted then 8 else 1 end,
      tstzrange(starts_at, ends_at + case when is_loan then interval '1 day' else interval '0' end),
      case when not is_counted then nextval('lab_locks') end, state in ('out', 'requested', 'confirmed')
    from wishes
    union all
    select w.id, r.id, 6, tstzrange(starts_at, ends_at), 0, w.state in ('out', 'requested', 'confirmed')
    from wishes w join lab_resources r on r.offer_id = w.room_id`.execute(db())
}
