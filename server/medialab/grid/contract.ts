import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { Field, OfferKind } from '../contract.ts'
import type { Span } from '../opening/contract.ts'

export const VIEWS = ['day', 'week', 'list'] as const
export type View = (typeof VIEWS)[number]

export const TIMES = ['hours', 'periods'] as const
export type Times = (typeof TIMES)[number]

/** What stands in the address. */
export const VIEW_WORDS: Record<View, string> = { day: 'tag', week: 'woche', list: 'liste' }
export const TIMES_WORDS: Record<Times, string> = { hours: 'uhr', periods: 'stunden' }

/** Offers on a page. */
export const PAGE_SIZE = 60

/** Nobody looks further; beyond these days a calendar has no sense, and a date no four digits. */
export const DAYS = { first: '2020-01-01', last: '2100-12-31' } as const

/**
 * The periods of a school day. Schools differ by minutes; so what a column means is always said in hours, and what is
 * booked is the time. To be changed here when the city agrees on others.
 */
export const PERIODS: readonly Span[] = [
  { from: '08:00', to: '08:45' },
  { from: '08:45', to: '09:30' },
  { from: '09:50', to: '10:35' },
  { from: '10:35', to: '11:20' },
  { from: '11:40', to: '12:25' },
  { from: '12:25', to: '13:10' },
  { from: '13:30', to: '14:15' },
  { from: '14:15', to: '15:00' },
  { from: '15:00', to: '15:45' },
  { from: '15:45', to: '16:30' },
]

/** A column of the table; with a number it is a period of a school. */
export type Column = Span & { period: number | null }

/**
 * 'own', 'ownAsked': of the reader; 'seen', 'seenAsked': of others, for the SMZ; 'taken', 'asked': of others, for
 * everybody else; 'early': too far ahead; 'away': broken or lost.
 */
export type BlockKind =
  | 'own'
  | 'ownAsked'
  | 'seen'
  | 'seenAsked'
  | 'taken'
  | 'asked'
  | 'workshop'
  | 'closed'
  | 'past'
  | 'early'
  | 'away'

/** Neighbouring cells of which the same is to be said. */
export type Block = { kind: BlockKind; span: number; text?: string; to?: string }

/** A number says how many are free: most cells are one, and there are hundreds on a page. */
export type Cell = number | Block

/** An offer on a day. */
export type Row = {
  slug: string
  name: string
  day: LocalDay
  /** How many there are, when nothing is taken. */
  of: number
  /** Lent only: what is free is the day, in one cell. */
  isWholeDay: boolean
  cells: Cell[]
}

export type Search = {
  day: LocalDay
  /** What stood in the address was no day. */
  isDayWrong: boolean
  view: View
  times: Times
  kind: OfferKind | ''
  field: Field | ''
  /** The slug of one offer. */
  offer: string
  page: number
}
