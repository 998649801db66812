import { isLocalDay, type LocalDay } from '#server/schools/calendar/contract.ts'
import { FIELDS, type HoursPurpose, OFFER_KINDS, type OfferKind } from '../contract.ts'
import type { Opening, Span } from '../opening/contract.ts'
import { closedBy, dayAfter, spansOn, weekdayOf } from '../opening/rules.ts'
import type { Blocked, Claim, Stock } from '../stock/contract.ts'
import { freeOf } from '../stock/rules.ts'
import {
  type Block,
  type BlockKind,
  type Cell,
  type Column,
  DAYS,
  PERIODS,
  type Search,
  type Times,
  TIMES,
  TIMES_WORDS,
  VIEW_WORDS,
  VIEWS,
} from './contract.ts'
import { says } from './words.ts'

const MINUTE = 60_000
const ONE = { quantity: 1, participants: null }
const PURPOSES: HoursPurpose[] = ['open', 'advice', 'events']
/** How far ahead an open day is looked for; what is known of closures reaches as far. */
const LOOK_AHEAD = 60

export const purposeOf = (kind: OfferKind): HoursPurpose =>
  kind === 'advice' ? 'advice' : kind === 'event' ? 'events' : 'open'

/** What an address asks for; what makes no sense in it is left out, and a strange day is today. */
export function searchFrom(
  asked: Record<string, string | undefined>,
  today: LocalDay,
  page: number,
): Search {
  const { tag = '', ansicht, zeiten, art, feld, angebot = '' } = asked
  const isDay = isLocalDay(tag) && DAYS.first <= tag && tag <= DAYS.last
  const among = <T extends string>(all: readonly T[], word: string | undefined): T | '' =>
    all.find((one) => one === word) ?? ''
  return {
    day: isDay ? tag : today,
    isDayWrong: tag !== '' && !isDay,
    view: VIEWS.find((view) => VIEW_WORDS[view] === ansicht) ?? 'day',
    times: TIMES.find((times) => TIMES_WORDS[times] === zeiten) ?? 'hours',
    kind: among(OFFER_KINDS, art),
    field: among(FIELDS, feld),
    offer: /^[a-z0-9-]{1,80}$/.test(angebot) ? angebot : '',
    page,
  }
}

/** When it is open on a day for each purpose, and why not. */
export type OpenDay = { spans: Record<HoursPurpose, Span[]>; closed: string | null }

export function openDayOf(opening: Opening, day: LocalDay): OpenDay {
  const of = (purpose: HoursPurpose) => spansOn(opening, day, purpose)
  const spans = { open: of('open'), advice: of('advice'), events: of('events'), handover: [] }
  if (PURPOSES.some((purpose) => spans[purpose].length > 0)) return { spans, closed: null }
  const weekend = weekdayOf(day) > 5 ? says.weekend : says.noHours
  return { spans, closed: closedBy(opening, day, 'open') ?? weekend }
}

/** The next day from this one on which it is open for anything; undefined when none is known. */
export function nextOpenDay(opening: Opening, day: LocalDay): LocalDay | undefined {
  for (let n = 1; n <= LOOK_AHEAD; n++) {
    const at = dayAfter(day, n)
    if (openDayOf(opening, at).closed === null) return at
  }
  return undefined
}

/** The days of the week of this one on which it is open, or Monday to Friday. */
export function weekOf(day: LocalDay, opening: Opening): LocalDay[] {
  const monday = dayAfter(day, 1 - weekdayOf(day))
  const days = Array.from({ length: 7 }, (_, n) => dayAfter(monday, n))
  return days.filter((one, n) => n < 5 || openDayOf(opening, one).closed === null)
}

