import type { DateState } from '../contract.ts'

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  note: 300,
  name: 120,
  /** What somebody scans or types into the one field. */
  search: 80,
  /** Lines of one hand-over that are ticked, and as many that are counted: a form has 400 fields. */
  lines: 170,
} as const

/** One date of a booking on a list of the counter. */
export type DeskDate = {
  id: string
  bookingNumber: string
  position: number
  state: DateState
  isLoan: boolean
  startsAt: Date
  endsAt: Date
  offers: string[]
  /** Who answers for it; null when that person is gone. */
  person: string | null
  school: string | null
}

/** What the one field of the counter finds. */
export type Found =
  | { kind: 'nothing' }
  /** One place to go: its hand-out, its return, its page. */
  | { kind: 'place'; path: string }
  | { kind: 'several'; dates: DeskDate[] }
  | { kind: 'thing'; thing: StickerThing }
  | { kind: 'unknown'; sentence: string; near: { code: string; name: string }[] }

/** Something with a sticker, as the counter sees it. */
export type StickerThing = {
  code: string
  name: string
  offer: string
  /** In words: in the house, with whom, in repair. */
  standing: string
  isWipeDue: boolean
  resourceCode: string
  dates: DeskDate[]
}
