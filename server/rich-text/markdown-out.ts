import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, Table } from 'mdast'
import { type Content, type Mark, pictureAddress } from './contract.ts'
import { plainForm } from './markdown-loss.ts'

declare module 'mdast' {
  interface PhrasingContentMap {
    /** Written as it stands; reader/markdown.mjs knows it. */
    raw: { type: 'raw'; value: string }
  }
}

/** What a mentioned thing is called in the text that somebody takes away; only those they may read are in it. */
export type MentionNames = Map<string, { title: string; path: string | null }>

/** Addresses of mentions in Markdown. Not a place one can go to: only we read it back. */
export const MENTION_SCHEME = 'verweis:'
export const DECORATIVE = 'schmückend'
const UNNAMED = 'Verweis'

/** Checked content as a tree of Markdown. */
export function markdownTree(content: Content, mentions: MentionNames): Root {
  return { type: 'root', children: blocks(plainForm(content).content, mentions) }
}

function blocks(nodes: Content[] = [], mentions: MentionNames): BlockContent[] {
  return nodes.map((node) => block(node, mentions))
}

type MakeBlock = (node: Content, mentions: MentionNames) => BlockContent

const BLOCKS: Record<string, MakeBlock> = {
  paragraph: ({ content }, mentions) =>
    content?.length ? paragraph(phrasing(content, mentions)) : emptyParagraph(),
  heading: ({ attrs, content = [] }, mentions) => ({
    type: 'heading',
    depth: attrs?.level as 2 | 3 | 4,
    children: onOneLine(phrasing(content, mentions)),
  }),
  bulletList: (node, mentions) => list(node, mentions, { ordered: false }),
  orderedList: (node, mentions) =>
    list(node, mentions, { ordered: true, start: node.attrs?.start as number }),
  taskList: (node, mentions) => list(node, mentions, { ordered: false }),
  blockquote: ({ content }, mentions) => ({
    type: 'blockquote',
    children: blocks(content, mentions),
  }),
  codeBlock: ({ attrs, content = [] }) => ({
    type: 'code',
    lang: attrs?.language as string | null,
    value: content.map(({ text }) => text).join(''),
  }),
  horizontalRule: () => ({ type: 'thematicBreak' }),
  table: (node, mentions) => table(node, mentions),
  image: (node) => paragraph([picture(node)]),
}

function block(node: Content, mentions: MentionNames): BlockContent {
  const make = BLOCKS[node.type]
  if (!make) throw new Error(`no Markdown for ${node.type}`)
  return make(node, mentions)
}

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const raw = (value: string): PhrasingContent => ({ type: 'raw', value })
const emptyParagraph = () => paragraph([raw('&nbsp;')])

function list(
  { content = [] }: Content,
  mentions: MentionNames,
  kind: { ordered: boolean; start?: number },
): BlockContent {
  const children = content.map((item) => listItem(item, mentions))
  return { type: 'list', ...kind, spread: false, children }
}

function listItem({ type, attrs, content = [] }: Content, mentions: MentionNames): ListItem {
  const [first, ...rest] = content
  const isTask = type === 'taskItem'
  // A point without words is a bare bullet; one that has more below, or a box, needs something to hold on to.
  const isBare = !first?.content?.length && rest.length === 0 && !isTask
  return {
    type: 'listItem',
    checked: isTask ? attrs?.checked === true : null,
    // What cannot follow a line at once would be read as part of it.
    spread: rest.some((node) => !canFollowAtOnce(node)),
    children: isBare ? [] : blocks(content, mentions),
  }
}

function canFollowAtOnce({ type, attrs, content = [] }: Content): boolean {
  if (type === 'orderedList' && attrs?.start !== 1) return false
  const isList = type === 'bulletList' || type === 'orderedList' || type === 'taskList'
  return isList && Boolean(content[0]?.content?.[0]?.content?.length)
}

function table({ content = [] }: Content, mentions: MentionNames): Table {
  return {
    type: 'table',
    children: content.map((row) => ({
      type: 'tableRow',
      children: (row.content ?? []).map((cell) => ({
        type: 'tableCell',
        children: (cell.content ?? []).flatMap((inside) =>
          inside.type === 'image'
            ? [picture(inside)]
            : onOneLine(phrasing(inside.content ?? [], mentions)),
        ),
      })),
    })),
  }
}

function picture({ attrs }: Content): PhrasingContent {
  const { width, height } = attrs ?? {}
  const size = width && height ? `#${Number(width)}x${Number(height)}` : ''
  return {
    type: 'image',
    url: pictureAddress(String(attrs?.file)) + size,
    alt: attrs?.alt as string,
    title: attrs?.decorative === true ? DECORATIVE : null,
  }
}