/** From the first opening to the last closing of these days: whole hours, cut where it opens or closes between them. */
export function columnsOf(days: OpenDay[], times: Times): Column[] {
  const spans = days.flatMap(({ spans: of }) => PURPOSES.flatMap((purpose) => of[purpose]))
  if (spans.length === 0) return []
  const first = spans.reduce((least, { from }) => (from < least ? from : least), '24:00')
  const last = spans.reduce((most, { to }) => (to > most ? to : most), '00:00')
  if (times === 'periods')
    return PERIODS.map((period, n) => ({ ...period, period: n + 1 })).filter(
      ({ from, to }) => first < to && from < last,
    )
  const hours = Array.from({ length: 24 }, (_, n) => `${String(n).padStart(2, '0')}:00`)
  const edges = [...new Set([...hours, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => first <= edge && edge <= last)
    .toSorted()
  return edges.slice(1).map((to, n) => ({ from: edges[n] ?? to, to, period: null }))
}

/** What is known of a date that holds something: whose it is, as far as the reader may know. */
export type Known = {
  kind: 'own' | 'seen' | 'workshop' | 'other'
  isAsked: boolean
  /** Its own time, without what is kept free around it. */
  from: number
  to: number
  offerIds: ReadonlySet<string>
  text?: string
  link?: string
}

/** A day of the table; the moments are those of its columns. */
export type Day = {
  day: LocalDay
  columns: Column[]
  moments: Blocked[]
  open: OpenDay
  /** Now. */
  at: number
}

export type Case = {
  stock: Stock
  held: ReadonlyMap<string, Claim[]>
  known: ReadonlyMap<string, Known>
  /** Of these dates what shows itself in the row, free or not: the reader's own and workshops. */
  shown: Known[]
  isEarly: boolean
}

/** By the offers they are of. */
export function shownOf(known: ReadonlyMap<string, Known>): ReadonlyMap<string, Known[]> {
  const shown = new Map<string, Known[]>()
  for (const one of known.values()) {
    if (one.kind !== 'own' && one.kind !== 'workshop') continue
    for (const id of one.offerIds) shown.set(id, [...(shown.get(id) ?? []), one])
  }
  return shown
}

/** How many of an offer there are, when nothing is taken. */
export const allOf = (stock: Stock): number =>
  freeOf(stock, new Map(), { ...ONE, blocked: { from: 0, to: 1 } })

/** The cells of an offer on a day; neighbours of which the same is to be said are one. */
export function cellsOf(of: Case, day: Day): Cell[] {
  if (day.open.closed !== null)
    return [{ kind: 'closed', span: day.columns.length, text: day.open.closed }]
  const spans = day.open.spans[purposeOf(of.stock.kind)]
  // Most of what there is nobody has taken on that day: then every hour is like the other.
  const untouched = isUntouched(of.stock, of.held) ? allOf(of.stock) : undefined
  const cells = day.columns.map(({ from, to }, n): Cell => {
    const moment = day.moments[n] ?? { from: 0, to: 0 }
    const mine = of.shown.find((one) => touches(one, moment))
    if (mine) return blockOf(mine)
    if (!spans.some((span) => span.from <= from && to <= span.to)) return plain('closed')
    return cellAt(of, moment, day.at, untouched)
  })
  return joined(cells)
}

/** One cell for a whole day, of what is lent only. */
export function dayCell(of: Case, { columns, at, open }: Day, blocked: Blocked): Cell {
  const span = columns.length
  if (open.closed !== null) return { kind: 'closed', span, text: open.closed }
  const mine = of.shown.find((one) => one.kind === 'own' && touches(one, blocked))
  const cell = mine ? blockOf(mine) : cellAt(of, blocked, at)
  return typeof cell === 'number' ? cell : { ...cell, span }
}

const touches = (one: Blocked, other: Blocked) => one.from < other.to && other.from < one.to
const plain = (kind: BlockKind): Block => ({ kind, span: 1 })

const isUntouched = ({ resources, room, staff }: Stock, held: Case['held']): boolean =>
  !resources.some(({ id }) => held.has(id)) &&
  !staff.some(({ id }) => held.has(id)) &&
  !(room && held.has(room.resource.id))

function cellAt(of: Case, moment: Blocked, at: number, untouched?: number): Cell {
  const { stock } = of
  const blocked = {
    from: moment.from - stock.minutesBefore * MINUTE,
    to: moment.to + stock.minutesAfter * MINUTE,
  }
  const free = untouched ?? freeOf(stock, of.held, { ...ONE, blocked })
  if (free > 0) {
    if (moment.to <= at) return plain('past')
    return of.isEarly ? plain('early') : free
  }
  const holders = holdersOf(of, blocked)
  if (holders.length === 0) return plain('away')
  return takenBy(holders.map((claim) => knownAt(of.known.get(claim.dateId), claim, moment)))
}

/** Of what is kept free around a date, and of who shares a room, only that it is taken is said. */
const knownAt = (known: Known | undefined, { lock }: Claim, moment: Blocked): Known | undefined =>
  known && (lock !== 'shared' && touches(known, moment) ? known : { ...known, kind: 'other' })

/** Of one holder that may be known its name, of others that somebody is there, and whether it is certain. */
function takenBy(holders: (Known | undefined)[]): Block {
  const [first] = holders
  if (holders.length === 1 && first && first.kind !== 'other') return blockOf(first)
  return plain(holders.every((one) => one?.isAsked) ? 'asked' : 'taken')
}

const KINDS: Record<Known['kind'], [sure: BlockKind, asked: BlockKind]> = {
  own: ['own', 'ownAsked'],
  seen: ['seen', 'seenAsked'],
  workshop: ['workshop', 'workshop'],
  other: ['taken', 'asked'],
}

function blockOf({ kind, isAsked, text, link }: Known): Block {
  return {
    ...plain(KINDS[kind][isAsked ? 1 : 0]),
    ...(text !== undefined && { text }),
    ...(link !== undefined && { to: link }),
  }
}

/** What stands in the way, one claim of each date: it holds its things, or else its room, or else its people. */
function holdersOf({ stock, held }: Case, blocked: Blocked): Claim[] {
  const { resources, room, staff } = stock
  const isShort =
    resources.length > 0 &&
    freeOf({ ...stock, room: null, needsStaff: false }, held, { ...ONE, blocked }) === 0
  const ways = isShort ? [resources] : [room ? [room.resource] : [], staff]
  for (const way of ways) {
    const claims = way.flatMap(({ id }) => held.get(id) ?? [])
    const byDate = new Map(
      claims.filter((claim) => touches(claim, blocked)).map((claim) => [claim.dateId, claim]),
    )
    if (byDate.size > 0) return [...byDate.values()]
  }
  return []
}

function joined(cells: Cell[]): Cell[] {
  const result: Cell[] = []
  for (const cell of cells) {
    const last = result.at(-1)
    if (isSame(last, cell)) last.span += 1
    else result.push(cell)
  }
  return result
}

function isSame(last: Cell | undefined, cell: Cell): last is Block {
  return (
    typeof last === 'object' &&
    typeof cell === 'object' &&
    last.kind === cell.kind &&
    last.to === cell.to &&
    last.text === cell.text
  )
}

/** The room of a day: rooms have ids like things, so the day stands in one. */
export const roomIdOf = (day: LocalDay): string =>
  `00000000-0000-4000-8000-0000${day.replaceAll('-', '')}`
