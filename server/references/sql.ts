import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Pointer } from '#server/rich-text/contract.ts'
import { keyOf, type Kept, type ReferenceKind } from './contract.ts'

const named = (name: string) => sql`hashtextextended(${name}, 0)`
const ALL = 'references'

/**
 * Until the end of the transaction nobody else changes what this thing points at: two texts saved at once
 * follow each other. Merging waits for all of them.
 */
export async function lockThing(thing: Pointer): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${named(ALL)}),
    pg_advisory_xact_lock(${named(`${ALL} ${keyOf(thing)}`)})`.execute(db())
}

/** Until the end of the transaction nobody else changes any reference. For merging, which is rare. */
export async function lockAll(): Promise<void> {
  await sql`select pg_advisory_xact_lock(${named(ALL)})`.execute(db())
}

/** Sets what a text mentions; what stays keeps its time. @returns what was not there before */
export async function replaceMentions(
  from: Pointer,
  wanted: Pointer[],
  at: Date,
): Promise<Pointer[]> {
  const kinds = wanted.map(({ kind }) => kind)
  const ids = wanted.map(({ id }) => id)
  const { rows } = await sql<Pointer>`with
    wanted as (select kind, id from unnest(${kinds}::text[], ${ids}::uuid[]) as w (kind, id)),
    gone as (delete from thing_references r
      where r.from_kind = ${from.kind} and r.from_id = ${from.id} and r.kind = 'mention'
        and not exists (select 1 from wanted w where w.kind = r.to_kind and w.id = r.to_id))
    insert into thing_references (from_kind, from_id, to_kind, to_id, kind, created_at)
    select ${from.kind}, ${from.id}::uuid, w.kind, w.id, 'mention', ${at}::timestamptz from wanted w
    on conflict do nothing returning to_kind as kind, to_id as id`.execute(db())
  return rows
}

/** Adds a relation. @returns false when it was there already */
export async function insertRelation(from: Pointer, to: Pointer, at: Date): Promise<boolean> {
  const row = await db()
    .insertInto('thingReferences')
    .values({
      fromKind: from.kind,
      fromId: from.id,
      toKind: to.kind,
      toId: to.id,
      kind: 'relation',
      createdAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('toId')
    .executeTakeFirst()
  return row !== undefined
}

export async function removeRelation(from: Pointer, to: Pointer): Promise<boolean> {
  const { numDeletedRows } = await db()
    .deleteFrom('thingReferences')
    .where('fromKind', '=', from.kind)
    .where('fromId', '=', from.id)
    .where('kind', '=', 'relation')
    .where('toKind', '=', to.kind)
    .where('toId', '=', to.id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What these things point at, the oldest first. */
export async function listFrom(things: Pointer[], kind: ReferenceKind) {
  if (things.length === 0) return []
  const { rows } = await sql<{ from: string; kind: string; id: string }>`
    select r.from_kind || ':' || r.from_id as from, r.to_kind as kind, r.to_id as id
    from unnest(${things.map((one) => one.kind)}::text[], ${things.map(({ id }) => id)}::uuid[])
      as f (kind, id)
    join thing_references r on r.from_kind = f.kind and r.from_id = f.id and r.kind = ${kind}
    order by r.created_at, r.to_kind, r.to_id`.execute(db())
  return rows
}

export async function countRelations(from: Pointer): Promise<number> {
  const { count } = await db()
    .selectFrom('thingReferences')
    .where('fromKind', '=', from.kind)
    .where('fromId', '=', from.id)
    .where('kind', '=', 'relation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type Link = { reference: ReferenceKind; kind: string; id: string; createdAt: Date }

/** What points at a thing: relations before mentions, the newest first, behind the last one seen. */
export function listTo(thing: Pointer, last: Link | null, limit: number): Promise<Link[]> {
  let query = db()
    .selectFrom('thingReferences')
    .where('toKind', '=', thing.kind)
    .where('toId', '=', thing.id)
  if (last)
    query = query.where((eb) =>
      eb(
        eb.refTuple('kind', 'createdAt', 'fromKind', 'fromId'),
        '<',
        eb.tuple(last.reference, last.createdAt, last.kind, last.id),
      ),
    )
  return (
    query
      .select([
        sql<ReferenceKind>`kind`.as('reference'),
        'fromKind as kind',
        'fromId as id',
        'createdAt',
      ])
      // By chance of the alphabet: 'relation' > 'mention'.
      .orderBy('thingReferences.kind', 'desc')
      .orderBy('createdAt', 'desc')
      .orderBy('fromKind', 'desc')
      .orderBy('fromId', 'desc')
      .limit(limit)
      .execute()
  )
}

/**
 * Everything that pointed from or at the one thing points from or at the other. What was there twice is there
 * once, with the earlier time; what would point at itself goes.
 */
export async function move(from: Pointer, to: Pointer): Promise<void> {
  await sql`with
    gone as (delete from thing_references
      where (from_kind = ${from.kind} and from_id = ${from.id}::uuid)
        or (to_kind = ${from.kind} and to_id = ${from.id}::uuid)
      returning *),
    moved as (select kind, created_at,
        case when isfrom then ${to.kind} else from_kind end as from_kind,
        case when isfrom then ${to.id}::uuid else from_id end as from_id,
        case when isfrom then to_kind else ${to.kind} end as to_kind,
        case when isfrom then to_id else ${to.id}::uuid end as to_id
      from (select *, from_kind = ${from.kind} and from_id = ${from.id}::uuid as isfrom from gone) g)
    insert into thing_references (from_kind, from_id, to_kind, to_id, kind, created_at)
    select from_kind, from_id, to_kind, to_id, kind, min(created_at) from moved
    where from_kind <> to_kind or from_id <> to_id
    group by from_kind, from_id, to_kind, to_id, kind
    on conflict (from_kind, from_id, kind, to_kind, to_id)
    do update set created_at = least(thing_references.created_at, excluded.created_at)`.execute(
    db(),
  )
}

/** Whatever points from or at it goes. */
export async function removeAllOf(thing: Pointer): Promise<void> {
  await sql`delete from thing_references
    where (from_kind = ${thing.kind} and from_id = ${thing.id}::uuid)
      or (to_kind = ${thing.kind} and to_id = ${thing.id}::uuid)`.execute(db())
}

/** Those of `personIds` whom the text still mentions and who were never told of it. */
export async function listUntold(
  from: Pointer,
  personIds: string[],
  notification: string,
): Promise<string[]> {
  const rows = await db()
    .selectFrom('thingReferences as r')
    .where('r.fromKind', '=', from.kind)
    .where('r.fromId', '=', from.id)
    .where('r.kind', '=', 'mention')
    .where('r.toKind', '=', 'person')
    .where('r.toId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('notifications as n')
            .whereRef('n.personId', '=', 'r.toId')
            .where('n.kind', '=', notification)
            .where('n.thingKind', '=', from.kind)
            .where('n.thingId', '=', from.id)
            .select('n.id'),
        ),
      ),
    )
    .select('r.toId')
    .orderBy('r.toId')
    .execute()
  return rows.map(({ toId }) => toId)
}

/** These persons, as an audience. */
export function amongPersons(personIds: string[]) {
  return db()
    .selectFrom('persons')
    .where('persons.id', '=', sql<string>`any(${personIds}::uuid[])`)
    .select('persons.id as personId')
}

/** Everything that points from or at a thing. */
export async function listAround(thing: Pointer): Promise<Kept[]> {
  const { rows } =
    await sql<Kept>`select from_kind, from_id, to_kind, to_id, kind, created_at::text as created_at
    from thing_references where (from_kind = ${thing.kind} and from_id = ${thing.id}::uuid)
      or (to_kind = ${thing.kind} and to_id = ${thing.id}::uuid)
    order by from_kind, from_id, kind, to_kind, to_id`.execute(db())
  return rows
}

const asRows = (references: Kept[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(references)}::jsonb) as k
    ("fromKind" text, "fromId" uuid, "toKind" text, "toId" uuid, kind text, "createdAt" timestamptz)`

const isSame = sql`r.from_kind = k."fromKind" and r.from_id = k."fromId" and r.kind = k.kind
  and r.to_kind = k."toKind" and r.to_id = k."toId"`

/** Takes the first away, and sets the second as they were. */
export async function putBack(gone: Kept[], back: Kept[]): Promise<void> {
  await sql`delete from thing_references r using ${asRows(gone)} where ${isSame}`.execute(db())
  await sql`insert into thing_references (from_kind, from_id, to_kind, to_id, kind, created_at)
    select k."fromKind", k."fromId", k."toKind", k."toId", k.kind, k."createdAt" from ${asRows(back)}
    on conflict (from_kind, from_id, kind, to_kind, to_id) do update set created_at = excluded.created_at`.execute(
    db(),
  )
}
