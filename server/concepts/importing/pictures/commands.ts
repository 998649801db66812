import type { Actor } from '#server/auth/actor.ts'
import { change } from '#server/collab/journal.ts'
import { piecesAdded } from '#server/documents/events.ts'
import { Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { emptyContent } from '#server/rich-text/contract.ts'
import { filesIn } from '#server/rich-text/text.ts'
import { standing } from '../../chapters/commands.ts'
import { changingConcept } from '../../commands.ts'
import { may } from '../../policy.ts'
import type { DescribePicture } from '../inputs.ts'
import { described } from '../rules.ts'
import { refusals } from '../words.ts'

/** Says what a picture of a chapter shows, or that it says nothing, for everybody who has the text open too. */
export function describePicture(
  actor: Actor,
  slug: string,
  { chapter: id, file, alt, decorative }: DescribePicture,
): Promise<void> {
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    if (alt === '' && !decorative) throw new Refusal(refusals.alt, 'alt')
    const chapter = await standing(working, id)
    const { documentId } = chapter
    const says = decorative ? { alt: '', decorative } : { alt, decorative }
    const ids = await change(documentId, (current) => {
      const text = current ?? checkContent(emptyContent())
      if (!current || !filesIn(text).includes(file)) throw new Refusal(refusals.noPicture, 'alt')
      return described(text, file, says)
    })
    if (ids.length === 0) return
    publish(piecesAdded({ documentId, ids }))
    const details = { title: chapter.title }
    await tell({ thingKind: 'chapter', thingId: id, what: 'chapter.described', details })
  })
}
