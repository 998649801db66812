import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { seedLabBookings } from './lab-bookings.ts'
import { seedLabLearning } from './lab-learning.ts'
import type { Moments } from './moments.ts'
import { ADVICE, IN_ROOMS, ROOMS, type SeedOffer, SETS } from './lab-offers.ts'

type Ground = { places: Map<string, string>; people: Map<string, string>; moments: Moments }

/** The invented MediaLab: when it is open, what it has. */
export async function seedMedialab({ places, people, moments }: Ground): Promise<void> {
  const siteId = await seedSites()
  await seedHours(siteId)
  const sabine = people.get('sabine.krueger') ?? ''
  await db()
    .insertInto('labClosures')
    .values({
      ...{ siteId, startsOn: '2026-12-21', endsOn: '2027-01-06', effect: 'closed' },
      ...{ reason: 'SMZ geschlossen', createdBy: sabine, createdAt: moments.daysAgo(40) },
    })
    .execute()
  const instructions = await seedInstructions()
  const rooms = await insertOffers(ROOMS, { moments, sabine, rooms: new Map(), instructions })
  await insertOffers([...IN_ROOMS, ...SETS, ...ADVICE], { moments, sabine, rooms, instructions })
  await seedStaff(sabine)
  await seedLabBookings({ places, people, moments })
  await seedLabLearning({ places, people, moments })
}

async function seedSites(): Promise<string> {
  const [lab] = await db()
    .insertInto('labSites')
    .values([
      {
        ...{ isLab: true, name: 'MediaLab im Schulmedienzentrum', phone: '0203 0000-25' },
        address: 'Musterkai 25, 47051 Duisburg, 2. Etage',
      },
      { name: 'Stadtteilbibliothek Nord', address: 'Beispielallee 5, Duisburg', position: 1 },
    ])
    .returning('id')
    .execute()
  return lab?.id ?? ''
}

const HOURS: [purpose: string, from: string, to: string][] = [
  ['open', '08:00', '17:00'],
  ['events', '08:00', '18:00'],
  ['advice', '09:00', '16:00'],
  ['handover', '08:00', '16:00'],
]

async function seedHours(siteId: string): Promise<void> {
  await db()
    .insertInto('labHours')
    .values(
      [1, 2, 3, 4, 5].flatMap((weekday) =>
        HOURS.map(([purpose, fromTime, toTime]) => ({
          ...{ siteId, weekday, purpose, fromTime, toTime },
        })),
      ),
    )
    .execute()
}

async function seedInstructions() {
  const rows = await db()
    .insertInto('labInstructions')
    .values([
      { name: 'Sicherheit am Lasercutter', kind: 'safety', validMonths: 12 },
      { name: 'Einführung in den 3D-Druck', kind: 'introduction', validMonths: 24 },
    ])
    .returning('id')
    .execute()
  return { laser: rows[0]?.id ?? '', printer: rows[1]?.id ?? '' }
}

type Around = {
  moments: Moments
  sabine: string
  rooms: Map<string, string>
  instructions: { laser: string; printer: string }
}

async function insertOffers(all: SeedOffer[], around: Around): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const offer of all) ids.set(offer.slug, await insertOffer(offer, around))
  return ids
}

async function insertOffer(seed: SeedOffer, around: Around): Promise<string> {
  const { resources = [], room, instruction, software = [], staff: _, ...row } = seed
  const at = around.moments.daysAgo(60)
  const { id } = await db()
    .insertInto('labOffers')
    .values({
      ...{ state: 'listed', createdBy: around.sabine, createdAt: at, changedAt: at },
      ...{ clientKey: randomUUID(), roomId: room ? around.rooms.get(room) : null, ...row },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [position, { parts = [], ...resource }] of resources.entries()) {
    const made = await db()
      .insertInto('labResources')
      .values({ offerId: id, isCounted: false, position, ...resource })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (parts.length > 0)
      await db()
        .insertInto('labParts')
        .values(parts.map((part, index) => ({ resourceId: made.id, position: index, ...part })))
        .execute()
  }
  if (instruction)
    await db()
      .insertInto('labOfferInstructions')
      .values({ offerId: id, instructionId: around.instructions[instruction] })
      .execute()
  if (software.length > 0)
    await db()
      .insertInto('labOfferSoftware')
      .columns(['offerId', 'productId'])
      .expression((eb) =>
        eb
          .selectFrom('softwareProducts')
          .where('slug', 'in', software)
          .select((e) => [e.val(id).as('offerId'), 'id']),
      )
      .execute()
  return id
}

/** Who advises and stands by: one person, one thing at a time. */
async function seedStaff(sabine: string): Promise<void> {
  const { id } = await db()
    .insertInto('labResources')
    .values({ isStaff: true, isCounted: false, personId: sabine, label: 'Sabine Krüger' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const served = await db()
    .selectFrom('labOffers')
    .where((eb) => eb.or([eb('kind', '=', 'advice'), eb('needsStaff', '=', true)]))
    .select('id')
    .execute()
  await db()
    .insertInto('labOfferStaff')
    .values(served.map((offer) => ({ offerId: offer.id, resourceId: id })))
    .execute()
}
