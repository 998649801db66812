import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { change } from '#server/collab/journal.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { fromDocx, withFiles, type WordImport } from '#server/rich-text/docx-in.ts'
import { changing } from '../commands.ts'
import { piecesAdded } from '../events.ts'
import { may } from '../policy.ts'
import { findContent } from '../sql.ts'
import * as versions from '../versions/sql.ts'
import { type Inside, insideDocument, type Place } from '../views.ts'
import { type ImportReport, WORD_TYPE } from './contract.ts'
import type { ImportWord } from './inputs.ts'
import { wholeFile } from './views.ts'
import { replacedBy, words } from './words.ts'

/**
 * Puts the text of a Word file, which lies at the document, in the place of its text. What stood there is kept
 * as a version, with the report of what became of the file.
 *
 * @returns the address of the document
 * @throws Refusal with a sentence for every file that is not taken
 */
export async function importWord(actor: Actor, place: Place, input: ImportWord): Promise<string> {
  await spend('exchanges', actor.id)
  const inside = await insideDocument(actor, place)
  authorize(may.restoreVersion, actor, inside.facts)
  const { name, bytes } = await wordFile(actor, inside, input.file)
  const word = await fromDocx(bytes)
  const content = await withOwnPictures(actor, inside, word, input.children)
  const report: ImportReport = { file: name, ...word.report }
  return changing(actor, place, may.restoreVersion, async ({ document }, _changed, publish) => {
    if (await versions.findByKey(actor.id, input.clientKey)) return document.path
    const shown = checkContent(await findContent(document.id))
    let replaced: CheckedContent = shown
    const ids = await change(document.id, (current) => {
      replaced = current ?? shown
      return content
    })
    await versions.insertVersion({
      documentId: document.id,
      kind: 'before_import',
      name: replacedBy(name),
      content: JSON.stringify(replaced),
      report: JSON.stringify(report),
      createdBy: actor.id,
      createdAt: now(),
      clientKey: input.clientKey,
    })
    if (ids.length > 0) publish(piecesAdded({ documentId: document.id, ids }))
    return document.path
  })
}

async function wordFile(actor: Actor, { document }: Inside, id: string) {
  const { file, bytes } = await wholeFile(actor, id).catch((error: unknown) => {
    if (error instanceof NotFound) throw new Refusal(words.noFile, 'file')
    throw error
  })
  const isOfThis = file.thingKind === 'document' && file.thingId === document.id
  if (!isOfThis || file.mediaType !== WORD_TYPE) throw new Refusal(words.noFile, 'file')
  return { name: file.name, bytes }
}

/** Its pictures become files of the document, made anew like every picture. One that cannot be read falls away. */
async function withOwnPictures(
  actor: Actor,
  { document }: Inside,
  { content, pictures }: WordImport,
  children: ImportWord['children'],
): Promise<CheckedContent> {
  if (pictures.length > 0 && children === undefined) throw new Refusal(words.children, 'children')
  const kept: Parameters<typeof withFiles>[1] = new Map()
  for (const [index, { id, bytes }] of pictures.entries()) {
    const incoming = await keepIncoming(pieces(bytes), bytes.byteLength)
    try {
      const to = { kind: 'document', id: document.id }
      const given = { to, children, clientKey: randomUUID() }
      const name = `Bild ${index + 1} aus Word`
      kept.set(id, await takeFile(actor, given, { name, incoming }))
    } catch (error) {
      // A sentence about one picture, e.g. of an odd kind, must not keep the text away; that of all is about children.
      if (!(error instanceof Refusal) || error.field === 'children') throw error
    } finally {
      await incoming.discard()
    }
  }
  return withFiles(content, kept)
}

async function* pieces(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
