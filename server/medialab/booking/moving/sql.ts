import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { OwnClaim } from './rules.ts'

/** What a date holds, with whose it is. */
export async function listOwnClaims(dateId: string): Promise<(OwnClaim & { offerId: string })[]> {
  const { rows } = await sql<
    OwnClaim & { offerId: string }
  >`select c.resource_id, c.quantity, r.is_counted, r.total - r.reserve - r.broken as available, r.offer_id
    from lab_claims c join lab_resources r on r.id = c.resource_id
    where c.date_id = ${dateId} and c.is_active and r.offer_id is not null`.execute(db())
  return rows
}

/** A loan stays out longer: the same things, kept for it until then. */
export async function lengthenClaims(dateId: string, until: Date): Promise<void> {
  await sql`update lab_claims set blocked = tstzrange(lower(blocked), greatest(upper(blocked), ${until}::timestamptz))
    where date_id = ${dateId} and is_active`.execute(db())
}

export function findListed(slug: string) {
  return db()
    .selectFrom('labOffers')
    .where('slug', '=', slug)
    .where('state', '=', 'listed')
    .select(['id', 'name'])
    .executeTakeFirst()
}

/** What else there is, for a list to choose from. */
export function listListed() {
  return db()
    .selectFrom('labOffers')
    .where('state', '=', 'listed')
    .select(['slug', 'name', 'isInLab', 'isLent'])
    .orderBy('name')
    .limit(1000)
    .execute()
}
