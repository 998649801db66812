import { type Content, CONTENT_LIMITS, isSafeAddress, LONGEST_ALT, type Mark } from './contract.ts'
import { shownLevels } from './text.ts'

/** Clean HTML from reader/word.mjs. */
export type Tree = string | [name: string, attributes: Record<string, string>, children: Tree[]]

type Found = Record<'tablesWithoutHead' | 'plainLinks' | 'droppedLinks' | 'guessedAlts', number>
const DEEPEST = CONTENT_LIMITS.depth - 8
const HEADING = /^h([1-6])$/
const WORD_GUESSED =
  /\s*(Automatisch generierte Beschreibung|KI-generierte Inhalte können fehlerhaft sein\.?|Description automatically generated|AI-generated content may be incorrect\.?)\s*/g

/** The tree as content, which still has to pass `checkContent`. */
export function readTree(tree: Tree[]): { content: Content; title: string | null; found: Found } {
  const found: Found = { tablesWithoutHead: 0, plainLinks: 0, droppedLinks: 0, guessedAlts: 0 }
  const [first, ...rest] = tree.filter((node) => !isBlankText(node))
  const isTitled =
    Array.isArray(first) && first[1].class === 'titel' && wordsIn(first).trim() !== ''
  const body = isTitled ? rest : tree
  const blocks = new Reading(found).blocks(body, 1)
  const content = { type: 'doc', content: blocks.length > 0 ? blocks : [emptyParagraph()] }
  levelHeadings(content)
  return { content, title: isTitled ? wordsIn(first).replace(/\s+/g, ' ').trim() : null, found }
}

const emptyParagraph = (): Content => ({ type: 'paragraph' })
const isBlankText = (node: Tree) => typeof node === 'string' && node.trim() === ''
const wordsIn = (node: Tree): string =>
  typeof node === 'string' ? node : node[2].map(wordsIn).join('')

class Reading {
  constructor(private readonly found: Found) {}

  /** Blocks, and paragraphs of what stands between them without one. */
  blocks(nodes: Tree[], depth: number): Content[] {
    const made: Content[] = []
    let loose: Tree[] = []
    const close = () => {
      made.push(...this.split(loose, emptyParagraph()))
      loose = []
    }
    for (const node of nodes) {
      const block = typeof node === 'string' ? null : this.block(node, depth)
      if (block) {
        close()
        made.push(...block)
      } else loose.push(node)
    }
    close()
    return made
  }

  private block(node: Exclude<Tree, string>, depth: number): Content[] | null {
    const [name, { class: style }, children] = node
    const level = style === 'titel' ? 1 : HEADING.exec(name)?.[1]
    if (level) return this.split(children, { type: 'heading', attrs: { level: Number(level) } })
    switch (name) {
      case 'p':
        return this.split(children, emptyParagraph())
      case 'pre':
        return [code(children)]
      case 'hr':
        return [{ type: 'horizontalRule' }]
      default:
        return this.container(node, depth)
    }
  }

  private container(node: Exclude<Tree, string>, depth: number): Content[] | null {
    const [name, , children] = node
    if (depth > DEEPEST) return this.split([wordsIn(node)], emptyParagraph())
    switch (name) {
      case 'ul':
        return this.list('bulletList', children, depth)
      case 'ol':
        return this.list('orderedList', children, depth)
      case 'blockquote':
        return wrapped('blockquote', this.blocks(children, depth + 1))
      case 'table':
        return this.table(children, depth)
      default:
        return null
    }
  }

  /** Pictures stand in a line in Word and between paragraphs here. Paragraphs without words fall away. */
  private split(children: Tree[], as: Content): Content[] {
    const made: Content[] = []
    let words: Content[] = []
    const close = () => {
      if (words.some(({ text }) => text?.trim())) made.push({ ...as, content: words })
      words = []
    }
    for (const leaf of this.leaves(children, [])) {
      if (leaf.type !== 'image') words.push(leaf)
      else {
        close()
        made.push(leaf)
      }
    }
    close()
    return made
  }

  private list(type: string, children: Tree[], depth: number): Content[] {
    const lists: Content[] = []
    for (const child of children) {
      if (typeof child === 'string' || child[0] !== 'li') continue
      const inside = this.blocks(child[2], depth + 2)
      if (inside[0]?.type !== 'paragraph') inside.unshift(emptyParagraph())
      const item = asTask(inside) ?? { type: 'listItem', content: inside }
      const kind = item.type === 'taskItem' ? 'taskList' : type
      const last = lists.at(-1)
      if (last?.type === kind) last.content?.push(item)
      else lists.push({ type: kind, content: [item] })
    }
    return lists
  }

  private table(children: Tree[], depth: number): Content[] {
    const rows = rowsIn(children).map((row) => this.row(row, depth))
    const filled = rows.filter(({ content }) => content?.length)
    if (filled.length === 0) return []
    const hasHead = filled.some(({ content }) =>
      content?.some(({ type }) => type === 'tableHeader'),
    )
    const [first, ...rest] = filled
    if (!hasHead && first && rest.length > 0 && isAllBold(first))
      return [{ type: 'table', content: [asHead(first), ...rest] }]
    if (!hasHead) this.found.tablesWithoutHead += 1
    return [{ type: 'table', content: filled }]
  }

  private row([, , children]: Exclude<Tree, string>, depth: number): Content {
    const cells = children.filter((child) => typeof child !== 'string')
    return {
      type: 'tableRow',
      content: cells.map(([name, { colspan, rowspan }, inside]) => {
        const blocks = this.blocks(inside, depth + 3)
        return {
          type: name === 'th' ? 'tableHeader' : 'tableCell',
          attrs: { colspan: span(colspan, 100), rowspan: span(rowspan, 1000) },
          content: blocks.length > 0 ? blocks : [emptyParagraph()],
        }
      }),
    }
  }

