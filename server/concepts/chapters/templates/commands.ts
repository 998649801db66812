import type { Actor } from '#server/auth/actor.ts'
import { replaceText } from '#server/documents/bound/commands.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { changingConcept } from '../../commands.ts'
import { may } from '../../policy.ts'
import { standing } from '../commands.ts'
import * as chapters from '../sql.ts'
import { pathOf } from '../views.ts'
import { beforeTaking } from '../words.ts'
import { beginningOf } from './views.ts'

/**
 * "Als Anfang übernehmen": a template or a published chapter of another school begins the text, with whose it was. What
 * stood there follows below it and is kept as a version. Twice the same text is there once.
 *
 * @returns the page of the chapter
 */
export async function beginText(
  actor: Actor,
  slug: string,
  input: { chapter: string; from: string },
): Promise<string> {
  await spend('documents', actor.id)
  const beginning = await beginningOf(actor, input.from)
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    const chapter = await standing(working, input.chapter)
    const first = wordsOf(asText(beginning.blocks))
    let isThere = false
    await replaceText(
      chapter,
      (current) => {
        isThere = wordsOf(current).startsWith(first)
        if (isThere) return current
        // Also an empty paragraph stays: somebody may have just begun to type in it.
        return asText([...beginning.blocks, ...(current.content ?? [])])
      },
      { by: actor, name: beforeTaking(beginning.title) },
      publish,
    )
    if (!isThere) {
      await chapters.updateChapter(chapter.id, {})
      const details = { title: chapter.title, from: beginning.title }
      const thing = { thingKind: 'chapter', thingId: chapter.id }
      await tell({ ...thing, what: 'chapter.began', details })
    }
    return pathOf(working.school.slug, chapter)
  })
}

const asText = (blocks: Content[]): CheckedContent =>
  checkContent({ type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] })
