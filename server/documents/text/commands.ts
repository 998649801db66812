import type { Actor } from '#server/auth/actor.ts'
import { change } from '#server/collab/journal.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { BadContent, type CheckedContent } from '#server/rich-text/check.ts'
import { fromMarkdown, survivesMarkdown, toMarkdown } from '#server/rich-text/markdown.ts'
import { changing, derivedOf } from '../commands.ts'
import { piecesAdded, textChanged } from '../events.ts'
import type { SaveSimply } from '../inputs.ts'
import { may } from '../policy.ts'
import { fingerprint } from '../rules.ts'
import * as sql from '../sql.ts'
import type { Place } from '../views.ts'
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
  const wanted = textFrom(input.markdown)
  return changing(actor, place, may.write, async ({ document }, _changed, publish) => {
    let theirs: CheckedContent | undefined
    const ids = await change(document.id, (current) => {
      if (!current || survivesMarkdown(current).length > 0)
        throw new Refusal(words.tooRich, 'markdown')
      if (fingerprint(JSON.stringify(current)) === input.base) return wanted
      theirs = current
      return current
    })
    if (theirs) {
      const mentions = await namesFor(actor, theirs)
      throw new Conflict(words.textChanged, toMarkdown(theirs, { mentions }))
    }
    if (ids.length > 0) publish(piecesAdded({ documentId: document.id, ids }))
    return document.path
  })
}

function textFrom(markdown: string): CheckedContent {
  try {
    return fromMarkdown(markdown)
  } catch (error) {
    if (error instanceof BadContent) throw new Refusal(words.badText, 'markdown')
    throw error
  }
}

/** Keeps what follows from a document's text; called wherever the text changes (collab.ts). */
export function keepText(documentId: string, content: CheckedContent): Promise<void> {
  return transaction(async (publish) => {
    const at = now()
    await sql.updateDerived(documentId, derivedOf(content), at)
    publish(textChanged({ documentId, at: at.toISOString() }))
  })
}
