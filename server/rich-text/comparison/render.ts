import { serializeAttrsToHTMLString as attributes } from '@tiptap/static-renderer/json/html-string'
import type { Comparison, Difference } from '../compare.ts'
import { type Content, pictureAddress } from '../contract.ts'
import type { StoredHtml } from '../render.ts'
import type { ChangeKind, ComparisonLayout, Section } from './contract.ts'
import type { Part } from './lines.ts'
import { lineHtml, type Side } from './render-lines.ts'
import { tableHtml } from './render-tables.ts'
import { headingsAbove, type TextSection, wordsIn } from './sections.ts'
import { wholeTable } from './tables.ts'
import { heardWords, notes } from './words.ts'

/** A comparison as HTML in sections: what stayed is gathered, every change stands by itself. Everything is escaped. */
export function renderComparison(
  { differences }: Comparison,
  layout: ComparisonLayout,
): { sections: Section[]; changes: number } {
  const above = headingsOf(differences)
  const sections: Section[] = []
  let at = 0
  for (const group of gathered(differences)) {
    const [first] = group
    if (first.kind === 'equal') {
      const html = group.map((one) => sectionHtml(one, 'after')).join('') as StoredHtml
      sections.push({ kind: 'same', count: group.length, html })
      continue
    }
    at += 1
    const under = above.get('after' in first ? first.after : first.before) ?? ''
    const about = { kind: kindOf(first), at, count: group.length, under, notes: notesOf(first) }
    sections.push({ ...about, ...textsOf(group, layout) })
  }
  return { sections, changes: at }
}

type Group = [Difference, ...Difference[]]

/** Neighbours that stayed, that are new or that are gone, are read as one. */
function gathered(differences: Difference[]): Group[] {
  const groups: Group[] = []
  let sort = ''
  for (const one of differences) {
    const own = one.kind === 'equal' ? 'same' : kindOf(one)
    const last = groups.at(-1)
    if (last && own === sort && own !== 'changed' && own !== 'moved') last.push(one)
    else groups.push([one])
    sort = own
  }
  return groups
}

function textsOf(group: Group, layout: ComparisonLayout) {
  const text = (side: Side) => group.map((one) => sectionHtml(one, side)).join('') as StoredHtml
  return layout === 'inline'
    ? { html: text('both') }
    : { before: text('before'), after: text('after') }
}

type Changed = Exclude<Difference, { kind: 'equal' }>

function headingsOf(differences: Difference[]): Map<TextSection, string> {
  const old = differences.flatMap((one) => ('before' in one ? [one.before] : []))
  const fresh = differences.flatMap((one) => ('after' in one ? [one.after] : []))
  return new Map([...headingsAbove(old), ...headingsAbove(fresh)])
}

function kindOf(one: Changed): ChangeKind {
  if (one.kind === 'changed') return 'changed'
  if (one.isMoved) return 'moved'
  return one.kind === 'inserted' ? 'added' : 'removed'
}

function notesOf(one: Changed): string[] {
  if (one.kind === 'changed') return one.notes
  if (!one.isMoved) return []
  return [one.kind === 'inserted' ? notes.movedHere : notes.movedAway]
}

/** One section, as both texts woven together or as one of them; '' where it is not in that one. */
function sectionHtml(one: Difference, side: Side): StoredHtml {
  const { before, after } = sidesOf(one)
  const shown = side === 'before' ? before : side === 'after' ? after : (after ?? before)
  return (shown ? framed(shown, innerHtml(one, shown, side)) : '') as StoredHtml
}

const sidesOf = (one: Difference): { before?: TextSection; after?: TextSection } => one

function innerHtml(one: Difference, shown: TextSection, side: Side): string {
  const { node } = shown
  if (node.type === 'horizontalRule') return whole(one.kind, '<hr>')
  if (node.type === 'image') return pictureHtml(one, shown, side)
  if (node.type === 'table') {
    const change = one.kind === 'changed' ? one.table : undefined
    const kind = one.kind === 'inserted' || one.kind === 'deleted' ? one.kind : 'equal'
    return tableHtml(change ?? wholeTable(node, kind), side)
  }
  return lineHtml(partsOf(one, node.content ?? []), side)
}