  private leaves(nodes: Tree[], marks: Mark[]): Content[] {
    return nodes.flatMap((node) => {
      if (typeof node === 'string') return text(node.replace(/[\r\n\t]+/g, ' '), marks)
      return this.leaf(node, marks)
    })
  }

  private leaf([name, attributes, children]: Exclude<Tree, string>, marks: Mark[]): Content[] {
    switch (name) {
      case 'br':
        return [{ type: 'hardBreak' }]
      case 'input':
        return text(attributes.checked === undefined ? '☐ ' : '☑ ', marks)
      case 'img':
        return this.picture(attributes)
      case 'a':
        return this.leaves(children, this.linked(attributes.href, marks))
      case 'code':
        return text(wordsIn([name, {}, children]), [{ type: 'code' }])
      default:
        return this.leaves(children, withMark(marks, MARKS[name]))
    }
  }

  private picture({
    'data-file': file,
    'data-decorative': decorative,
    alt = '',
  }: Record<string, string>): Content[] {
    if (!file) return []
    const plain = alt
      .replace(WORD_GUESSED, '')
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .trim()
    if (WORD_GUESSED.test(alt)) this.found.guessedAlts += 1
    WORD_GUESSED.lastIndex = 0
    const short = plain.slice(0, LONGEST_ALT).toWellFormed()
    return [{ type: 'image', attrs: { file, alt: short, decorative: decorative === 'true' } }]
  }

  private linked(href: string | undefined, marks: Mark[]): Mark[] {
    // Places inside the text have no address here.
    if (!href || href.startsWith('#')) return marks
    const address = href.replace(/^http:\/\//i, 'https://')
    if (!/^(https:|mailto:)/i.test(address) || !isSafeAddress(address)) {
      this.found.droppedLinks += 1
      return marks
    }
    if (address !== href) this.found.plainLinks += 1
    return withMark(marks, { type: 'link', attrs: { href: address } })
  }
}

const MARKS: Record<string, Mark | undefined> = {
  strong: { type: 'bold' },
  em: { type: 'italic' },
  s: { type: 'strike' },
}

function withMark(marks: Mark[], mark: Mark | undefined): Mark[] {
  return !mark || marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

function text(words: string, marks: Mark[]): Content[] {
  const plain = words.replaceAll('\0', '').toWellFormed()
  return plain === '' ? [] : [{ type: 'text', text: plain, ...(marks.length > 0 && { marks }) }]
}

function wrapped(type: string, content: Content[]): Content[] {
  return content.length > 0 ? [{ type, content }] : []
}

function code(children: Tree[]): Content {
  const lines = (node: Tree): string => {
    if (typeof node === 'string') return node
    return node[0] === 'br' ? '\n' : node[2].map(lines).join('')
  }
  const [leaf] = text(children.map(lines).join(''), [])
  return { type: 'codeBlock', ...(leaf && { content: [leaf] }) }
}

/** Rows of the table itself, not of tables in its cells. */
function rowsIn(children: Tree[]): Exclude<Tree, string>[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child[0] === 'tr' ? [child] : rowsIn(child[2])
  })
}

const span = (value: string | undefined, most: number) =>
  Math.min(most, Math.max(1, Math.trunc(Number(value)) || 1))

/** A point that begins with a box is a task, as we write them and as people do. */
function asTask([first, ...rest]: Content[]): Content | null {
  const [words, ...others] = first?.content ?? []
  const [box, state] = /^\s*([☐☑☒])\s*/.exec(words?.text ?? '') ?? []
  if (!words || box === undefined) return null
  const left = words.text?.slice(box.length) ?? ''
  const inside = left ? [{ ...words, text: left }, ...others] : others
  const paragraph: Content = { type: 'paragraph', ...(inside.length > 0 && { content: inside }) }
  return { type: 'taskItem', attrs: { checked: state !== '☐' }, content: [paragraph, ...rest] }
}

function textsIn(node: Content): Content[] {
  return node.type === 'text' ? [node] : (node.content ?? []).flatMap(textsIn)
}

/** Many write the head of a table in bold and tell Word nothing. */
function isAllBold({ content = [] }: Content): boolean {
  return content.every((cell) => {
    const words = textsIn(cell).filter(({ text: plain }) => plain?.trim())
    return (
      words.length > 0 && words.every(({ marks }) => marks?.some(({ type }) => type === 'bold'))
    )
  })
}

function asHead(row: Content): Content {
  const plain = (node: Content): Content => ({
    ...node,
    ...(node.marks && { marks: node.marks.filter(({ type }) => type !== 'bold') }),
    ...(node.content && { content: node.content.map(plain) }),
  })
  return {
    ...row,
    content: row.content?.map((cell) => ({ ...plain(cell), type: 'tableHeader' })),
  }
}

/** The levels that were used become ours, from the second on, and none is left out. */
function levelHeadings(content: Content): void {
  const headings: Content[] = []
  const walk = (node: Content) => {
    if (node.type === 'heading') headings.push(node)
    node.content?.forEach(walk)
  }
  walk(content)
  const used = [...new Set(headings.map(({ attrs }) => Number(attrs?.level)))].sort((a, b) => a - b)
  for (const heading of headings)
    heading.attrs = { level: Math.min(4, used.indexOf(Number(heading.attrs?.level)) + 2) }
  const levels = shownLevels(content)
  for (const [at, heading] of headings.entries()) heading.attrs = { level: levels[at] ?? 2 }
}
