import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { Thing } from './contract.ts'
import { filesChanged } from './events.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf } from './views.ts'
import { refusals } from './words.ts'

/** Takes a file away; for 30 days it can be brought back. @returns its name */
export function deleteFile(actor: Actor, id: string): Promise<{ name: string }> {
  return transaction(async (publish) => {
    const file = existing(await sql.holdFile(id))
    const facts = await factsOf(actor, file)
    authorizeOrHide(may.read, actor, facts)
    if (!may.delete(actor, facts)) throw new Forbidden(refusals.mayNotChange)
    await sql.updateDeleted(id, { deletedAt: now(), deletedBy: actor.id })
    await recordActOnOthers(actor, file, 'files.deleted')
    publish(filesChanged({ kind: file.thingKind, id: file.thingId }))
    return { name: file.name }
  })
}

/** Brings a deleted file back. Whoever may not is told that there is none. */
export function restoreFile(actor: Actor, id: string): Promise<{ name: string }> {
  return transaction(async (publish) => {
    const file = existing(await sql.holdFile(id))
    const facts = await factsOf(actor, file)
    // Pressed twice, it is back already.
    if (may.read(actor, facts)) return { name: file.name }
    authorizeOrHide(may.restore, actor, facts)
    await sql.updateDeleted(id, { deletedAt: null, deletedBy: null })
    await recordActOnOthers(actor, file, 'files.restored')
    publish(filesChanged({ kind: file.thingKind, id: file.thingId }))
    return { name: file.name }
  })
}

async function recordActOnOthers(
  actor: Actor,
  file: { id: string; createdBy: string | null; thingKind: string; thingId: string },
  action: string,
): Promise<void> {
  if (file.createdBy === actor.id) return
  const details = { kind: file.thingKind, id: file.thingId }
  await record(actor, { action, thingKind: 'file', thingId: file.id, details })
}

/**
 * Gives a second thing the files of a first one, in their latest version: rows of its own, the same bytes. For
 * areas that make a thing from another and have asked their rights; call it in the transaction of that.
 *
 * @param only of those files of the first thing, these
 * @returns old ids and the new ones, to exchange them in texts
 */
export async function copyFiles(
  from: Thing,
  to: Thing & { plgId: string | null },
  only?: string[],
): Promise<Map<string, string>> {
  const copies = await sql.insertCopies(from, to, now(), only)
  return new Map(copies.map(({ old, id }) => [old, id]))
}

/** For areas where some files of one thing become those of another; call it in the transaction of that. */
export async function giveFiles(ids: string[], from: Thing, to: Thing): Promise<void> {
  if (ids.length > 0) await sql.updateThing(ids, from, to)
}

/** For areas whose thing goes for good: its files go with it, their bytes after 30 days. */
export async function removeFilesOf(thing: Thing): Promise<void> {
  await sql.updateDeletedOf(thing, now())
}

/** For areas whose thing moves: its files count for another room from now on, whether there is room or not. */
export async function moveFilesOf(thing: Thing, plgId: string | null): Promise<void> {
  await sql.updateRoom(thing, plgId)
}
