import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { change, currentContent } from '#server/collab/journal.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { changing } from '../commands.ts'
import { piecesAdded } from '../events.ts'
import { may } from '../policy.ts'
import { findContent } from '../sql.ts'
import type { Inside, Place } from '../views.ts'
import type { VersionKind } from './contract.ts'
import type { RestoreVersion, SaveVersion } from './inputs.ts'
import { nameOfReplaced, nameOfRestored, readable } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** What a page says afterwards. */
export type Kept = { number: number; name: string; document: string }

/** Keeps the text as it stands, with what is being typed. The same form again is the same version. */
export async function saveVersion(actor: Actor, place: Place, input: SaveVersion): Promise<Kept> {
  await spend('documents', actor.id)
  return changing(actor, place, may.saveVersion, async ({ document }) => {
    const known = await alreadyMade(actor, document, input.clientKey)
    if (known) return known
    const content = await currentContent(document.id)
    if (!content) throw new Refusal(words.brokenNow)
    return keep(actor, document, { ...input, kind: 'named', content }, now())
  })
}

/** The last versions that a replaced text is looked for among. */
const LAST = 3

/**
 * Puts the text of a version into the document, for everybody who has it open too. What stood there is kept, and the
 * restored text is a version of its own.
 *
 * @throws Refusal when the version cannot be read any more, or the document says just that already
 */
export async function restoreVersion(
  actor: Actor,
  place: Place,
  number: number,
  { clientKey }: RestoreVersion,
): Promise<Kept> {
  await spend('documents', actor.id)
  return changing(actor, place, may.restoreVersion, async ({ document }, _changed, publish) => {
    const known = await alreadyMade(actor, document, clientKey)
    if (known) return known
    const version = existing(await sql.findVersion(document.id, number))
    const wanted = readable(version.content)
    if (!wanted) throw new Refusal(words.unreadable)
    const shown = readable(await findContent(document.id))
    let current: CheckedContent | undefined
    const ids = await change(document.id, (content) => {
      current = content
      return wanted
    })
    if (ids.length === 0) throw new Refusal(words.alreadyThis)
    publish(piecesAdded({ documentId: document.id, ids }))
    const name = nameOfRestored(version.name)
    const at = now()
    const restored = { kind: 'named', name, content: wanted, clientKey } as const
    const made = await keep(actor, document, restored, at)
    await keepReplaced(actor, document, version.name, current ?? shown, at)
    return made
  })
}

/** What was replaced gets the number after what replaced it: people count the versions that have a name. */
async function keepReplaced(
  actor: Actor,
  document: Inside['document'],
  restored: string,
  content: CheckedContent | undefined,
  at: Date,
) {
  if (!content || (await sql.isAmongLast(document.id, JSON.stringify(content), LAST))) return
  const name = nameOfReplaced(restored)
  const replaced = { kind: 'before_restore', name, content, clientKey: randomUUID() } as const
  await keep(actor, document, replaced, at)
}

/** For a text that a hostile editor has broken: puts back what readers are shown. @returns the address */
export async function restoreValid(actor: Actor, place: Place): Promise<string> {
  await spend('documents', actor.id)
  return changing(actor, place, may.restoreVersion, async ({ document }, _changed, publish) => {
    const shown = readable(await findContent(document.id))
    if (!shown) throw new Refusal(words.nothingValid)
    const ids = await change(document.id, (content) => {
      if (content) throw new Refusal(words.notBroken)
      return shown
    })
    publish(piecesAdded({ documentId: document.id, ids }))
    return document.path
  })
}

async function alreadyMade(actor: Actor, document: Inside['document'], clientKey: string) {
  const known = await sql.findByKey(actor.id, clientKey)
  if (known && known.documentId !== document.id) throw new Refusal(words.staleForm)
  return known && { number: known.number, name: known.name, document: document.path }
}

type Version = { kind: VersionKind; name: string; content: CheckedContent; clientKey: string }

async function keep(
  actor: Actor,
  { id, path }: Inside['document'],
  version: Version,
  createdAt: Date,
) {
  const { kind, name, clientKey } = version
  const number = await sql.insertVersion({
    ...{ documentId: id, kind, name, clientKey },
    content: JSON.stringify(version.content),
    createdBy: actor.id,
    createdAt,
  })
  return { number, name, document: path }
}
