/** One line of the list that goes over the counter: a part, or something as a whole. */
export type Line = {
  /** The id of the part, or of the whole thing. */
  key: string
  resourceId: string
  partId: string | null
  name: string
  code: string | null
  /** One of those that are counted. */
  isUnit: boolean
  isCritical: boolean
  wanted: number
  went: number
  note: string
  /** Why it cannot go; null when it can. */
  fault: 'broken' | 'lost' | 'away' | null
  position: number
}

/** Something that a date holds, with what the counter has to know. */
export type HeldThing = {
  resourceId: string
  code: string
  name: string
  /** How many were booked; of something whole 1. */
  quantity: number
  isCounted: boolean
  /** As many as there are: then all that belongs to it goes along. */
  isAll: boolean
  state: 'ok' | 'limited' | 'repair' | 'lost' | 'retired'
  holdsData: boolean
  wipeDueAt: Date | null
}

/** What the person at the counter ticked. */
export type Ticked = { key: string; went: number; note: string }
