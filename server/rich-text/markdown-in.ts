import type { Definition, List, ListItem, Nodes, PhrasingContent, Root, Table } from 'mdast'
import { z } from 'zod'
import { type Content, CONTENT_LIMITS, isSafeAddress, LONGEST_ALT, type Mark } from './contract.ts'
import { EMPTY } from './markdown-loss.ts'
import { DECORATIVE, MENTION_SCHEME } from './markdown-out.ts'

/** From here inwards no more lists and quotes: their words stand in paragraphs. */
const DEEPEST = CONTENT_LIMITS.depth - 8
const MOST_COLUMNS = 60

/** A tree of Markdown as content, which still has to pass `checkContent`. */
export function contentFromMarkdown(tree: Root): Content {
  const reading = new Reading(tree)
  const content = reading.blocks(tree.children, 1)
  return { type: 'doc', content: content.length > 0 ? content : [emptyParagraph()] }
}

const emptyParagraph = (): Content => ({ type: 'paragraph' })
const text = (words: string): Content => ({ type: 'text', text: words })

const MARKS = { strong: 'bold', emphasis: 'italic', delete: 'strike' } as const
const isBlank = (leaf: Content) => leaf.type !== 'mention' && !leaf.text?.trim()

class Reading {
  private readonly definitions = new Map<string, Definition>()
  private readonly level: (depth: number) => number

  constructor(tree: Root) {
    const headings: number[] = []
    for (const node of everyNode(tree)) {
      if (node.type === 'heading') headings.push(node.depth)
      if (node.type === 'definition' && !this.definitions.has(node.identifier))
        this.definitions.set(node.identifier, node)
    }
    this.level = levelsFor(headings)
  }

  blocks(nodes: Nodes[], depth: number): Content[] {
    if (depth > DEEPEST) return nodes.flatMap(plainBlocks)
    return nodes.flatMap((node) => this.block(node, depth))
  }

  private block(node: Nodes, depth: number): Content[] {
    switch (node.type) {
      case 'paragraph':
        return this.paragraphs(node.children)
      case 'heading':
        return this.heading(node.depth, node.children)
      case 'list':
        return this.list(node, depth)
      case 'blockquote':
        return [{ type: 'blockquote', content: orEmpty(this.blocks(node.children, depth + 1)) }]
      case 'code':
        return [code(node.lang, node.value)]
      case 'thematicBreak':
        return [{ type: 'horizontalRule' }]
      case 'table':
        return [this.table(node)]
      case 'html':
        return this.paragraphs([node])
      default:
        return []
    }
  }

  /** Pictures stand in a line in Markdown and between paragraphs here. */
  private paragraphs(children: PhrasingContent[]): Content[] {
    const made = this.split(children, 'paragraph')
    return made.length > 0 ? made : [emptyParagraph()]
  }

  private heading(depth: number, children: PhrasingContent[]): Content[] {
    const attrs = { level: this.level(depth) }
    const made = this.split(children, 'heading')
    if (!made.some(({ type }) => type === 'heading')) made.unshift({ type: 'heading' })
    return made.map((node) => (node.type === 'heading' ? { ...node, attrs } : node))
  }

  private split(children: PhrasingContent[], type: string): Content[] {
    const leaves = this.leaves(children, [])
    const hasPicture = leaves.some((leaf) => leaf.type === 'image')
    const made: Content[] = []
    let words: Content[] = []
    const close = () => {
      if (words.length === 1 && words[0]?.text === EMPTY && !words[0].marks) made.push({ type })
      else if (words.length > 0 && !(hasPicture && words.every(isBlank)))
        made.push({ type, content: words })
      words = []
    }
    for (const leaf of leaves) {
      if (leaf.type !== 'image') words.push(leaf)
      else {
        close()
        made.push(leaf)
      }
    }
    close()
    return made
  }

  /** Lists of tasks and of points, each where Markdown has both in one. */
  private list(node: List, depth: number): Content[] {
    const lists: Content[] = []
    let start = node.start ?? 1
    for (const item of node.children) {
      const isTask = typeof item.checked === 'boolean'
      const type = isTask ? 'taskList' : node.ordered ? 'orderedList' : 'bulletList'
      const made = this.item(item, depth)
      const last = lists.at(-1)
      if (last?.type === type) last.content?.push(made)
      else lists.push({ type, ...startAt(type, start), content: [made] })
      start += 1
    }
    return lists
  }

  private item({ checked, children }: ListItem, depth: number): Content {
    const inside = this.blocks(children, depth + 2)
    if (inside[0]?.type !== 'paragraph') inside.unshift(emptyParagraph())
    if (typeof checked === 'boolean')
      return { type: 'taskItem', attrs: { checked }, content: inside }
    return { type: 'listItem', content: inside }
  }

  private table({ children: rows }: Table): Content {
    const columns = Math.min(MOST_COLUMNS, Math.max(...rows.map(({ children }) => children.length)))
    return {
      type: 'table',
      content: rows.map(({ children }, at) => ({
        type: 'tableRow',
        content: Array.from({ length: Math.max(1, columns, children.length) }, (_, column) => ({
          type: at === 0 ? 'tableHeader' : 'tableCell',
          content: this.paragraphs(children[column]?.children ?? []),
        })),
      })),
    }
  }

  /** Words, new lines, mentions and pictures in a row, each with all its marks. */
  private leaves(nodes: PhrasingContent[], marks: Mark[]): Content[] {
    return nodes.flatMap((node) => this.leaf(node, marks))
  }

