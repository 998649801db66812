import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { change } from '#server/collab/journal.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { filesIn, wordsOf } from '#server/rich-text/text.ts'
import { stateOf } from '#server/rich-text/yjs.ts'
import { derivedOf } from '../commands.ts'
import { documentChanged, piecesAdded } from '../events.ts'
import * as sql from '../sql.ts'
import * as versions from '../versions/sql.ts'
import { words } from '../words.ts'

// For areas in whose things a document is the text: they have asked their rights, hold what they decide on, and call
// these in the transaction of their act.

type Place = { kind: string; id: string }
type Text = { title: string; content: CheckedContent; by: Actor; clientKey: string }

/** Puts a document into a home. The same key again is the same document. */
export async function placeText(home: Place, { title, content, by, clientKey }: Text) {
  const at = now()
  const made = await sql.insertDocument({
    ...{ ...sql.columnOf(home), title, folder: '', createdBy: by.id },
    ...{ createdAt: at, changedAt: at, clientKey },
  })
  if (made) {
    await sql.insertContent(made.id, stateOf(content), derivedOf(content))
    return { id: made.id, number: made.number, isNew: true }
  }
  const known = existing(await sql.findByKey(by.id, clientKey))
  const lives = sql.placeOf(known)
  if (lives.kind !== home.kind || lives.id !== home.id) throw new Refusal(words.staleForm)
  return { id: known.id, number: known.number, isNew: false }
}

export async function renameText(documentId: string, title: string): Promise<void> {
  await sql.updateDocument(documentId, { title })
}

/** Into the bin, or back. Whoever has it open is judged anew. */
export async function binText(
  of: { documentId: string; home: Place },
  by: Actor | null,
  publish: Publish,
): Promise<void> {
  const { documentId, home } = of
  await sql.updateDocument(documentId, { deletedAt: by && now(), deletedBy: by?.id ?? null })
  publish(documentChanged({ documentId, homeKind: home.kind, homeId: home.id, isElsewhere: false }))
}

type Kept = { by: Actor; name: string; report?: object }

/**
 * Puts another text in the place of what stands there, for everybody who has it open too; what stood there is kept as
 * a version, unless it was nothing.
 *
 * @param decide is given the text as it stands now
 */
export async function replaceText(
  of: { documentId: string; number: number },
  decide: (current: CheckedContent) => CheckedContent,
  { by, name, report }: Kept,
  publish: Publish,
): Promise<void> {
  const { documentId, number } = of
  await sql.lockDocument(number)
  let before = checkContent(await sql.findContent(documentId))
  const ids = await change(documentId, (current) => {
    before = current ?? before
    return decide(before)
  })
  if (ids.length === 0) return
  publish(piecesAdded({ documentId, ids }))
  if (wordsOf(before) === '' && filesIn(before).length === 0) return
  await versions.insertVersion({
    ...{ documentId, kind: 'before_import', name: name.slice(0, 120) },
    content: JSON.stringify(before),
    report: report ? JSON.stringify(report) : null,
    ...{ createdBy: by.id, createdAt: now(), clientKey: randomUUID() },
  })
}
