import { serializeAttrsToHTMLString as attributes } from '@tiptap/static-renderer/json/html-string'
import { lineHtml, type Side } from './render-lines.ts'
import type { CellChange, RowChange, TableChange } from './tables.ts'
import { notes } from './words.ts'

/** Longer runs of rows that stayed are told by their number; the first row says what the columns are. */
const FEW_ROWS = 3

/** A table with the rows, columns and words that came and went. */
export function tableHtml({ rows, isEven }: TableChange, side: Side): string {
  const shown = rows.filter(({ kind }) => isIn(kind, side))
  const mayFold = isEven && rows.some(({ kind }) => kind !== 'equal')
  const html: string[] = []
  for (let at = 0; at < shown.length;) {
    const row = shown[at] as RowChange
    const run = mayFold && at > 0 ? runOfEqual(shown, at) : 0
    if (run > FEW_ROWS) {
      const cell = attributes({ colspan: row.cells.length, class: 'gefaltet' })
      html.push(`<tr><td${cell}>${notes.sameRows(run)}</td></tr>`)
      at += run
      continue
    }
    html.push(rowHtml(row, side, isEven))
    at += 1
  }
  return `<div class="tabelle" role="group" tabindex="0" aria-label="Tabelle"><table><tbody>${html.join('')}</tbody></table></div>`
}

function runOfEqual(rows: RowChange[], from: number): number {
  let to = from
  while (rows[to]?.kind === 'equal') to += 1
  return to - from
}

const isIn = (kind: RowChange['kind'], side: Side) =>
  !(kind === 'inserted' && side === 'before') && !(kind === 'deleted' && side === 'after')

function rowHtml({ cells }: RowChange, side: Side, isEven: boolean): string {
  const shown = cells.filter((cell) => cell.kind === 'none' || isIn(cell.kind, side))
  const isHead = shown.every((cell) => nodeOf(cell, side)?.type !== 'tableCell')
  return `<tr>${shown.map((cell) => cellHtml(cell, side, { isHead, isEven })).join('')}</tr>`
}

const nodeOf = ({ before, after }: CellChange, side: Side) =>
  side === 'before' ? (before ?? after) : (after ?? before)

function cellHtml(
  cell: CellChange,
  side: Side,
  { isHead, isEven }: { isHead: boolean; isEven: boolean },
): string {
  const node = nodeOf(cell, side)
  if (!node) return '<td></td>'
  const name = node.type === 'tableHeader' ? 'th' : 'td'
  const span = (value: unknown) =>
    !isEven && typeof value === 'number' && value > 1 ? value : null
  const look = attributes({
    scope: name === 'th' ? (isHead ? 'col' : 'row') : null,
    colspan: span(node.attrs?.colspan),
    rowspan: span(node.attrs?.rowspan),
    class: cell.kind === 'inserted' || cell.kind === 'deleted' ? LOOKS[cell.kind] : null,
  })
  return `<${name}${look}>${lineHtml(cell.parts, side)}</${name}>`
}

const LOOKS = { inserted: 'neu', deleted: 'weg' }
