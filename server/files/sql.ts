import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Files, FileVersions } from '#db/types.ts'
import type { Thing } from './contract.ts'

const VERSION = [
  'v.number as version',
  'v.storageKey',
  'v.mediaType',
  'v.bytes',
  'v.width',
  'v.height',
  'v.widths',
  'v.createdAt as at',
] as const
const FILE = [
  'f.id',
  'f.name',
  'f.thingKind',
  'f.thingId',
  'f.createdBy',
  'f.deletedAt',
  'f.deletedBy',
  'f.latest',
] as const

/** Files with one version each: the wanted one, or the latest. */
function withVersion(number: number | null = null) {
  return db()
    .selectFrom('files as f')
    .innerJoin('fileVersions as v', (join) =>
      join
        .onRef('v.fileId', '=', 'f.id')
        .on('v.number', '=', number === null ? sql<number>`f.latest` : number),
    )
}

/** A file by its id, deleted or not, with a version that it has. */
export function findFile(id: string, version: number | null = null) {
  return withVersion(version).where('f.id', '=', id).select(FILE).select(VERSION).executeTakeFirst()
}

/**
 * The same, and nobody changes it before the end of the transaction. Two questions: one alone would wait for the
 * file and then look for its latest version among those of before the waiting.
 */
export async function holdFile(id: string) {
  await db().selectFrom('files').where('id', '=', id).select('id').forUpdate().execute()
  return findFile(id)
}

/** The files of a thing that are there, the newest first. */
export function listOf({ kind, id }: Thing) {
  return withVersion()
    .leftJoin('persons', 'persons.id', 'v.createdBy')
    .where('f.thingKind', '=', kind)
    .where('f.thingId', '=', id)
    .where('f.deletedAt', 'is', null)
    .select(FILE)
    .select(VERSION)
    .select(['persons.firstName', 'persons.lastName'])
    .orderBy('f.createdAt', 'desc')
    .orderBy('f.id')
    .execute()
}

/** All versions of a file, the newest first. */
export function listVersions(fileId: string) {
  return db()
    .selectFrom('fileVersions as v')
    .leftJoin('persons', 'persons.id', 'v.createdBy')
    .where('v.fileId', '=', fileId)
    .select(VERSION)
    .select(['persons.firstName', 'persons.lastName'])
    .orderBy('v.number', 'desc')
    .execute()
}

/** Files among these that are there, with what they belong to. */
export function listThingsOf(ids: string[]) {
  return db()
    .selectFrom('files')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deletedAt', 'is', null)
    .select(['id', 'name', 'thingKind', 'thingId'])
    .execute()
}

/** What this person has sent with this key before. */
export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('fileVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .where('v.createdBy', '=', personId)
    .where('v.clientKey', '=', clientKey)
    .select(FILE)
    .select(VERSION)
    .executeTakeFirst()
}

/** Waits for others who add to the same room; until the end of the transaction they wait for us. */
export async function holdRoom(personId: string, plgId: string | null): Promise<void> {
  const names = [`files:${personId}`, ...(plgId ? [`files:${plgId}`] : [])].sort()
  for (const name of names)
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db())
}

/** Bytes that a person's versions and a PLG's files take, also deleted ones. Copies lie there once. */
export async function countUsed(personId: string, plgId: string | null) {
  const { rows } = await sql<{ person: number; plg: number | null }>`select
    (select coalesce(sum(bytes), 0)::bigint from file_versions where created_by = ${personId}) as person,
    (select sum(bytes)::bigint from (
      select distinct v.storage_key, v.bytes from files f join file_versions v on v.file_id = f.id
      where f.plg_id = ${plgId}::uuid) as once) as plg`.execute(db())
  const used = rows[0]
  return { person: used?.person ?? 0, plg: plgId ? (used?.plg ?? 0) : null }
}

/** @returns undefined when the person has used this key before */
export function insertFile(row: Insertable<Files>) {
  return db()
    .insertInto('files')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** @returns undefined when the person has used this key before */
export function insertVersion(row: Insertable<FileVersions>) {
  return db()
    .insertInto('fileVersions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('number')
    .executeTakeFirst()
}

export async function updateLatest(id: string, latest: number, name: string): Promise<void> {
  await db().updateTable('files').set({ latest, name }).where('id', '=', id).execute()
}

export async function updateDeleted(
  id: string,
  gone: { deletedAt: Date; deletedBy: string } | { deletedAt: null; deletedBy: null },
): Promise<void> {
  await db().updateTable('files').set(gone).where('id', '=', id).execute()
}

/** All files of a thing at once. */
export async function updateDeletedOf({ kind, id }: Thing, deletedAt: Date): Promise<void> {
  await db()
    .updateTable('files')
    .set({ deletedAt })
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .where('deletedAt', 'is', null)
    .execute()
}

/** Rows for a second thing that point at the same bytes. @returns the old ids beside the new ones */
export async function insertCopies(
  from: Thing,
  to: Thing & { plgId: string | null },
  at: Date,
  only: string[] | null = null,
): Promise<{ old: string; id: string }[]> {
  const { rows } = await sql<{ old: string; id: string }>`
    with source as (
      select f.id as old, gen_random_uuid() as id, f.name, v.*
      from files f join file_versions v on v.file_id = f.id and v.number = f.latest
      where f.thing_kind = ${from.kind} and f.thing_id = ${from.id} and f.deleted_at is null
        and (${only}::uuid[] is null or f.id = any(${only}::uuid[]))
    ), copies as (
      insert into files (id, thing_kind, thing_id, plg_id, name, created_at, client_key)
      select id, ${to.kind}, ${to.id}::uuid, ${to.plgId}::uuid, name, ${at}, gen_random_uuid()
      from source returning id
    ), versions as (
      insert into file_versions
        (file_id, number, storage_key, media_type, bytes, width, height, widths, children, created_at, client_key)
      select source.id, 1, storage_key, media_type, bytes, width, height, widths, children, ${at},
        gen_random_uuid()
      from source join copies on copies.id = source.id
    ) select source.old, source.id from source`.execute(db())
  return rows
}

/** Files deleted before then. */
export async function listDeletedBefore(then: Date, most: number): Promise<string[]> {
  const rows = await db()
    .selectFrom('files')
    .where('deletedAt', '<', then)
    .orderBy('deletedAt')
    .limit(most)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Removes a deleted file with its versions. @returns what its bytes were kept under */
export async function removeFile(id: string): Promise<{ storageKey: string; widths: number[] }[]> {
  const versions = await db()
    .selectFrom('fileVersions')
    .where('fileId', '=', id)
    .select(['storageKey', 'widths'])
    .execute()
  const gone = await db()
    .deleteFrom('files')
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return gone ? versions : []
}

/** Of these names of bytes, those that a version points at. */
export async function listKeysInUse(keys: string[]): Promise<Set<string>> {
  const rows = await db()
    .selectFrom('fileVersions')
    .where('storageKey', '=', sql<string>`any(${keys}::uuid[])`)
    .select('storageKey')
    .distinct()
    .execute()
  return new Set(rows.map(({ storageKey }) => storageKey))
}

export async function updateRoom({ kind, id }: Thing, plgId: string | null): Promise<void> {
  await db()
    .updateTable('files')
    .set({ plgId })
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .execute()
}

/** Those of these files that belong to the one thing, to the other from now on. */
export async function updateThing(ids: string[], from: Thing, to: Thing): Promise<void> {
  await db()
    .updateTable('files')
    .set({ thingKind: to.kind, thingId: to.id })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('thingKind', '=', from.kind)
    .where('thingId', '=', from.id)
    .execute()
}
