import type { Actor } from '#server/auth/actor.ts'
import { replaceText } from '#server/documents/bound/commands.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { withFiles } from '#server/rich-text/docx-in.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import { changingConcept } from '../../commands.ts'
import { paths as conceptPaths } from '../../paths.ts'
import { may, readableReach } from '../../policy.ts'
import { standing } from '../commands.ts'
import * as chapters from '../sql.ts'
import { pathOf } from '../views.ts'
import { attribution, beforeTaking, refusals } from '../words.ts'
import { CHAPTER_TEMPLATES } from './rules.ts'
import * as sql from './sql.ts'

type Beginning = { title: string; blocks: Content[] }

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
        const rest = wordsOf(current) === '' ? [] : (current.content ?? [])
        return asText([...beginning.blocks, ...rest])
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

async function beginningOf(actor: Actor, from: string): Promise<Beginning> {
  const template = CHAPTER_TEMPLATES.find(({ key }) => key === from)
  if (template) return { title: template.title, blocks: template.content.content ?? [] }
  return exampleText(actor, from)
}

/** A published chapter as this person reads it; pictures stay with the school whose they are. */
async function exampleText(actor: Actor, from: string): Promise<Beginning> {
  const [, versionId = '', position = ''] = /^([0-9a-f-]{36}):(\d{1,4})$/.exec(from) ?? []
  if (versionId === '') throw new Refusal(refusals.noTemplate, 'from')
  const reach = readableReach(actor)
  const row = await sql.findExample({ versionId, position: Number(position), reach })
  if (!row) throw new Refusal(refusals.noExample, 'from')
  const plain = withoutComments(withFiles(checkContent(row.content), new Map()))
  const { title, schoolName: school, number: version } = row
  const href = conceptPaths.version(row.schoolSlug, version)
  const marks = [{ type: 'link', attrs: { href } }]
  const said = { type: 'text', text: attribution({ title, school, version }), marks }
  return {
    title: `${title} (${school})`,
    blocks: [{ type: 'paragraph', content: [said] }, ...(plain.content ?? [])],
  }
}
