import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { type Standing, standingTowards } from '#server/platform/things.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { Children, Sent, Thing } from '../contract.ts'
import { filesChanged } from '../events.ts'
import type { Upload } from '../inputs.ts'
import { forget, type Given, judge, keep, make, type Made, mayForget } from '../keeping/commands.ts'
import { may } from '../policy.ts'
import { displayName, fullBy } from '../rules.ts'
import * as sql from '../sql.ts'
import { factsOf } from '../views.ts'
import { refusals } from '../words.ts'

type Known = NonNullable<Awaited<ReturnType<typeof sql.findByKey>>>
/** Where the bytes are to belong: a thing, for a new version also the file. */
type Target = { thing: Thing; standing: Standing; file: Known | undefined }

/**
 * Takes a file: looks what it is, makes pictures anew, keeps the bytes, and only then writes down that they are
 * there. The same key again is the same file.
 *
 * @throws Refusal with a sentence for everything that is not taken; on every error nothing stays
 */
export async function takeFile(actor: Actor, input: Upload, given: Given | null): Promise<Sent> {
  const target = await targetOf(actor, input.to)
  const before = await sql.findByKey(actor.id, input.clientKey)
  if (before) return sameFileAgain(before, target)
  if (!given) throw new Refusal(refusals.missing, 'file')
  const made = await judged(given, input.children, target.file)
  const key = await keep(made)
  try {
    const sent = await transaction((publish) => {
      publish(filesChanged(target.thing))
      return writeDown(actor, input, target, { ...made, key })
    })
    if (sent.isRepeat) await forget(key, made.smaller)
    return sent.file
  } catch (error) {
    if (mayForget(error)) await forget(key, made.smaller)
    throw error
  }
}

/** @throws NotFound for what one may not read, Forbidden for what one may only read */
async function targetOf(actor: Actor, to: Upload['to']): Promise<Target> {
  if ('file' in to) {
    const file = existing(await sql.findFile(to.file))
    const facts = await factsOf(actor, file)
    authorizeOrHide(may.read, actor, facts)
    if (!may.replace(actor, facts)) throw new Forbidden(refusals.mayNotChange)
    return { thing: { kind: file.thingKind, id: file.thingId }, standing: facts.standing, file }
  }
  const standing = await standingTowards(actor, to)
  const facts = { standing, createdBy: null, isDeleted: false, deletedBy: null }
  authorizeOrHide(may.read, actor, facts)
  if (!may.add(actor, facts)) throw new Forbidden(refusals.mayNotAdd)
  return { thing: to, standing, file: undefined }
}

/** The answer got lost and the form came again. */
function sameFileAgain(known: Known, { thing, file }: Target): Sent {
  const isSame =
    known.thingKind === thing.kind &&
    known.thingId === thing.id &&
    (file === undefined || file.id === known.id)
  if (!isSame || known.deletedAt) throw new Refusal(refusals.staleForm)
  return sentOf(known)
}

const sentOf = (row: Omit<Sent, 'isPicture'>): Sent => ({
  id: row.id,
  name: row.name,
  mediaType: row.mediaType,
  bytes: row.bytes,
  isPicture: row.width !== null,
  width: row.width,
  height: row.height,
  version: row.version,
})

type ForThing = Made & { children: 'none' | 'consented' | null }

/** What will be kept of what came, for the thing or as a version of the file it replaces. */
async function judged(
  given: Given,
  children: Children | undefined,
  replaced: Known | undefined,
): Promise<ForThing> {
  const kind = await judge(given)
  if (replaced && (replaced.width !== null) !== kind.isPicture)
    throw new Refusal(kind.isPicture ? refusals.noPicture : refusals.picturesOnly, 'file')
  if (!kind.isPicture) return { ...(await make(given, kind)), children: null }
  if (children === undefined) throw new Refusal(refusals.children, 'children')
  if (children === 'unknown') throw new Refusal(refusals.childrenUnknown, 'children')
  return { ...(await make(given, kind)), children }
}

/** Inside a transaction: counts, judges once more and writes. The bytes lie there already. */
async function writeDown(
  actor: Actor,
  { clientKey, to }: Upload,
  { thing, standing: { plgId } }: Target,
  made: ForThing & { key: string },
): Promise<{ file: Sent; isRepeat: boolean }> {
  await sql.holdRoom(actor.id, plgId)
  const known = await sql.findByKey(actor.id, clientKey)
  const target = await targetOf(actor, to)
  if (known) return { file: sameFileAgain(known, target), isRepeat: true }
  const full = fullBy(made.bytes, await sql.countUsed(actor.id, plgId))
  if (full) throw new Refusal(full === 'person' ? refusals.personFull : refusals.plgFull, 'file')
  const by = { createdBy: actor.id, createdAt: now(), clientKey }
  const { id, version, name } = target.file
    ? await nextVersion(target.file.id, made)
    : { ...(await firstVersion(thing, plgId, made.name, by)), version: 1, name: made.name }
  const row = {
    mediaType: made.mediaType,
    bytes: made.bytes,
    width: made.width,
    height: made.height,
  }
  const written = await sql.insertVersion({
    ...row,
    ...by,
    fileId: id,
    number: version,
    storageKey: made.key,
    widths: made.smaller.map(({ width }) => width),
    children: made.children,
  })
  if (!written) throw new Refusal(refusals.staleForm)
  return { file: sentOf({ ...row, id, name, version }), isRepeat: false }
}

async function firstVersion(
  thing: Thing,
  plgId: string | null,
  name: string,
  by: { createdBy: string; createdAt: Date; clientKey: string },
): Promise<{ id: string }> {
  const row = { thingKind: thing.kind, thingId: thing.id, plgId, name, ...by }
  const file = await sql.insertFile(row)
  if (!file) throw new Refusal(refusals.staleForm)
  return file
}

/** The name stays, only its ending follows what the content has become. */
async function nextVersion(fileId: string, made: Made) {
  const file = existing(await sql.holdFile(fileId))
  const version = file.latest + 1
  const name = displayName(file.name, made.name.split('.').at(-1) ?? '')
  await sql.updateLatest(fileId, version, name)
  return { id: fileId, version, name }
}
