import type { DayFact } from '#server/schools/calendar/contract.ts'

export const MODES = ['presence', 'video', 'hybrid'] as const
export type Mode = (typeof MODES)[number]

export const STATES = ['planned', 'held', 'cancelled'] as const
export type SessionState = (typeof STATES)[number]

/** The four who do something for the others this time; they rotate (domain/plg.md, section 2). */
export const DUTIES = ['host', 'timekeeper', 'minuteTaker', 'protocolLead'] as const
export type Duty = (typeof DUTIES)[number]
export type Duties = Record<Duty, string | null>

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: 120,
  place: 200,
  link: 500,
  itemTitle: 200,
  itemMinutes: 480,
  items: 10,
  minutes: 20_000,
  decision: 1000,
  checkOut: 1000,
  hours: 24,
  /** Who was there; the gate of forms (`app/http/read-form.ts`) has room for as many. */
  present: 300,
} as const

export const PAST_PER_PAGE = 20
export const UPCOMING_SHOWN = 50

export type AgendaItem = { title: string; minutes: number; protocol: string | null }

export type SessionLine = {
  number: number
  title: string
  startsAt: Date
  endsAt: Date
  mode: Mode
  place: string
  state: SessionState
  dayFacts: DayFact[]
}

/** Somebody of the PLG as an entry of a list to choose from. */
export type MemberChoice = { value: string; label: string }
