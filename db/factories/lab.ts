import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabOffers, LabResources } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')
const PURPOSES = ['open', 'handover', 'advice', 'events']

/** The lab, open for everything on Monday to Friday from 8 to 17. */
export async function aLab() {
  const site = await db()
    .insertInto('labSites')
    .values({ isLab: true, name: 'MediaLab', phone: '0203 0000' })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('labHours')
    .values(
      [1, 2, 3, 4, 5].flatMap((weekday) =>
        PURPOSES.map((purpose) => ({
          ...{ siteId: site.id, weekday, purpose, fromTime: '08:00', toTime: '17:00' },
        })),
      ),
    )
    .execute()
  return site
}

/** A listed offer without anything of it: sets may be used in the lab and lent, all is booked at once. */
export function anOffer(given: Partial<Insertable<LabOffers>> = {}) {
  const n = numbered('lab-offer')
  const isSet = (given.kind ?? 'set') === 'set'
  return db()
    .insertInto('labOffers')
    .values({
      ...{
        slug: `angebot-${n}`,
        name: `Angebot ${n}`,
        kind: 'set',
        isLent: isSet,
        state: 'listed',
      },
      ...{ createdAt: LONG_AGO, changedAt: LONG_AGO, clientKey: randomUUID() },
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Something of an offer; with a total it is counted. */
export function aResource(given: { offerId: string } & Partial<Insertable<LabResources>>) {
  const n = numbered('lab-resource')
  const code = [n % 24, Math.floor(n / 24) % 24, Math.floor(n / 576) % 24]
    .map((index) => LETTERS[index])
    .join('')
  return db()
    .insertInto('labResources')
    .values({ code: `T-${code}`, isCounted: given.total !== undefined, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** An offer of which there is so much: a number makes a heap, nothing one whole. */
export async function aSet(
  given: Partial<Insertable<LabOffers>> = {},
  resource: Partial<Insertable<LabResources>> = {},
) {
  const offer = await anOffer(given)
  return { ...offer, resource: await aResource({ ...resource, offerId: offer.id }) }
}

/** Somebody of the staff who serves these offers. */
export async function aHelper(personId: string, offerIds: string[]) {
  const resource = await db()
    .insertInto('labResources')
    .values({ isStaff: true, isCounted: false, personId })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('labOfferStaff')
    .values(offerIds.map((offerId) => ({ offerId, resourceId: resource.id })))
    .execute()
  return resource
}

/** How much of something is held at a moment, as the database has it. */
export async function heldOf(resourceId: string, at: Date): Promise<number> {
  const { rows } = await sql<{
    held: number
  }>`select coalesce(sum(quantity), 0)::int as held from lab_claims
    where resource_id = ${resourceId} and is_active and blocked @> ${at}::timestamptz`.execute(db())
  return rows[0]?.held ?? 0
}
