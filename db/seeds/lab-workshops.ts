import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabWorkshops } from '#db/types.ts'
import { insertClaims } from '#server/medialab/placing/sql.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { isQuietDay } from '#server/schools/calendar/contract.ts'
import type { Moments } from './moments.ts'

type World = { people: Map<string, string>; moments: Moments }

/** Twelve people for twelve seats; Julia is none of them. */
const FULL = [
  ...['orhan.demir', 'meike.thomas', 'aylin.yildiz', 'tobias.hansen', 'nadja.petrovic'],
  ...['lukas.sommer', 'fatma.arslan', 'claudia.neumann', 'pawel.nowak', 'ines.keller'],
  ...['marco.rossi', 'hannah.vogt'],
]

type SeedWorkshop = {
  about: Partial<Insertable<LabWorkshops>> & { title: string; seats: number }
  daysAhead: number
  hours: [from: string, to: string]
  people: string[]
}

const WORKSHOPS: SeedWorkshop[] = [
  {
    about: {
      title: 'Calliope im Sachunterricht',
      description:
        'Temperatur messen, Würfel bauen, Morsezeichen senden: erste Programme für Klasse 3 und 4. Sie brauchen keine Vorkenntnisse. Die Geräte stellt das SMZ.',
      seats: 12,
    },
    ...{ daysAhead: 13, hours: ['14:00', '16:30'], people: FULL },
  },
  {
    about: {
      title: 'Podcast mit der Klasse',
      description: 'Von der Idee zur fertigen Folge: aufnehmen, schneiden, veröffentlichen.',
      seats: 10,
      seatsPerSchool: 2,
      place: 'Stadtteilbibliothek Nord, Beispielallee 5',
    },
    ...{ daysAhead: 19, hours: ['15:00', '17:00'], people: FULL.slice(2, 5) },
  },
  {
    about: {
      kind: 'training',
      title: 'Schulung für den First-Level-Support',
      description: 'Geräte neu aufsetzen, Fehler eingrenzen, Tickets schreiben.',
      seats: 20,
      needsApproval: true,
      roles: ['first_level_admin', 'digital_officer'],
      link: 'https://konferenz.example/first-level',
    },
    ...{ daysAhead: 18, hours: ['13:30', '15:00'], people: [] },
  },
  {
    about: {
      title: 'Tinkern ohne Strom',
      description: 'Kugelbahnen, Papiermechanik und was Kinder daran über Algorithmen lernen.',
      state: 'done',
      seats: 8,
      place: 'MediaLab im Schulmedienzentrum',
    },
    ...{ daysAhead: -17, hours: ['14:00', '16:00'], people: FULL.slice(0, 4) },
  },
]

/** Workshops of the invented MediaLab: one is booked out, one has seats, one is over. */
export async function seedLabWorkshops(world: World): Promise<void> {
  for (const seed of WORKSHOPS) await insertWorkshop(seed, world)
}

function timesOf({ daysAhead, hours: [from, to] }: SeedWorkshop, moments: Moments) {
  let ahead = daysAhead
  while (isQuietDay(localDayOf(moments.daysAgo(-ahead)))) ahead++
  const day = localDayOf(moments.daysAgo(-ahead))
  const before = localDayOf(moments.daysAgo(-ahead + 1))
  return {
    ...{ startsAt: momentOf(day, from), endsAt: momentOf(day, to) },
    signupUntil: momentOf(before, '23:00'),
  }
}

async function insertWorkshop(seed: SeedWorkshop, { people, moments }: World): Promise<void> {
  const sabine = people.get('sabine.krueger') ?? ''
  const createdAt = moments.daysAgo(30)
  const times = timesOf(seed, moments)
  const about = { kind: 'workshop', state: 'published', ...seed.about, ...times }
  const room =
    about.place || about.link ? undefined : await heldRoom({ ...about, createdAt }, sabine)
  const { id } = await db()
    .insertInto('labWorkshops')
    .values({
      ...{ ...about, ...(room ?? { place: about.place ?? 'Schulmedienzentrum' }) },
      ...{ createdBy: sabine, createdAt, changedAt: createdAt, clientKey: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db().insertInto('labWorkshopLeaders').values({ workshopId: id, personId: sabine }).execute()
  await seedSeats(id, seed, { people, moments })
  if (about.state === 'done')
    await db()
      .insertInto('labWorkshopMaterials')
      .values({
        ...{ workshopId: id, title: 'Bauanleitung Kugelbahn', createdBy: sabine },
        ...{ url: 'https://material.example/kugelbahn', clientKey: randomUUID() },
        createdAt: moments.daysAgo(16),
      })
      .execute()
}

async function seedSeats(
  workshopId: string,
  { about, people: names }: SeedWorkshop,
  { people, moments }: World,
): Promise<void> {
  for (const [at, name] of names.entries())
    await sql`insert into lab_seats (workshop_id, person_id, school_id, state, asked_at, changed_at, was_present)
      select ${workshopId}, p.id, (select m.school_id from memberships m where m.person_id = p.id
          and m.school_id is not null limit 1), 'taken', ${moments.daysAgo(28 - at)}, ${moments.daysAgo(28 - at)},
        ${about.state === 'done' ? at !== 2 : null}::boolean
      from persons p where p.id = ${people.get(name) ?? null}::uuid`.execute(db())
}

type Held = { title: string; startsAt: Date; endsAt: Date; createdAt: Date }

/** The room is held as it is when the SMZ publishes one; undefined when others have it. */
async function heldRoom(
  { title, startsAt, endsAt, createdAt }: Held,
  sabine: string,
): Promise<{ roomId: string; bookingId: string } | undefined> {
  const { rows } = await sql<{ offerId: string; resourceId: string }>`
    select o.id as offer_id, r.id as resource_id from lab_offers o join lab_resources r on r.offer_id = o.id
    where o.slug = 'medialab-2-maker' and not exists (select from lab_claims c where c.resource_id = r.id
      and c.is_active and c.blocked && tstzrange(${startsAt}, ${endsAt}))`.execute(db())
  const [free] = rows
  if (!free) return undefined
  const at = { createdAt, changedAt: createdAt }
  const booking = await db()
    .insertInto('labBookings')
    .values({
      ...{ year: createdAt.getFullYear(), personId: sabine, purpose: `Workshop: ${title}` },
      ...{ createdBy: sabine, clientKey: randomUUID(), overrideReason: 'Workshop des SMZ', ...at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const date = await db()
    .insertInto('labDates')
    .values({
      ...{ bookingId: booking.id, position: 1, isLoan: false, startsAt, endsAt },
      ...{ state: 'confirmed', changedAt: createdAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('labDateOffers')
    .values({ dateId: date.id, offerId: free.offerId })
    .execute()
  const [from, to] = [startsAt.getTime(), endsAt.getTime()]
  await insertClaims([
    {
      dateId: date.id,
      claims: [{ resourceId: free.resourceId, from, to, lock: 'own', quantity: 1 }],
    },
  ])
  return { roomId: free.offerId, bookingId: booking.id }
}
