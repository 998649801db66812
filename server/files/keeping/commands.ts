import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { isUnavailable, Refusal } from '#server/platform/errors.ts'
import { type FileKind, fileKind } from '#server/platform/file-kind.ts'
import type { Incoming } from '#server/platform/incoming.ts'
import { PictureTrouble, remakePicture } from '#server/platform/pictures.ts'
import { storage } from '#server/platform/storage.ts'
import { LIMITS, type Thing, WIDTHS } from '../contract.ts'
import { displayName, fullBy, isMisnamed, spokenName } from '../rules.ts'
import * as sql from '../sql.ts'
import { faultWords, refusals } from '../words.ts'

/** What the browser sent beside the form. */
export type Given = { name: string; incoming: Incoming }

/** What will be kept of what came. */
export type Made = {
  name: string
  mediaType: string
  bytes: number
  content: Uint8Array | { path: string }
  width: number | null
  height: number | null
  smaller: { width: number; bytes: Buffer }[]
}

/** @throws Refusal with a sentence for every kind of file that is not taken */
export async function judge({ incoming }: Given): Promise<FileKind> {
  const kind = await fileKind(incoming.path)
  if ('fault' in kind) throw new Refusal(faultWords[kind.fault], 'file')
  return kind
}

/** All but pictures is kept as it came; those are made anew. */
export async function make({ name, incoming }: Given, kind: FileKind): Promise<Made> {
  if (!kind.isPicture)
    return {
      ...{ name: displayName(name, kind.extension), mediaType: kind.mediaType },
      ...{ bytes: incoming.bytes, content: incoming, width: null, height: null, smaller: [] },
    }
  const picture = await remakePicture(incoming.path, WIDTHS).catch((error: unknown) => {
    if (error instanceof PictureTrouble) throw new Refusal(faultWords[error.fault], 'file')
    throw error
  })
  if (picture.bytes.byteLength > LIMITS.file) throw new Refusal(refusals.tooLarge, 'file')
  const { mediaType, width, height, smaller } = picture
  return {
    ...{ name: displayName(name, picture.extension), mediaType, width, height, smaller },
    ...{ bytes: picture.bytes.byteLength, content: picture.bytes },
  }
}

/** Puts the bytes into the storage, all of them or nothing. @returns what they are called there */
export async function keep({ content, smaller }: Made): Promise<string> {
  const key = randomUUID()
  const puts = await Promise.allSettled([
    storage().put(key, content),
    ...smaller.map(({ width, bytes }) => storage().put(`${key}-${width}`, bytes)),
  ])
  const failed = puts.find((put) => put.status === 'rejected')
  if (!failed) return key
  await forget(key, smaller)
  throw failed.reason
}

/** Without an error of its own: what stays is found by the daily sweep. */
export const forget = (key: string, smaller: { width: number }[]): Promise<void> =>
  storage()
    .remove([key, ...smaller.map(({ width }) => `${key}-${width}`)])
    .catch(() => undefined)

/** When the database went away it may have written all down: then the daily sweep decides. */
export const mayForget = (error: unknown): boolean => !isUnavailable(error)

/** A file whose bytes lie in the storage and of which no row tells yet. */
export type Kept = { made: Made; key: string; sha256: string; isWritten: boolean }

/**
 * For areas that bring files by forms of their own and have asked their rights: keeps the bytes, hands them to `work`,
 * which writes them down with `attach` in its transaction, and forgets what it has not written.
 *
 * @throws Refusal beside the field `file`; on every error nothing stays
 */
export async function withKept<T>(given: Given[], work: (kept: Kept[]) => Promise<T>): Promise<T> {
  const all: Kept[] = []
  const forgetAll = (kept: Kept[]) =>
    Promise.all(kept.map(({ key, made }) => forget(key, made.smaller)))
  try {
    for (const one of given) all.push(await named(one, given.length > 1, () => keepTruthful(one)))
    const result = await work(all)
    await forgetAll(all.filter(({ isWritten }) => !isWritten))
    return result
  } catch (error) {
    if (mayForget(error)) await forgetAll(all)
    throw error
  }
}

/** Of several files the sentence says which one it is about. */
async function named<T>({ name }: Given, isOneOfMany: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isOneOfMany && error instanceof Refusal)
      throw new Refusal(`„${spokenName(name)}“: ${error.message}`, error.field)
    throw error
  }
}

/** What others rest a decision on says by its name what it is. */
async function keepTruthful(given: Given): Promise<Kept> {
  const kind = await judge(given)
  if (isMisnamed(given.name, kind)) throw new Refusal(refusals.misnamed, 'file')
  const made = await make(given, kind)
  return { made, sha256: await fingerprint(made), key: await keep(made), isWritten: false }
}

async function fingerprint({ content }: Made): Promise<string> {
  const hash = createHash('sha256')
  if (content instanceof Uint8Array) return hash.update(content).digest('hex')
  for await (const piece of createReadStream(content.path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Writes a kept file down as one of a thing, inside the transaction of the act it belongs to.
 *
 * @param by nobody, where a vendor without an account sent it, or where it was part of a file that counts already
 * @param children what was answered about a picture
 * @returns its id
 */
export async function attach(
  kept: Kept,
  to: { thing: Thing; by: Actor | null; children?: 'none' | 'consented' },
): Promise<string> {
  const { thing, by, children = null } = to
  const { name, mediaType, bytes, width, height, smaller } = kept.made
  if (by) {
    await sql.holdRoom(by.id, null)
    if (fullBy(bytes, await sql.countUsed(by.id, null)))
      throw new Refusal(refusals.personFull, 'file')
  }
  const row = { createdBy: by?.id ?? null, createdAt: now(), clientKey: randomUUID() }
  const of = { thingKind: thing.kind, thingId: thing.id, plgId: null, name }
  const { id: fileId } = existing(await sql.insertFile({ ...of, ...row }))
  await sql.insertVersion({
    ...{ ...row, fileId, number: 1, storageKey: kept.key, children },
    ...{ mediaType, bytes, width, height, widths: smaller.map((one) => one.width) },
  })
  kept.isWritten = true
  return fileId
}

/** Takes a file of such a thing away; the area has asked its rights. */
export async function detach(fileId: string, by: Actor): Promise<void> {
  await sql.updateDeleted(fileId, { deletedAt: now(), deletedBy: by.id })
}