function partsOf(one: Difference, nodes: Content[]): Part[] {
  if (one.kind === 'changed') return one.parts
  if (nodes.length === 0) return []
  const before = one.kind === 'inserted' ? [] : nodes
  return [{ kind: one.kind, before, after: one.kind === 'deleted' ? [] : nodes }]
}

/** Something without words that came or went as a whole. */
function whole(kind: Difference['kind'], html: string): string {
  if (kind === 'inserted') return `<ins>${heard(heardWords.inserted)}${html}</ins>`
  if (kind === 'deleted') return `<del>${heard(heardWords.deleted)}${html}</del>`
  return html
}

const heard = (words: string) => `<span class="sr-only">${words}</span>`

function pictureHtml(one: Difference, shown: TextSection, side: Side): string {
  const caption = `<figcaption>${captionHtml(one, side)}</figcaption>`
  return `<figure>${picturesHtml(one, shown, side)}${caption}</figure>`
}

function picturesHtml(one: Difference, shown: TextSection, side: Side): string {
  const { before, after } = sidesOf(one)
  const isReplaced = before && after && before.node.attrs?.file !== after.node.attrs?.file
  if (!isReplaced) return whole(one.kind, image(shown.node))
  const old = side === 'after' ? '' : whole('deleted', image(before.node))
  const fresh = side === 'before' ? '' : whole('inserted', image(after.node))
  return old + fresh
}

/** The description is words of the text: shown, compared, and not said twice to who listens. */
function captionHtml(one: Difference, side: Side): string {
  const node = 'after' in one ? one.after.node : one.before.node
  const parts = partsOf(one, wordsIn(node))
  const html = lineHtml(parts, side)
  return html ? notes.alternative + html : notes.withoutAlternative
}

const image = ({ attrs }: Content) =>
  `<img${attributes({
    src: pictureAddress(String(attrs?.file), 480),
    alt: '',
    width: (attrs?.width as number | null) ?? null,
    height: (attrs?.height as number | null) ?? null,
    loading: 'lazy',
  })}>`

const DEEPEST = 6

/** Puts a line into what it stands in: heading, item of a list, quote. */
function framed({ node, frame }: TextSection, inner: string): string {
  const html = quoted(frame.quotes, inList(frame, blockHtml(node, inner)))
  const depth = Math.min(DEEPEST, frame.lists.length - (frame.item ? 1 : 0))
  return depth > 0 ? `<div class="einzug-${depth}">${html}</div>` : html
}

function blockHtml(node: Content, inner: string): string {
  if (node.type === 'heading') {
    const level = Number(node.attrs?.level ?? 2)
    return `<p class="ueberschrift stufe-${level}">${heard(heardWords.heading)}${inner}</p>`
  }
  if (node.type === 'codeBlock') return `<pre tabindex="0"><code>${inner}</code></pre>`
  return node.type === 'paragraph' ? `<p>${inner}</p>` : inner
}

function inList({ lists, item }: TextSection['frame'], html: string): string {
  if (!item) return html
  const list = lists.at(-1)
  if (list === 'orderedList') return `<ol start="${item.position}"><li>${html}</li></ol>`
  if (list !== 'taskList') return `<ul><li>${html}</li></ul>`
  const state = heard(item.checked ? heardWords.done : heardWords.open)
  const look = item.checked ? 'erledigt' : 'offen'
  return `<ul class="aufgaben"><li class="${look}">${state}${html}</li></ul>`
}

function quoted(depth: number, html: string): string {
  const times = Math.min(DEEPEST, depth)
  return '<blockquote>'.repeat(times) + html + '</blockquote>'.repeat(times)
}
