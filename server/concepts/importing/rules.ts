import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { nodesOf, shownLevels, wordsOf } from '#server/rich-text/text.ts'
import { guessedKind } from '../chapters/rules.ts'
import type { ChapterKind } from '../contract.ts'
import { PREAMBLE } from './words.ts'

export type Piece = { title: string; kind: ChapterKind; content: CheckedContent; words: string }

const LONGEST_TITLE = 200
const inline = (node: Content): string => node.text ?? (node.content ?? []).map(inline).join('')
const titleOf = (heading: Content) =>
  inline(heading).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed()
const isTop = ({ type, attrs }: Content) => type === 'heading' && attrs?.level === 2

/** How many headings of the highest level there are, wherever words stand below them. */
export const topHeadings = (content: Content) => (content.content ?? []).filter(isTop).length

/**
 * The pieces of a text, each from one heading of the highest level to the next; what stands before the first is one of
 * its own. Without headings all of it is one piece, named `otherwise`.
 */
export function piecesOf(content: CheckedContent, otherwise: string): Piece[] {
  const pieces: { title: string; blocks: Content[] }[] = []
  for (const node of content.content ?? []) {
    if (isTop(node)) pieces.push({ title: titleOf(node) || otherwise, blocks: [] })
    else if (pieces.length === 0) pieces.push({ title: '', blocks: [node] })
    else pieces.at(-1)?.blocks.push(node)
  }
  const isAlone = pieces.length === 1
  return pieces
    .filter(({ title, blocks }) => title !== '' || !isBlank(blocks))
    .map(({ title, blocks }) => {
      const name = title || (isAlone ? otherwise : PREAMBLE)
      const text = asText(blocks.map(raised))
      return { title: name, kind: guessedKind(name), content: text, words: wordsOf(text) }
    })
}

const isBlank = (blocks: Content[]) =>
  blocks.every((block) => inline(block).trim() === '' && !hasPicture(block))
const hasPicture = (block: Content) => [...nodesOf(block)].some(({ type }) => type === 'image')

/** The chapter's own heading is gone, so those below begin one level higher. */
function raised(node: Content): Content {
  const { attrs, content, ...rest } = node
  const level = node.type === 'heading' ? { level: Math.max(2, Number(attrs?.level) - 1) } : null
  return {
    ...rest,
    ...((attrs || level) && { attrs: { ...attrs, ...level } }),
    ...(content && { content: content.map(raised) }),
  }
}

/** Blocks as a text of ours: at least one paragraph, no heading level left out. */
export function asText(blocks: Content[]): CheckedContent {
  const doc: Content = {
    type: 'doc',
    content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
  }
  const levels = shownLevels(doc)
  const headings = [...nodesOf(doc)].filter(({ type }) => type === 'heading')
  for (const [at, heading] of headings.entries()) heading.attrs = { level: levels[at] ?? 2 }
  return checkContent(doc)
}

const PAGE_LETTERS = 20_000
const ALL_LETTERS = 250_000

/** The words of a PDF as a text of ours, page by page; all of them are kept beside it for the search. */
export function textOfPages(pages: string[]): CheckedContent {
  let left = ALL_LETTERS
  const blocks = pages.flatMap((page, at) => {
    const text = page
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, Math.min(left, PAGE_LETTERS))
      .toWellFormed()
    left -= text.length
    if (text === '') return []
    const heading = { type: 'heading', attrs: { level: 2 }, content: words(`Seite ${at + 1}`) }
    return [heading, { type: 'paragraph', content: words(text) }]
  })
  return asText(blocks)
}

const words = (text: string): Content[] => [{ type: 'text', text }]

/** Numbers for the report. */
export function countsOf(content: Content) {
  const nodes = [...nodesOf(content)]
  const pictures = nodes.filter(({ type }) => type === 'image')
  return {
    tables: nodes.filter(({ type }) => type === 'table').length,
    pictures: pictures.length,
    picturesWithoutAlt: pictures.filter(({ attrs }) => !attrs?.alt && !attrs?.decorative).length,
  }
}

type Standing = { id: string; kind: ChapterKind; title: string; isEmpty: boolean }

/**
 * Where a piece probably goes: into the chapter of the same name, into one of its kind that is still empty, or into a
 * new one. A title without a word below it is left out.
 */
export function proposalFor(piece: Piece, chapters: Standing[], taken: Set<string>): string {
  if (piece.words === '' && countsOf(piece.content).pictures === 0) return 'skip'
  const plain = (title: string) =>
    title
      .toLowerCase()
      .replace(/^[\d.\s]+/, '')
      .trim()
  const open = chapters.filter(({ id }) => !taken.has(id))
  const found =
    open.find(({ title }) => plain(title) === plain(piece.title)) ??
    open.find(({ kind, isEmpty }) => isEmpty && kind === piece.kind && kind !== 'free')
  if (!found) return `new:${piece.kind}`
  taken.add(found.id)
  return `in:${found.id}`
}

/** The same text with this description at every place of a picture. */
export function described(
  content: CheckedContent,
  file: string,
  says: { alt: string; decorative: boolean },
): CheckedContent {
  const walk = (node: Content): Content => ({
    ...node,
    ...(node.type === 'image' &&
      node.attrs?.file === file && { attrs: { ...node.attrs, ...says } }),
    ...(node.content && { content: node.content.map(walk) }),
  })
  return checkContent(walk(content))
}
