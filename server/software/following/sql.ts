import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Visibility } from './contract.ts'
import type { Noted } from './inputs.ts'

export async function insertFollow(
  productId: string,
  personId: string,
  since: Date,
): Promise<void> {
  await db()
    .insertInto('softwareFollows')
    .values({ productId, personId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeFollow(productId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('softwareFollows')
    .where('productId', '=', productId)
    .where('personId', '=', personId)
    .execute()
}

export async function isFollowing(productId: string, personId: string): Promise<boolean> {
  const row = await db()
    .selectFrom('softwareFollows')
    .where('productId', '=', productId)
    .where('personId', '=', personId)
    .select('productId')
    .executeTakeFirst()
  return row !== undefined
}

export async function listFollowed(personId: string, limit: number): Promise<string[]> {
  const rows = await db()
    .selectFrom('softwareFollows')
    .where('personId', '=', personId)
    .select('productId')
    .orderBy('since', 'desc')
    .orderBy('productId')
    .limit(limit)
    .execute()
  return rows.map(({ productId }) => productId)
}

/** A product by its address of now, and whether it is listed or only proposed. */
export function findProduct(slug: string) {
  return db()
    .selectFrom('softwareProducts')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name', 'state'])
    .executeTakeFirst()
}

const lists = () =>
  db()
    .selectFrom('watchLists as l')
    .select(['l.id', 'l.title', 'l.personId', 'l.deletedAt'])
    .select([
      sql<Visibility>`l.visibility`.as('visibility'),
      sql<number>`(select count(*)::int from watch_list_items i join software_products p on p.id = i.product_id
        where i.list_id = l.id and p.state in ('listed', 'proposed'))`.as('count'),
    ])

/** Of a person, by name; with whether an app stands on each. */
export function listOwn(personId: string, productId: string | null) {
  return lists()
    .where('l.personId', '=', personId)
    .where('l.deletedAt', 'is', null)
    .select(
      sql<boolean>`exists (select from watch_list_items k where k.list_id = l.id and k.product_id = ${productId}::uuid)`.as(
        'holds',
      ),
    )
    .orderBy('l.title')
    .orderBy('l.id')
    .execute()
}

const owner = sql<string>`concat_ws(' ', persons.first_name, persons.last_name)`

export function listShared(exceptOf: string, limit: number) {
  return lists()
    .innerJoin('persons', 'persons.id', 'l.personId')
    .where('l.personId', '<>', exceptOf)
    .where('l.visibility', '=', 'network')
    .where('l.deletedAt', 'is', null)
    .select(owner.as('owner'))
    .orderBy('l.changedAt', 'desc')
    .orderBy('l.id')
    .limit(limit)
    .execute()
}

export function findList(id: string) {
  return lists()
    .innerJoin('persons', 'persons.id', 'l.personId')
    .where('l.id', '=', id)
    .select(owner.as('owner'))
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this list. */
export async function lockList(id: string): Promise<void> {
  await db().selectFrom('watchLists').where('id', '=', id).select('id').forUpdate().execute()
}

/** One at a time of a person: counts are exact. */
export async function lockListsOf(personId: string): Promise<void> {
  await db().selectFrom('persons').where('id', '=', personId).select('id').forUpdate().execute()
}

export function listItems(listId: string): Promise<{ productId: string; note: string }[]> {
  return db()
    .selectFrom('watchListItems')
    .where('listId', '=', listId)
    .select(['productId', 'note'])
    .orderBy('addedAt', 'desc')
    .orderBy('productId')
    .execute()
}

type NewRow = {
  personId: string
  title: string
  visibility: Visibility
  clientKey: string
  at: Date
}

/** The same key again is the list it made. */
export async function insertList({ at, ...row }: NewRow): Promise<string> {
  const made = await db()
    .insertInto('watchLists')
    .values({ ...row, createdAt: at, changedAt: at })
    .onConflict((conflict) => conflict.columns(['personId', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const { id } = await db()
    .selectFrom('watchLists')
    .where('personId', '=', row.personId)
    .where('clientKey', '=', row.clientKey)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateList(
  id: string,
  row: { title?: string; visibility?: Visibility; deletedAt?: Date | null; changedAt: Date },
): Promise<void> {
  await db().updateTable('watchLists').set(row).where('id', '=', id).execute()
}

export async function insertItem(row: {
  listId: string
  productId: string
  note: string
  addedAt: Date
}): Promise<void> {
  await db()
    .insertInto('watchListItems')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateNote(listId: string, { productId, note }: Noted): Promise<boolean> {
  const row = await db()
    .updateTable('watchListItems')
    .set({ note })
    .where('listId', '=', listId)
    .where('productId', '=', productId)
    .returning('productId')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns the note that stood there */
export async function removeItem(listId: string, productId: string): Promise<string> {
  const row = await db()
    .deleteFrom('watchListItems')
    .where('listId', '=', listId)
    .where('productId', '=', productId)
    .returning('note')
    .executeTakeFirst()
  return row?.note ?? ''
}

/** Puts an app on these lists of a person, and takes it from the others. */
export async function setLists(
  personId: string,
  productId: string,
  listIds: string[],
  at: Date,
): Promise<void> {
  await sql`delete from watch_list_items i using watch_lists l
    where l.id = i.list_id and l.person_id = ${personId}::uuid and l.deleted_at is null
      and i.product_id = ${productId}::uuid and i.list_id <> all(${listIds}::uuid[])`.execute(db())
  await sql`insert into watch_list_items (list_id, product_id, added_at)
    select l.id, ${productId}::uuid, ${at}::timestamptz from watch_lists l
    where l.person_id = ${personId}::uuid and l.deleted_at is null and l.id = any(${listIds}::uuid[])
    on conflict do nothing`.execute(db())
}
