import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { currentContent } from '#server/collab/journal.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { compareContents } from '#server/rich-text/compare.ts'
import type { ComparisonLayout, Section } from '#server/rich-text/comparison/contract.ts'
import { renderComparison } from '#server/rich-text/comparison/render.ts'
import { fillMentions, holesIn, type MentionCard, renderContent } from '#server/rich-text/render.ts'
import { mentionsIn } from '#server/rich-text/text.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import { paths } from '../paths.ts'
import { findContent } from '../sql.ts'
import { cardsFor } from '../text/views.ts'
import { headOf, type Inside, insideDocument, nameOf, type Place } from '../views.ts'
import {
  CHANGES_PER_PAGE,
  PRESENT,
  type VersionLine,
  type VersionMark,
  VERSIONS_PER_PAGE,
} from './contract.ts'
import { readable } from './rules.ts'
import * as sql from './sql.ts'

/** The versions of a document, a page at a time, under the text as it stands. */
export async function versionsFor(actor: Actor, place: Place, page: number) {
  const inside = await insideDocument(actor, place)
  const { id } = inside.document
  const [rows, total, invalidSince] = await Promise.all([
    sql.listVersions(id, VERSIONS_PER_PAGE, (page - 1) * VERSIONS_PER_PAGE),
    sql.countVersions(id),
    sql.findInvalidSince(id),
  ])
  const lines = rows.map((row) => lineOf(inside, row))
  return {
    ...headOf(actor, inside),
    ...{ invalidSince, clientKey: randomUUID(), now: now() },
    ...paged(lines, total, page, VERSIONS_PER_PAGE),
  }
}

/** A version to read; `html` is null when it cannot be read any more. */
export async function versionFor(actor: Actor, place: Place, number: number) {
  const inside = await insideDocument(actor, place)
  const row = existing(await sql.findVersion(inside.document.id, number))
  const content = readable(row.content)
  const html = content && renderContent(withoutComments(content))
  return {
    ...headOf(actor, inside),
    version: lineOf(inside, row),
    html: html ? fillMentions(html, await cardsFor(actor, holesIn(html))) : null,
    ...{ clientKey: randomUUID(), now: now() },
  }
}

type Asked = { from: VersionMark; to: VersionMark; layout: ComparisonLayout; page?: number }

/** Two texts of a document side by side or woven into one; `found` is null when one cannot be read any more. */
export async function compareFor(
  actor: Actor,
  place: Place,
  { from, to, layout, page = 1 }: Asked,
) {
  // Comparing takes more of the server than reading does.
  await spend('search', actor.id)
  const inside = await insideDocument(actor, place)
  const [before, after] = await textsOf(inside, [from, to])
  return {
    ...headOf(actor, inside),
    ...{ from: before.line, to: after.line, layout, now: now() },
    found: await foundBetween(actor, before.content, after.content, { layout, page }),
  }
}

type Text = { line: VersionLine | null; content: CheckedContent | undefined }

async function textsOf(inside: Inside, marks: [VersionMark, VersionMark]): Promise<[Text, Text]> {
  const numbers = marks.filter((mark) => mark !== PRESENT)
  const rows = await sql.listByNumbers(inside.document.id, numbers)
  const present = marks.includes(PRESENT) ? await presentText(inside.document.id) : undefined
  const textOf = (mark: VersionMark): Text => {
    if (mark === PRESENT) return { line: null, content: present }
    const row = existing(rows.find(({ number }) => number === mark))
    return { line: lineOf(inside, row), content: readable(row.content) }
  }
  return [textOf(marks[0]), textOf(marks[1])]
}

/** With what is being typed; where that is no text of ours, what readers are shown. */
async function presentText(documentId: string): Promise<CheckedContent | undefined> {
  return (await currentContent(documentId)) ?? readable(await findContent(documentId))
}

async function foundBetween(
  actor: Actor,
  before: CheckedContent | undefined,
  after: CheckedContent | undefined,
  { layout, page }: { layout: ComparisonLayout; page: number },
) {
  if (!before || !after) return null
  const comparison = compareContents(before, after)
  const { sections, changes } = renderComparison(comparison, layout)
  const pointers = [...mentionsIn(before), ...mentionsIn(after)]
  const cards = await cardsFor(
    actor,
    pointers.map(({ kind, id }) => ({ thingKind: kind, thingId: id })),
  )
  const shown = onPage(sections, page).map((one) => filled(one, cards))
  return { counts: comparison.counts, ...paged(shown, changes, page, CHANGES_PER_PAGE) }
}

/** Those changes that are on a page, with what stayed around them. */
function onPage(sections: Section[], page: number): Section[] {
  let at = 0
  return sections.filter((one) => {
    if (one.kind !== 'same') at = one.at - 1
    return Math.floor(at / CHANGES_PER_PAGE) === page - 1
  })
}

function filled(section: Section, cards: Map<string, MentionCard>): Section<SafeHtml> {
  if ('html' in section) return { ...section, html: fillMentions(section.html, cards) }
  const { before, after } = section
  return { ...section, before: fillMentions(before, cards), after: fillMentions(after, cards) }
}

type Row = Awaited<ReturnType<typeof sql.listVersions>>[number]

function lineOf({ home, document }: Inside, row: Row): VersionLine {
  const { number, name, kind, createdAt } = row
  const path = paths.version(home.path, document, number)
  return { number, name, kind, createdAt, path, author: nameOf(row) }
}
