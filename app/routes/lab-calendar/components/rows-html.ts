import type { SafeHtml } from '#app/ui/stored-html.tsx'
import type { Block, Cell, Column, Row } from '#server/medialab/grid/contract.ts'
import { blockNames, columnWords, freeWords, shortDay } from '#server/medialab/grid/words.ts'
import { paths } from '#server/medialab/paths.ts'

/**
 * The rows of the calendar as text: there are hundreds of cells, and a page of elements costs several times what they
 * say. All that somebody has typed goes through `safe`; everything else is ours.
 */
export function rowsHtml(rows: Row[], columns: Column[], isWeek: boolean): SafeHtml {
  const words = columns.map(columnWords)
  const ways = columns.map(({ from, to }) =>
    safe(`&${new URLSearchParams({ von: from, bis: to })}`),
  )
  const first = Number(columns[0]?.from.slice(0, 2) ?? 0)
  const last = Number(columns.at(-1)?.to.slice(0, 2) ?? 0)
  const start = `<tr data-von="${first}" data-bis="${last}"><th scope="row">`
  const html = rows.map((row) => {
    const head = isWeek
      ? linkTo(paths.calendar({ tag: row.day }), shortDay(row.day))
      : linkTo(paths.offer(row.slug), row.name)
    return `${start}${head}</th>${cellsOf(row, columns, { words, ways })}${footOf(row, columns)}</tr>`
  })
  return html.join('') as SafeHtml
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')
const linkTo = (to: string, words: string) => `<a href="${safe(to)}">${safe(words)}</a>`

type Said = { words: string[]; ways: string[] }

function cellsOf(row: Row, columns: Column[], { words, ways }: Said): string {
  if (row.isWholeDay) return row.cells.map((cell) => wholeDay(row, cell, columns.length)).join('')
  const { of } = row
  const way = safe(paths.book({ korb: `${row.slug}:1`, tag: row.day }))
  const name = safe(row.name)
  const when = shortDay(row.day)
  let html = ''
  let at = 0
  for (const cell of row.cells) {
    const n = at
    at += typeof cell === 'number' ? 1 : cell.span
    if (typeof cell !== 'number') html += blockOf(cell)
    else if (cell === of)
      html += `<td><a class="frei" href="${way}${ways[n]}">${name} frei, ${when}, ${words[n]}: buchen</a></td>`
    else
      html += `<td><a class="rest" href="${way}${ways[n]}">${cell}<small> von ${of} frei</small><span class="sr-only">, ${name}, ${when}, ${words[n]}: buchen</span></a></td>`
  }
  return html
}

/** What is lent from day to day only. */
function wholeDay({ slug, name, day, of }: Row, cell: Cell, span: number): string {
  if (typeof cell !== 'number') return blockOf(cell)
  const way = paths.book({ korb: `${slug}:1`, tag: day, bis_tag: day })
  const words = `${cell} von ${of} frei: ${name} ab ${shortDay(day)} ausleihen`
  return `<td colspan="${span}"><a class="rest" href="${safe(way)}">${safe(words)}</a></td>`
}

function blockOf({ kind, span, text, to }: Block): string {
  const words = text ?? blockNames[kind]
  const inner = to === undefined ? `<span>${safe(words)}</span>` : linkTo(to, words)
  return `<td colspan="${span}" class="${kind}">${inner}</td>`
}

/** Under the bar of a card; where there is room for a table it is not there at all. */
function footOf(row: Row, columns: Column[]): string {
  const { slug, name, day, cells } = row
  const own = timesOf(cells, columns)
  const hasFree = cells.some((cell) => typeof cell === 'number')
  const way = hasFree ? safe(paths.find({ tag: day, korb: `${slug}:1` })) : ''
  const link = `<a href="${way}">Freie Zeit wählen<i class="sr-only">: ${safe(name)}</i></a>`
  const booked = own === undefined ? '' : `<b> · Ihre Buchung ${own}</b>`
  return `<td class="fuss">${freeWords(row, columns)}${booked}${hasFree ? link : ''}</td>`
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
