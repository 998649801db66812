import { type Actor, fullName } from '#server/auth/actor.ts'
import { foldNow, isUnkept } from '#server/collab/open-documents.ts'
import { currentContent } from '#server/collab/journal.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { isPersonKind, readableCards, thingWord } from '#server/platform/things.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { pdfIsPossible } from '#server/rich-text/pdf.ts'
import { showThreads } from '#server/rich-text/comment-marks.ts'
import { survivesMarkdown, toMarkdown } from '#server/rich-text/markdown.ts'
import {
  fillMentions,
  holesIn,
  type MentionCard,
  type StoredHtml,
} from '#server/rich-text/render.ts'
import { mentionsIn } from '#server/rich-text/text.ts'
import { commentsBeside } from '../comments/views.ts'
import { may } from '../policy.ts'
import { fingerprint } from '../rules.ts'
import * as sql from '../sql.ts'
import { headOf, insideDocument, type Place } from '../views.ts'
import { words } from '../words.ts'

/** A document to read: HTML as it was kept, with the names of what it mentions as they are today. */
export async function readingFor(actor: Actor, place: Place) {
  let inside = await insideDocument(actor, place)
  let page = existing(await sql.findPage(inside.document.id))
  if (page.isBehind || isUnkept(inside.document.id)) {
    // Somebody is typing, or has just stopped: who comes from the editor reads their own last words.
    await foldNow(inside.document.id)
    inside = await insideDocument(actor, place)
    page = existing(await sql.findPage(inside.document.id))
  }
  const stored = page.html as StoredHtml
  const comments = await commentsBeside(actor, inside, stored)
  const html = showThreads(stored, comments.threads)
  return {
    ...headOf(actor, inside),
    comments,
    html: fillMentions(html, await cardsFor(actor, holesIn(html))),
    isEmpty: page.hasNoWords && !page.html.includes('<img'),
    invalidSince: page.invalidSince,
    canPrintPdf: pdfIsPossible(),
    now: now(),
  }
}

/** Cards of what a text mentions, by "kind:id", for this reader. */
export async function cardsFor(
  actor: Actor,
  pointers: { thingKind: string; thingId: string }[],
): Promise<Map<string, MentionCard>> {
  if (pointers.length === 0) return new Map()
  const cards = await readableCards(actor, pointers)
  return new Map(
    [...cards].map(([key, { title, path }]) => {
      const kind = key.slice(0, key.indexOf(':'))
      return [key, { word: thingWord(kind), title, path: isPersonKind(kind) ? null : path }]
    }),
  )
}

/** The same for a text that is at hand. */
export function cardsOf(actor: Actor, content: CheckedContent): Promise<Map<string, MentionCard>> {
  return cardsFor(
    actor,
    mentionsIn(content).map(({ kind, id }) => ({ thingKind: kind, thingId: id })),
  )
}

/** What the editor is opened with. @throws Forbidden with the reason when it may only be read */
export async function editingFor(actor: Actor, place: Place) {
  const inside = await insideDocument(actor, place)
  if (inside.facts.isArchived) throw new Forbidden(words.archived)
  authorize(may.write, actor, inside.facts)
  const { aids } = inside.home
  return {
    ...headOf(actor, inside),
    person: { id: actor.id, name: fullName(actor) },
    aids: aids ? { label: aids.label, path: aids.pathOf(inside.document.number) } : null,
  }
}

/** The form without an editor: the text as Markdown, or why it cannot be offered. */
export async function simpleFormFor(actor: Actor, place: Place) {
  const view = await editingFor(actor, place)
  const content = await currentContent(view.document.id)
  if (!content) return { ...view, reasons: [words.tooRich], markdown: '', base: '' }
  const reasons = await survivesMarkdown(content)
  const markdown =
    reasons.length > 0
      ? ''
      : await toMarkdown(content, { mentions: await namesFor(actor, content) })
  return { ...view, reasons, markdown, base: fingerprint(JSON.stringify(content)) }
}

/** Titles and addresses of what a text mentions, for formats outside the platform. */
export async function namesFor(actor: Actor, content: CheckedContent) {
  const cards = await cardsOf(actor, content)
  return new Map(
    [...cards].map(([key, { title, path }]) => [key, { title, path: path ?? '' }] as const),
  )
}