/** Words with their marks as the nested tree that Markdown is. */
function phrasing(leaves: Content[], mentions: MentionNames): PhrasingContent[] {
  const marked = leaves.map((leaf) => ({ leaf, marks: marksThatCount(leaf) }))
  for (const [at, entry] of marked.entries()) {
    // A new line inside bold words does not end them.
    const before = marked[at - 1]?.marks ?? []
    const after = leaves[at + 1] ? marksThatCount(leaves[at + 1] as Content) : []
    if (entry.leaf.type === 'hardBreak')
      entry.marks = before.filter((mark) => after.some((other) => isSame(mark, other)))
  }
  return edgesKept(edgesVisible(nest(marked, mentions)))
}

type Marked = { leaf: Content; marks: Mark[] }

const marksThatCount = ({ type, marks = [] }: Content) =>
  type === 'hardBreak'
    ? []
    : marks.filter((mark) => WRAPPERS[mark.type] && !(type === 'mention' && mark.type === 'link'))

const WRAPPERS: Record<
  string,
  (children: PhrasingContent[], attrs: Mark['attrs']) => PhrasingContent
> = {
  link: (children, attrs) => ({ type: 'link', url: String(attrs?.href), children }),
  bold: (children) => ({ type: 'strong', children }),
  italic: (children) => ({ type: 'emphasis', children }),
  strike: (children) => ({ type: 'delete', children }),
}

function nest(leaves: Marked[], mentions: MentionNames): PhrasingContent[] {
  const made: PhrasingContent[] = []
  for (let at = 0; at < leaves.length;) {
    const outer = outermost(leaves, at)
    if (!outer) {
      made.push(leafOf((leaves[at] as Marked).leaf, mentions))
      at += 1
      continue
    }
    const inside = leaves.slice(at, at + outer.run).map(({ leaf, marks }) => ({
      leaf,
      marks: marks.filter((mark) => !isSame(mark, outer.mark)),
    }))
    const wrap = WRAPPERS[outer.mark.type]
    if (wrap) made.push(wrap(nest(inside, mentions), outer.mark.attrs))
    at += outer.run
  }
  return made
}

/** Of the marks that begin here the one that goes furthest. */
function outermost(leaves: Marked[], at: number): { mark: Mark; run: number } | null {
  let found: { mark: Mark; run: number } | null = null
  for (const mark of leaves[at]?.marks ?? []) {
    let run = 1
    while (leaves[at + run]?.marks.some((other) => isSame(mark, other))) run += 1
    if (!found || run > found.run) found = { mark, run }
  }
  return found
}

const isSame = (a: Mark, b: Mark) => a.type === b.type && a.attrs?.href === b.attrs?.href

function leafOf({ type, attrs, text = '', marks = [] }: Content, mentions: MentionNames) {
  if (type === 'hardBreak') return { type: 'break' } as const
  if (type === 'mention') return mention(String(attrs?.kind), String(attrs?.id), mentions)
  if (marks.some((mark) => mark.type === 'code'))
    return { type: 'inlineCode', value: text } as const
  return { type: 'text', value: text } as const
}

function mention(kind: string, id: string, mentions: MentionNames): PhrasingContent {
  const title = mentions.get(`${kind}:${id}`)?.title.replace(/\s+/g, ' ').trim() || UNNAMED
  const children: PhrasingContent[] = [{ type: 'text', value: `@${title}` }]
  return { type: 'link', url: `${MENTION_SCHEME}${kind}/${id}`, children }
}

/** A new line at the edge of a paragraph would be swallowed. */
function edgesVisible(children: PhrasingContent[]): PhrasingContent[] {
  const edges = [children.findIndex(isNoBreak), children.findLastIndex(isNoBreak)]
  return children.map((child, at) =>
    child.type === 'break' && (edges[0] === -1 || at < (edges[0] ?? 0) || at > (edges[1] ?? 0))
      ? raw('<br>')
      : child,
  )
}
const isNoBreak = ({ type }: PhrasingContent) => type !== 'break'

/** Where Markdown has one line only, as in headings and cells. */
function onOneLine(children: PhrasingContent[]): PhrasingContent[] {
  return children.map((child) => {
    if (child.type === 'break') return raw('<br>')
    if ('children' in child) return { ...child, children: onOneLine(child.children) }
    return child
  })
}

/** Blanks at the edges would be lost. */
function edgesKept(children: PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child, at) => {
    if (child.type !== 'text') return [child]
    const before = at === 0 ? (/^[ \t]+/.exec(child.value)?.[0] ?? '') : ''
    const rest = child.value.slice(before.length)
    const after = at === children.length - 1 ? (/[ \t]+$/.exec(rest)?.[0] ?? '') : ''
    const middle = rest.slice(0, rest.length - after.length)
    return [
      ...(before ? [raw(asReferences(before))] : []),
      ...(middle ? [{ type: 'text', value: middle } as const] : []),
      ...(after ? [raw(asReferences(after))] : []),
    ]
  })
}

const asReferences = (blanks: string) => blanks.replaceAll(' ', '&#x20;').replaceAll('\t', '&#x9;')
