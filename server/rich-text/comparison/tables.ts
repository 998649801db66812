import type { Content } from '../contract.ts'
import { align, type Alignable, type Effort, type Step } from './align.ts'
import { compareLines, type Part } from './lines.ts'
import { flattened, lineOf, plainTextOf, wordsAmong } from './tokens.ts'
import { notes } from './words.ts'

export type CellChange = {
  /** 'none': this row has no such cell, because column and row never met. */
  kind: 'equal' | 'inserted' | 'deleted' | 'changed' | 'none'
  before?: Content
  after?: Content
  parts: Part[]
}
export type RowChange = { kind: 'equal' | 'inserted' | 'deleted' | 'changed'; cells: CellChange[] }
export type TableChange = { rows: RowChange[]; notes: string[]; isEven: boolean }

type Strip = Alignable & { at: number }

/** Compares two tables: which rows and columns came and went, and the words of the cells that stayed. */
export function compareTables(before: Content, after: Content, effort: Effort): TableChange {
  const isEven = hasEvenRows(before) && hasEvenRows(after)
  const columns = isEven
    ? align(columnsOf(before, effort), columnsOf(after, effort), effort)
    : columnsByPlace(widthOf(before), widthOf(after))
  const rows = align(rowsOf(before, effort), rowsOf(after, effort), effort).map((step) =>
    rowChange(step, columns, { before, after }, effort),
  )
  return { rows, notes: notesOf(rows, columns, { before, after }), isEven }
}

/** A table that is as it was, or came or went as a whole. */
export function wholeTable(table: Content, kind: 'equal' | 'inserted' | 'deleted'): TableChange {
  const rows = (table.content ?? []).map((row) => ({
    kind,
    cells: (row.content ?? []).map((cell) => wholeCell(cell, kind)),
  }))
  return { rows, notes: [], isEven: hasEvenRows(table) }
}

function wholeCell(cell: Content, kind: 'equal' | 'inserted' | 'deleted'): CellChange {
  const nodes = flattened(cell)
  const before = kind === 'inserted' ? [] : nodes
  const after = kind === 'deleted' ? [] : nodes
  return {
    kind,
    before: kind === 'inserted' ? undefined : cell,
    after: kind === 'deleted' ? undefined : cell,
    parts: nodes.length > 0 ? [{ kind, before, after }] : [],
  }
}

const cellsOf = (row?: Content) => row?.content ?? []
const isSpanned = ({ attrs }: Content) =>
  Number(attrs?.colspan ?? 1) !== 1 || Number(attrs?.rowspan ?? 1) !== 1

const widthOf = (table: Content) =>
  (table.content ?? []).reduce((most, row) => Math.max(most, cellsOf(row).length), 0)

function hasEvenRows(table: Content): boolean {
  const width = widthOf(table)
  return (table.content ?? []).every(
    (row) => cellsOf(row).length === width && !cellsOf(row).some(isSpanned),
  )
}

function rowsOf(table: Content, effort: Effort): Strip[] {
  return (table.content ?? []).map((row, at) => stripOf(at, cellsOf(row), effort))
}

function columnsOf(table: Content, effort: Effort): Strip[] {
  const rows = table.content ?? []
  return Array.from({ length: widthOf(table) }, (_, at) =>
    stripOf(
      at,
      rows.flatMap((row) => cellsOf(row)[at] ?? []),
      effort,
    ),
  )
}

function stripOf(at: number, cells: Content[], effort: Effort): Strip {
  const first = cells[0]
  const words = (cell: Content) => wordsAmong(lineOf(flattened(cell), effort).keys)
  return {
    at,
    ...{ kin: 'strip', form: 'strip' },
    key: JSON.stringify(cells),
    // What it is called says more than what stands in it.
    bag: () => [...(first ? words(first) : []), ...cells.flatMap(words)],
  }
}

/** Without even rows a cell has no column; they are taken as they come. */
function columnsByPlace(before: number, after: number): Step<{ at: number }>[] {
  return Array.from({ length: Math.max(before, after) }, (_, at) => {
    if (at >= before) return { after: { at } }
    return at >= after ? { before: { at } } : { before: { at }, after: { at } }
  })
}

type Tables = { before: Content; after: Content }

function rowChange(
  step: Step<Strip>,
  columns: Step<{ at: number }>[],
  tables: Tables,
  effort: Effort,
): RowChange {
  const old = 'before' in step ? tables.before.content?.[step.before.at] : undefined
  const fresh = 'after' in step ? tables.after.content?.[step.after.at] : undefined
  const cells = columns.map((column) => {
    const before = 'before' in column ? cellsOf(old)[column.before.at] : undefined
    const after = 'after' in column ? cellsOf(fresh)[column.after.at] : undefined
    return cellChange(before, after, effort)
  })
  if (!old) return { kind: 'inserted', cells }
  if (!fresh) return { kind: 'deleted', cells }
  return { kind: cells.every(({ kind }) => kind === 'equal') ? 'equal' : 'changed', cells }
}

function cellChange(
  before: Content | undefined,
  after: Content | undefined,
  effort: Effort,
): CellChange {
  if (before && after) {
    if (JSON.stringify(before) === JSON.stringify(after))
      return { ...wholeCell(after, 'equal'), before }
    const parts = compareLines(
      lineOf(flattened(before), effort),
      lineOf(flattened(after), effort),
      effort,
    )
    const kind = parts.every((part) => part.kind === 'equal') ? 'equal' : 'changed'
    return { kind, before, after, parts }
  }
  if (after) return wholeCell(after, 'inserted')
  return before ? wholeCell(before, 'deleted') : { kind: 'none', parts: [] }
}

function notesOf(rows: RowChange[], columns: Step<{ at: number }>[], tables: Tables): string[] {
  const title = (table: Content, at: number) => {
    const cell = cellsOf(table.content?.[0])[at]
    return cell ? plainTextOf(cell).replace(/\s+/g, ' ').trim().slice(0, 60) : ''
  }
  const added = rows.filter(({ kind }) => kind === 'inserted').length
  const removed = rows.filter(({ kind }) => kind === 'deleted').length
  return [
    ...(added > 0 ? [notes.rowsAdded(added)] : []),
    ...(removed > 0 ? [notes.rowsRemoved(removed)] : []),
    ...columns.flatMap((column) => {
      if (!('before' in column)) return [notes.columnAdded(title(tables.after, column.after.at))]
      if (!('after' in column)) return [notes.columnRemoved(title(tables.before, column.before.at))]
      return []
    }),
  ]
}
