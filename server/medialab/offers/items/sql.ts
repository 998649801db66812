import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabParts, LabResources } from '#db/types.ts'
import type { OfferKind } from '../../contract.ts'
import type { Item, ItemState, Part, PartState } from './contract.ts'

const ITEM = [
  ...(['id', 'label', 'inventoryNumber', 'isCounted', 'total', 'reserve', 'broken'] as const),
  ...(['notes', 'version'] as const),
  sql<string>`code`.as('code'),
  sql<ItemState>`state`.as('state'),
] as const

export function findOffer(slug: string) {
  return db()
    .selectFrom('labOffers')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name', 'needsStaff', sql<OfferKind>`kind`.as('kind')])
    .executeTakeFirst()
}

export async function lockOffer(id: string): Promise<void> {
  await db().selectFrom('labOffers').where('id', '=', id).select('id').forUpdate().execute()
}

export async function listItems(offerId: string): Promise<(Item & { parts: number })[]> {
  return db()
    .selectFrom('labResources')
    .where('offerId', '=', offerId)
    .orderBy('position')
    .orderBy('id')
    .select([
      ...ITEM,
      sql<number>`(select count(*)::int from lab_parts p where p.resource_id = lab_resources.id)`.as(
        'parts',
      ),
    ])
    .execute()
}

export function findItem(offerId: string, id: string): Promise<Item | undefined> {
  return db()
    .selectFrom('labResources')
    .where('offerId', '=', offerId)
    .where('id', '=', id)
    .select([...ITEM])
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody gives it away or changes it. */
export async function lockItem(id: string): Promise<void> {
  await db().selectFrom('labResources').where('id', '=', id).select('id').forUpdate().execute()
}

/** @returns undefined when the code, or this very form, is there already */
export function insertItem(row: Insertable<LabResources>) {
  return db()
    .insertInto('labResources')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function hasCode(code: string, besides: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select
    exists (select from lab_resources where code = ${code} and id <> ${besides}::uuid)
    or exists (select from lab_parts where code = ${code}) as is`.execute(db())
  return rows[0]?.is ?? false
}

export async function updateItem(
  id: string,
  set: Omit<Updateable<LabResources>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('labResources')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export function listParts(resourceId: string): Promise<Part[]> {
  return db()
    .selectFrom('labParts')
    .where('resourceId', '=', resourceId)
    .orderBy('isUnit', 'desc')
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'code', 'name', 'quantity', 'isUnit', 'isCritical'])
    .select(sql<PartState>`state`.as('state'))
    .execute()
}

/** The same id twice, or a code that is there, is not made again. */
export async function insertParts(rows: Insertable<LabParts>[]): Promise<void> {
  await db()
    .insertInto('labParts')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns whether there is one */
export async function updatePart(
  resourceId: string,
  id: string,
  set: Updateable<LabParts>,
): Promise<boolean> {
  const { numUpdatedRows } = await db()
    .updateTable('labParts')
    .set(set)
    .where('resourceId', '=', resourceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function deletePart(resourceId: string, id: string) {
  return db()
    .deleteFrom('labParts')
    .where('resourceId', '=', resourceId)
    .where('id', '=', id)
    .returning(['id', 'name', 'quantity', 'isCritical'])
    .executeTakeFirst()
}

type Servant = { personId: string; name: string; isServing: boolean }

/** People of the offices who could serve an offer, and those who do. */
export async function listServants(offerId: string, at: Date): Promise<Servant[]> {
  const { rows } =
    await sql<Servant>`select p.id as person_id, p.first_name || ' ' || p.last_name as name,
      exists (select from lab_resources r join lab_offer_staff s on s.resource_id = r.id
        where r.person_id = p.id and s.offer_id = ${offerId}) as is_serving
    from persons p where p.is_active and p.id in (
      select m.person_id from memberships m where m.state = 'confirmed' and m.school_id is null
        and m.role in ('smz_staff', 'media_advisor', 'facilitator') and m.valid_from <= ${at}
        and (m.valid_until is null or m.valid_until > ${at})
      union select r.person_id from lab_resources r join lab_offer_staff s on s.resource_id = r.id
        where s.offer_id = ${offerId})
    order by p.last_name, p.first_name, p.id`.execute(db())
  return rows
}

/** Each of these people as something that is one at a time; made where it is missing. */
export async function putServants(
  offerId: string,
  people: { id: string; name: string }[],
): Promise<void> {
  const ids = people.map(({ id }) => id)
  await sql`insert into lab_resources (is_staff, is_counted, person_id, label)
    select true, false, id, left(name, 120) from unnest(${ids}::uuid[], ${people.map(({ name }) => name)}::text[])
      as chosen (id, name)
    on conflict (person_id) do nothing`.execute(db())
  await sql`delete from lab_offer_staff s using lab_resources r where r.id = s.resource_id and s.offer_id = ${offerId}
    and (r.person_id is null or r.person_id <> all(${ids}::uuid[]))`.execute(db())
  await sql`insert into lab_offer_staff (offer_id, resource_id)
    select ${offerId}::uuid, r.id from lab_resources r where r.person_id = any(${ids}::uuid[])
    on conflict do nothing`.execute(db())
}

/** Dates of this offer that come, with somebody of the staff who is none of these. */
export async function listWithOthers(
  offerId: string,
  people: string[],
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct c.date_id as id from lab_offer_staff s
    join lab_resources r on r.id = s.resource_id and (r.person_id is null or r.person_id <> all(${people}::uuid[]))
    join lab_claims c on c.resource_id = r.id and c.is_active and c.blocked && tstzrange(${at}, null)
    join lab_date_offers held on held.date_id = c.date_id and held.offer_id = s.offer_id
    where s.offer_id = ${offerId}`.execute(db())
  return rows.map(({ id }) => id)
}

export function listApps(offerId: string) {
  return db()
    .selectFrom('labOfferSoftware as s')
    .innerJoin('softwareProducts as p', 'p.id', 's.productId')
    .where('s.offerId', '=', offerId)
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name', 's.isNeeded'])
    .execute()
}

export function findApp(name: string) {
  return db()
    .selectFrom('softwareProducts')
    .where(sql<boolean>`search_key(name) = search_key(${name})`)
    .where('state', '=', 'listed')
    .orderBy('id')
    .select(['id', 'name'])
    .executeTakeFirst()
}

export async function putApp(offerId: string, productId: string, isNeeded: boolean): Promise<void> {
  await db()
    .insertInto('labOfferSoftware')
    .values({ offerId, productId, isNeeded })
    .onConflict((conflict) => conflict.columns(['offerId', 'productId']).doUpdateSet({ isNeeded }))
    .execute()
}

export async function deleteApp(offerId: string, productId: string): Promise<void> {
  await db()
    .deleteFrom('labOfferSoftware')
    .where('offerId', '=', offerId)
    .where('productId', '=', productId)
    .execute()
}
