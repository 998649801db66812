import { useRef } from 'react'
import { ScrollRegion } from '#app/ui/scroll-region.tsx'
import type { Block, Cell, Column, Row } from '#server/medialab/grid/contract.ts'
import {
  blockNames,
  columnHead,
  columnWords,
  freeWords,
  shortDay,
} from '#server/medialab/grid/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { useGrid } from './use-grid.ts'

type Props = {
  caption: string
  /** What the rows are: offers of a day, or days of an offer. */
  head: string
  columns: Column[]
  rows: Row[]
  isWeek: boolean
}

/**
 * Offers by hours, or days by hours. Hundreds of cells: each is one element with one link, written out by functions and
 * not by components, and links are plain ones that the table sends on (useGrid).
 */
export function GridTable({ caption, head, columns, rows, isWeek }: Props) {
  const table = useRef<HTMLTableElement>(null)
  useGrid(table)
  const words = columns.map(columnWords)
  const ways = columns.map(({ from, to }) => `&${new URLSearchParams({ von: from, bis: to })}`)
  const first = columns[0]?.from.slice(0, 2)
  const last = columns.at(-1)?.to.slice(0, 2)
  return (
    <div className="raster-rahmen">
      <ScrollRegion label={caption}>
        <table ref={table} className="raster" data-spalten={columns.length}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {columns.map((column) => (
                <th key={column.from} scope="col">
                  {columnHead(column)}
                  {column.period !== null && <small>{column.from}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.slug + row.day}
                data-von={first && Number(first)}
                data-bis={last && Number(last)}
              >
                <th scope="row">
                  {isWeek ? (
                    <a href={paths.calendar({ tag: row.day })}>{shortDay(row.day)}</a>
                  ) : (
                    <a href={paths.offer(row.slug)}>{row.name}</a>
                  )}
                </th>
                {cellsOf(row, columns, words, ways)}
                {footOf(row, columns)}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

function cellsOf(row: Row, columns: Column[], words: string[], ways: string[]) {
  const { slug, name, day, of } = row
  const when = shortDay(day)
  if (row.isWholeDay) return row.cells.map((cell) => wholeDay(row, cell, columns.length))
  const way = paths.book({ korb: `${slug}:1`, tag: day })
  let at = 0
  return row.cells.map((cell) => {
    const n = at
    at += typeof cell === 'number' ? 1 : cell.span
    if (typeof cell !== 'number') return blockOf(cell, n)
    const href = `${way}${ways[n]}`
    if (cell === of)
      return (
        <td key={n}>
          <a className="frei" href={href}>{`${name} frei, ${when}, ${words[n]}: buchen`}</a>
        </td>
      )
    return (
      <td key={n}>
        <a className="rest" href={href}>
          {cell}
          <small>{` von ${of} frei`}</small>
          <span className="sr-only">{`, ${name}, ${when}, ${words[n]}: buchen`}</span>
        </a>
      </td>
    )
  })
}

/** What is lent from day to day only. */
function wholeDay({ slug, name, day, of }: Row, cell: Cell, span: number) {
  if (typeof cell !== 'number') return blockOf(cell, 0)
  return (
    <td key={0} colSpan={span}>
      <a
        className="rest"
        href={paths.book({ korb: `${slug}:1`, tag: day, bis_tag: day })}
      >{`${cell} von ${of} frei: ${name} ab ${shortDay(day)} ausleihen`}</a>
    </td>
  )
}

function blockOf({ kind, span, text, to }: Block, n: number) {
  const words = text ?? blockNames[kind]
  return (
    <td key={n} colSpan={span} className={kind}>
      {to === undefined ? <span>{words}</span> : <a href={to}>{words}</a>}
    </td>
  )
}

/** Under the bar of a card; where there is room for a table it is not there at all. */
function footOf(row: Row, columns: Column[]) {
  const { slug, name, day, cells } = row
  const own = timesOf(cells, columns)
  const hasFree = cells.some((cell) => typeof cell === 'number')
  return (
    <td className="fuss">
      {freeWords(row, columns)}
      {own && <b>{` · Ihre Buchung ${own}`}</b>}
      {hasFree && (
        <a href={paths.find({ tag: day, korb: `${slug}:1` })}>
          Freie Zeit wählen<i className="sr-only">: {name}</i>
        </a>
      )}
    </td>
  )
}

/** "13:00–15:00" of what is the reader's own; the first of it. */
function timesOf(cells: Cell[], columns: Column[]): string | undefined {
  let at = 0
  for (const cell of cells) {
    const span = typeof cell === 'number' ? 1 : cell.span
    if (typeof cell !== 'number' && (cell.kind === 'own' || cell.kind === 'ownAsked'))
      return `${columns[at]?.from ?? ''}–${columns[at + span - 1]?.to ?? ''}`
    at += span
  }
  return undefined
}