  private leaf(node: PhrasingContent, marks: Mark[]): Content[] {
    switch (node.type) {
      case 'text':
        return words(node.value, marks)
      case 'html':
        return /^<br\s*\/?>$/i.test(node.value) ? [{ type: 'hardBreak' }] : words(node.value, marks)
      case 'break':
        return [{ type: 'hardBreak' }]
      case 'inlineCode':
        return codeWords(node.value, marks)
      case 'strong':
      case 'emphasis':
      case 'delete':
        return this.leaves(node.children, withMark(marks, { type: MARKS[node.type] }))
      default:
        return this.pointing(node, marks)
    }
  }

  /** What leads elsewhere or stands there. */
  private pointing(node: PhrasingContent, marks: Mark[]): Content[] {
    switch (node.type) {
      case 'link':
        return this.link(node.url, node.children, marks)
      case 'linkReference':
        return this.link(this.definitions.get(node.identifier)?.url ?? '', node.children, marks)
      case 'image':
        return image(node, marks)
      case 'imageReference':
        return image({ alt: node.alt, url: '', ...this.definitions.get(node.identifier) }, marks)
      default:
        return []
    }
  }

  private link(address: string, children: PhrasingContent[], marks: Mark[]): Content[] {
    const pointed = mention(address, marks)
    if (pointed) return [pointed]
    return linked(address, marks, (marksInside) => this.leaves(children, marksInside))
  }
}

/** A link where the address may be one; else the words with the address behind them. */
function linked(address: string, marks: Mark[], inside: (marks: Mark[]) => Content[]): Content[] {
  if (isSafeAddress(address))
    return inside(withMark(marks, { type: 'link', attrs: { href: address } }))
  const leaves = inside(marks)
  const label = leaves.map((leaf) => leaf.text ?? '').join('')
  const rest = address === '' || label.includes(address) ? [] : words(` (${address})`, marks)
  return [...leaves, ...rest]
}

const uuid = z.uuid()
const kindAndId = /^([a-z][a-z-]{0,39})\/(.+)$/

function mention(address: string, marks: Mark[]): Content | null {
  if (!address.startsWith(MENTION_SCHEME)) return null
  const [, kind, id] = kindAndId.exec(address.slice(MENTION_SCHEME.length)) ?? []
  if (!kind || !uuid.safeParse(id).success) return null
  return withMarks({ type: 'mention', attrs: { kind, id } }, marks)
}

const ownPicture = /^\/dateien\/([^/#?]+)(?:\?[^#]*)?(?:#([1-9]\d{0,4})x([1-9]\d{0,4}))?$/

type AnyImage = { url: string; alt?: string | null; title?: string | null }

/** Pictures from elsewhere would tell foreign hosts who reads; they become links. */
function image({ url, alt, title }: AnyImage, marks: Mark[]): Content[] {
  const [, file, width, height] = ownPicture.exec(url) ?? []
  const words_ = (alt ?? '').replace(/[\r\n]+/g, ' ')
  if (!uuid.safeParse(file).success)
    return linked(url, marks, (inside) => words(words_ || (isSafeAddress(url) ? url : ''), inside))
  const size = width && height ? { width: Number(width), height: Number(height) } : {}
  const attrs = { file, alt: cut(words_), decorative: title === DECORATIVE, ...size }
  return [{ type: 'image', attrs }]
}

/** Not in the middle of a letter that takes two places. */
const cut = (alt: string) =>
  alt
    .slice(0, LONGEST_ALT)
    .toWellFormed()
    .replace(/\uFFFD$/, '')

function words(value: string, marks: Mark[]): Content[] {
  const plain = value.replace(/\r\n?|\n/g, ' ')
  return plain === '' ? [] : [withMarks(text(plain), marks)]
}

/** Code takes no other mark; that it leads somewhere counts more. */
function codeWords(value: string, marks: Mark[]): Content[] {
  return words(value, marks.some(({ type }) => type === 'link') ? marks : [{ type: 'code' }])
}

function withMark(marks: Mark[], mark: Mark): Mark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

const withMarks = (leaf: Content, marks: Mark[]): Content =>
  marks.length === 0 ? leaf : { ...leaf, marks }

function code(lang: string | null | undefined, value: string): Content {
  const language = lang && /^[\w+#.-]{1,40}$/.test(lang) ? lang : null
  return { type: 'codeBlock', attrs: { language }, ...(value && { content: [text(value)] }) }
}

function startAt(type: string, start: number) {
  return type === 'orderedList' && start <= 100_000 ? { attrs: { start } } : {}
}

const orEmpty = (content: Content[]) => (content.length > 0 ? content : [emptyParagraph()])

/** Without lists, quotes and marks: a paragraph for each block that has words. */
function plainBlocks(node: Nodes): Content[] {
  if ('value' in node && node.type !== 'text') return node.value ? [asParagraph(node.value)] : []
  const isOfWords =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
  if (!isOfWords) return childrenOf(node).flatMap(plainBlocks)
  const all = [...everyNode(node)].map((inside) => ('value' in inside ? inside.value : ''))
  return all.join('').trim() ? [asParagraph(all.join(''))] : []
}

const asParagraph = (words_: string): Content => ({
  type: 'paragraph',
  content: words(words_, []),
})

/**
 * In Markdown the title of a whole text is often its first heading, with one mark; then all others are one lower
 * here. A text of ours begins with two.
 */
function levelsFor(depths: number[]): (depth: number) => number {
  const shift = depths[0] === 1 ? 1 : 0
  let above = 1
  return (depth) => {
    const level = Math.min(4, Math.max(2, depth + shift))
    // Where somebody else has numbered them, no level is left out; in ours that is done when they are shown.
    above = shift ? Math.min(level, above + 1) : level
    return above
  }
}

function* everyNode(node: Nodes): Generator<Nodes> {
  yield node
  for (const child of childrenOf(node)) yield* everyNode(child)
}

const childrenOf = (node: Nodes) => ('children' in node ? (node.children as Nodes[]) : [])
