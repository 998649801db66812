import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import type { ByteRange, Stored } from '#server/platform/storage-kind.ts'
import { storage } from '#server/platform/storage.ts'
import {
  isOpenToAll,
  readableCards,
  standingTowards,
  type ThingCard,
} from '#server/platform/things.ts'
import type { FileLine, Thing } from './contract.ts'
import { paths } from './paths.ts'
import { type FileFacts, may } from './policy.ts'
import { displayName, disposition, widthToServe } from './rules.ts'
import * as sql from './sql.ts'

type FileRow = NonNullable<Awaited<ReturnType<typeof sql.findFile>>>

/** What the policy asks about a file; one question to the area of its thing. */
export async function factsOf(actor: Actor, file: FileRow): Promise<FileFacts> {
  const thing = { kind: file.thingKind, id: file.thingId }
  return {
    standing: await standingTowards(actor, thing),
    createdBy: file.createdBy,
    isDeleted: file.deletedAt !== null,
    deletedBy: file.deletedBy,
  }
}

/**
 * The files of a thing and what the actor may do with them, for a page of the thing's area.
 *
 * @throws NotFound when the actor may not read the thing
 */
export async function filesOf(actor: Actor, thing: Thing) {
  const standing = await standingTowards(actor, thing)
  if (!standing.canRead) throw new NotFound()
  const rows = await sql.listOf(thing)
  return {
    thing,
    files: rows.map((row): FileLine => {
      const facts = { standing, createdBy: row.createdBy, isDeleted: false, deletedBy: null }
      const { replace, delete: mayDelete } = abilities(may, actor, facts)
      return { ...lineOf(row), by: nameOf(row), can: { replace, delete: mayDelete } }
    }),
    canAdd: may.add(actor, { standing }),
    clientKey: randomUUID(),
    now: now(),
  }
}

export type FilesView = Awaited<ReturnType<typeof filesOf>>

type Version = Pick<FileRow, 'version' | 'mediaType' | 'bytes' | 'width' | 'height' | 'at'>

const lineOf = (row: Version & { id: string; name: string }) => ({
  id: row.id,
  name: row.name,
  ...versionOf(row),
})

const versionOf = ({ version, mediaType, bytes, width, height, at }: Version) => ({
  version,
  mediaType,
  bytes,
  width,
  height,
  at,
  isPicture: width !== null,
})

const nameOf = (by: { firstName: string | null; lastName: string | null }) =>
  by.firstName && by.lastName ? fullName({ firstName: by.firstName, lastName: by.lastName }) : null

/** A file by its id, with what one may do with it. @throws NotFound also for a deleted one */
export async function fileFor(actor: Actor, id: string, version: number | null = null) {
  const file = existing(await sql.findFile(id, version))
  const facts = await factsOf(actor, file)
  authorizeOrHide(may.read, actor, facts)
  return { file, facts }
}

/** A file of something that is open to all, for visitors. @throws NotFound also for a deleted one */
async function openFile(id: string, version: number | null) {
  const file = existing(await sql.findFile(id, version))
  if (file.deletedAt || !(await isOpenToAll({ kind: file.thingKind, id: file.thingId })))
    throw new NotFound()
  return { file }
}

/** The page about a file: what it belongs to, and its versions. */
export async function aboutFile(actor: Actor, id: string) {
  const { file, facts } = await fileFor(actor, id)
  const pointer = { thingKind: file.thingKind, thingId: file.thingId }
  const [cards, versions] = await Promise.all([
    readableCards(actor, [pointer]),
    sql.listVersions(id),
  ])
  const { replace, delete: mayDelete } = abilities(may, actor, facts)
  return {
    file: lineOf(file),
    thing: cards.get(`${file.thingKind}:${file.thingId}`) ?? null,
    versions: versions.map((row) => ({ ...versionOf(row), by: nameOf(row) })),
    can: { replace, delete: mayDelete },
    clientKey: randomUUID(),
    now: now(),
  }
}

/** What is handed out when somebody opens a file, judged anew each time. */
export async function fileToServe(
  actor: Actor | null,
  id: string,
  wanted: { version: number | null; width: number | null },
) {
  const { file } = await (actor ? fileFor(actor, id, wanted.version) : openFile(id, wanted.version))
  const width = widthToServe(wanted.width, file.widths)
  return {
    key: width === null ? file.storageKey : `${file.storageKey}-${width}`,
    // Says which bytes these are without telling their name in the storage.
    tag: `"${file.id}.${file.version}.${width ?? 'ganz'}"`,
    mediaType: width === null ? file.mediaType : COPY_TYPE,
    disposition:
      width === null
        ? disposition(file.name, file.mediaType)
        : disposition(displayName(file.name, COPY_ENDING), COPY_TYPE),
  }
}

/** A file for a door of another area, which has asked its own rights. @throws NotFound also for a deleted one */
export async function fileAtDoor(id: string) {
  const file = existing(await sql.findFile(id))
  if (file.deletedAt) throw new NotFound()
  const { storageKey: key, mediaType, version, width, height } = file
  const tag = `"${file.id}.${version}.ganz"`
  return { key, tag, mediaType, width, height, disposition: disposition(file.name, mediaType) }
}

const [COPY_TYPE, COPY_ENDING] = ['image/webp', 'webp'] as const

/** @throws NotFound when the bytes are gone although their row is there */
export async function bytesOf(file: { key: string }, range?: ByteRange): Promise<Stored> {
  return existing(await storage().get(file.key, range))
}

/** Files as cards, for reports, references and the bell: those of things that the actor may read now. */
export async function fileCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const files = await sql.listThingsOf(ids)
  const things = await readableCards(actor, files)
  return files.flatMap(({ id, name, thingKind, thingId }) => {
    const thing = things.get(`${thingKind}:${thingId}`)
    return thing ? [{ id, title: name, context: thing.title, path: paths.about(id) }] : []
  })
}
