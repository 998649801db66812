import type * as Docx from 'docx'
import type { Content } from './contract.ts'
import { levelOf, type WordList } from './docx-lists.ts'
import { sizeOnPage, type WordPicture } from './docx-pictures.ts'
import { clean, type RunContext, wordRuns } from './docx-runs.ts'
import { CODE_STYLE, listContinue, RULE_STYLE, styleId } from './docx-styles.ts'

export type Block = Docx.Paragraph | Docx.Table

type Context = RunContext & {
  pictures: Map<string, WordPicture>
  /** The levels headings are shown with, in order; each takes the next. */
  levels: number[]
  lists: Map<Content, WordList>
  /** Numbers for what needs one of its own. */
  next: () => number
}
/** Where a block stands: how deep in lists, and what style its paragraphs have there. */
type Place = { depth: number; style?: string; numbering?: Docx.IParagraphOptions['numbering'] }

/** A text as paragraphs and tables of Word, which knows no nesting but that of tables. */
export function wordBlocks(content: Content, given: Omit<Context, 'next'>): Block[] {
  let last = 0
  const context = { ...given, levels: [...given.levels], next: () => ++last }
  return blocks(content.content, context, { depth: -1 })
}

function blocks(nodes: Content[] = [], context: Context, place: Place): Block[] {
  return nodes.flatMap((node, at) =>
    // Only the first paragraph of a point has its bullet.
    block(node, context, at === 0 ? place : continued(place)),
  )
}

function continued(place: Place): Place {
  if (!place.numbering) return place
  return { depth: place.depth, style: styleId(listContinue(levelOf(place.depth))) }
}

function block(node: Content, context: Context, place: Place): Block[] {
  switch (node.type) {
    case 'heading':
      return [heading(node, context)]
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return list(node, context, place)
    case 'blockquote':
      return blocks(node.content, context, { depth: place.depth, style: 'Quote' })
    case 'table':
      return table(node, context)
    case 'image':
      return [picture(node, context, place)]
    case 'codeBlock':
      return [code(node, context)]
    case 'horizontalRule':
      return [new context.docx.Paragraph({ style: RULE_STYLE })]
    default:
      return [paragraph(wordRuns(node.content ?? [], context), context, place)]
  }
}

function paragraph(
  children: Docx.ParagraphChild[],
  { docx }: Context,
  { style, numbering }: Place,
): Docx.Paragraph {
  return new docx.Paragraph({ children, ...(style && { style }), ...(numbering && { numbering }) })
}

function heading({ content = [] }: Content, context: Context): Docx.Paragraph {
  const { HeadingLevel, Paragraph } = context.docx
  const level = context.levels.shift() ?? 2
  const names = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]
  return new Paragraph({ heading: names[level - 2], children: wordRuns(content, context) })
}

function list(node: Content, context: Context, place: Place): Block[] {
  const { reference = 'points', instance = 0 } = context.lists.get(node) ?? {}
  const depth = place.depth + 1
  const numbering = { reference, instance, level: levelOf(depth) }
  return (node.content ?? []).flatMap((item) => {
    const first = item.type === 'taskItem' ? [boxed(item)] : (item.content ?? []).slice(0, 1)
    return blocks([...first, ...(item.content ?? []).slice(1)], context, { depth, numbering })
  })
}

/** The first paragraph of a task, begun by its box. */
function boxed({ attrs, content = [] }: Content): Content {
  const box: Content = { type: 'text', text: attrs?.checked === true ? '☑ ' : '☐ ' }
  return { type: 'paragraph', content: [box, ...(content[0]?.content ?? [])] }
}

function code({ content = [] }: Content, { docx }: Context): Docx.Paragraph {
  const lines = content
    .map(({ text }) => text ?? '')
    .join('')
    .split('\n')
  return new docx.Paragraph({
    style: CODE_STYLE,
    children: lines.map(
      (line, at) => new docx.TextRun({ text: clean(line), ...(at > 0 && { break: 1 }) }),
    ),
  })
}

