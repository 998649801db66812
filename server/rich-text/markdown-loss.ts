import type { Content, Mark } from './contract.ts'
import { nodesOf } from './text.ts'

/** What Markdown has no form for, in German sentences. */
export function lostInMarkdown(content: Content): string[] {
  const nodes = [...nodesOf(content)]
  const tables = nodes.filter(({ type }) => type === 'table')
  const cells = tables.flatMap(rowsOf).flat()
  const found: [boolean, string][] = [
    [nodes.some(isCommented), 'Am Text hängen Kommentare.'],
    [cells.some(isMerged), 'Eine Tabelle hat verbundene Zellen.'],
    [tables.some((table) => !isHeadedOnce(table)), 'Eine Tabelle hat keine einfache Kopfzeile.'],
    [
      tables.some((table) => !isEven(table)),
      'Eine Tabelle hat Zeilen mit verschieden vielen Zellen.',
    ],
    [cells.some((cell) => !isOfOneLine(cell)), 'In einer Tabellenzelle steht mehr als ein Absatz.'],
  ]
  return found.filter(([isLost]) => isLost).map(([, sentence]) => sentence)
}

const rowsOf = (table: Content): Content[][] =>
  (table.content ?? []).map((row) => row.content ?? [])
const isCommented = ({ marks = [] }: Content) => marks.some(({ type }) => type === 'comment')
const isMerged = ({ attrs }: Content) => attrs?.colspan !== 1 || attrs.rowspan !== 1

function isHeadedOnce(table: Content): boolean {
  return rowsOf(table).every((row, at) =>
    row.every(({ type }) => type === (at === 0 ? 'tableHeader' : 'tableCell')),
  )
}

const isEven = (table: Content) => new Set(rowsOf(table).map((row) => row.length)).size <= 1

function isOfOneLine({ content = [] }: Content): boolean {
  return content.length === 1 && ['paragraph', 'image'].includes(content[0]?.type ?? '')
}

/** Are the two the same to a reader, however their words are cut into pieces? */
export function isSameText(a: Content, b: Content): boolean {
  return JSON.stringify(plainForm(a)) === JSON.stringify(plainForm(b))
}

/** What stands for a paragraph without words, which Markdown does not have. */
export const EMPTY = '\u00A0'

/** Pieces with the same marks in one, marks in order; a new line has none; a lone blank that never breaks is nothing. */
export function plainForm(node: Content): Content {
  const { type, attrs, content, marks = [], text } = node
  const own =
    type === 'hardBreak' ? [] : marks.map(plainMark).sort((a, b) => (a.type < b.type ? -1 : 1))
  return {
    type,
    ...(attrs && { attrs: sorted(attrs) }),
    ...(own.length > 0 && { marks: own }),
    ...(text !== undefined && { text }),
    ...(content?.length && !isBlankLine(content) && { content: joined(content.map(plainForm)) }),
  }
}

const isBlankLine = ([first, ...rest]: Content[]) =>
  rest.length === 0 && first?.text === EMPTY && !first.marks?.length

function joined(nodes: Content[]): Content[] {
  const made: Content[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    const isSame =
      last?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (isSame) made[made.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    else made.push(node)
  }
  return made
}

const plainMark = ({ type, attrs }: Mark): Mark =>
  attrs ? { type, attrs: sorted(attrs) } : { type }

const sorted = (attrs: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attrs).sort(([a], [b]) => (a < b ? -1 : 1)))
