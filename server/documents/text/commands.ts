import type { Actor } from '#server/auth/actor.ts'
import { change, currentContent } from '#server/collab/journal.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { syncMentions } from '#server/references/commands.ts'
import { fromMarkdown, survivesMarkdown, toMarkdown } from '#server/rich-text/markdown.ts'
import { mentionsIn } from '#server/rich-text/text.ts'
import { changing, derivedOf } from '../commands.ts'
import { piecesAdded, textChanged } from '../events.ts'
import type { SaveSimply } from '../inputs.ts'
import { may } from '../policy.ts'
import { fingerprint } from '../rules.ts'
import * as sql from '../sql.ts'
import { insideDocument, type Place } from '../views.ts'
import { words } from '../words.ts'
import { namesFor } from './views.ts'

/**
 * Saves the text of the form without an editor, as a change of the shared document: what others type elsewhere in
 * it stays.
 *
 * @throws Conflict with the text as it stands when somebody was faster; Refusal for a text that cannot be kept
 */
export async function saveSimply(actor: Actor, place: Place, input: SaveSimply): Promise<string> {
  await spend('posts', actor.id)
  await refuseTooRich(actor, place)
  const wanted = await fromMarkdown(input.markdown)
  const { path, theirs } = await changing(actor, place, may.write, async (inside, _, publish) => {
    const { document } = inside
    let theirs: CheckedContent | undefined
    const ids = await change(document.id, (current) => {
      if (!current) throw new Refusal(words.tooRich, 'markdown')
      if (fingerprint(JSON.stringify(current)) === input.base) return wanted
      theirs = current
      return current
    })
    if (ids.length > 0) publish(piecesAdded({ documentId: document.id, ids }))
    return { path: document.path, theirs }
  })
  if (!theirs) return path
  const mentions = await namesFor(actor, theirs)
  throw new Conflict(words.textChanged, await toMarkdown(theirs, { mentions }))
}

/** The form may have been opened when the text was simpler. */
async function refuseTooRich(actor: Actor, place: Place): Promise<void> {
  const { document, facts } = await insideDocument(actor, place)
  authorize(may.write, actor, facts)
  const current = await currentContent(document.id)
  if (!current || (await survivesMarkdown(current)).length > 0)
    throw new Refusal(words.tooRich, 'markdown')
}

/** Keeps what follows from a document's text; called wherever the text changes (collab.ts). */
export function keepText(documentId: string, content: CheckedContent): Promise<void> {
  return transaction(async (publish) => {
    const at = now()
    await sql.updateDerived(documentId, derivedOf(content), at)
    // Several write at once, so nobody in particular has mentioned somebody.
    await syncMentions({ kind: 'document', id: documentId }, mentionsIn(content), null)
    publish(textChanged({ documentId, at: at.toISOString() }))
  })
}