function picture(node: Content, context: Context, place: Place): Docx.Paragraph {
  const { docx } = context
  const alt = clean((node.attrs?.alt as string | undefined) ?? '')
  const found = context.pictures.get(String(node.attrs?.file))
  if (!found) {
    const missing = new docx.TextRun({
      text: `[Bild: ${alt || 'nicht mehr vorhanden'}]`,
      italics: true,
    })
    return paragraph([missing], context, place)
  }
  const image = new docx.ImageRun({
    type: found.type,
    data: found.bytes,
    transformation: sizeOnPage(node, found),
    altText: { id: String(context.next()), name: 'Bild', description: alt },
  })
  if (node.attrs?.decorative === true) markDecorative(docx, image)
  return paragraph([image], context, place)
}

const DECORATIVE =
  '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>' +
  '</a:ext></a:extLst>'

/** Word's own mark for pictures that say nothing; the library does not have it. */
function markDecorative(docx: typeof Docx, image: Docx.ImageRun): void {
  const open: unknown[] = [image]
  for (let part = open.pop(); part; part = open.pop()) {
    const { rootKey, root } = part as { rootKey?: string; root?: unknown }
    if (!Array.isArray(root)) continue
    if (rootKey === 'wp:docPr') root.push(imported(docx, DECORATIVE))
    else open.push(...(root as unknown[]).filter((child) => typeof child === 'object'))
  }
}

/** The library wraps what it reads into an element without a name. */
function imported(docx: typeof Docx, xml: string): unknown {
  const wrapper: unknown = docx.ImportedXmlComponent.fromXmlString(xml)
  return (wrapper as { root: unknown[] }).root[0]
}

/** Twentieths of a point between the margins. */
const TEXT_WIDTH = 9070

function table({ content = [] }: Content, context: Context): Block[] {
  const { docx } = context
  const rows = content.map((row) => withinWidth(row.content ?? []))
  const widest = Math.max(1, ...rows.map((cells) => sum(cells.map(spanOf))))
  const firstBody = rows.findIndex((cells) => cells.some(({ type }) => type !== 'tableHeader'))
  const headRows = firstBody === -1 ? rows.length : firstBody
  const made = rows.map(
    (cells, at) =>
      new docx.TableRow({
        // All of the table as head would be repeated on each page.
        tableHeader: at < headRows && (headRows < rows.length || at === 0),
        cantSplit: true,
        children: cells.map((cell) => tableCell(cell, rows.length - at, context)),
      }),
  )
  return [
    new docx.Table({
      rows: made,
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      columnWidths: Array.from({ length: widest }, () => Math.floor(TEXT_WIDTH / widest)),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      tableLook: { firstRow: headRows > 0, noHBand: true, noVBand: true },
    }),
  ]
}

/** Word does not open a table with more columns. */
const MOST_COLUMNS = 63

function withinWidth(cells: Content[]): Content[] {
  let used = 0
  return cells.map((cell, at) => {
    const colspan = Math.max(
      1,
      Math.min(spanOf(cell), MOST_COLUMNS - used - (cells.length - at - 1)),
    )
    used += colspan
    return { ...cell, attrs: { ...cell.attrs, colspan } }
  })
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
const spanOf = ({ attrs }: Content) => Math.max(1, Number(attrs?.colspan) || 1)

function tableCell(cell: Content, rowsLeft: number, context: Context): Docx.TableCell {
  const { docx } = context
  const isHead = cell.type === 'tableHeader'
  const inside = blocks(cell.content, context, {
    depth: -1,
    ...(isHead && { style: styleId('Table Heading') }),
  })
  // Word wants a paragraph at the end of each cell.
  if (!(inside.at(-1) instanceof docx.Paragraph)) inside.push(new docx.Paragraph({}))
  return new docx.TableCell({
    children: inside,
    columnSpan: spanOf(cell),
    rowSpan: Math.min(rowsLeft, Math.max(1, Number(cell.attrs?.rowspan) || 1)),
    ...(isHead && {
      shading: { type: docx.ShadingType.CLEAR, fill: 'F0F2F8', color: 'auto' },
    }),
  })
}
