/** A date that holds something, as it counts when there is too little of it. */
export type Holding = {
  dateId: string
  quantity: number
  /** Moments in milliseconds. */
  from: number
  to: number
  /** What is out is out, whatever is left. */
  isOut: boolean
  /** Who booked first keeps it. */
  bookedAt: number
}

/** A date that cannot be kept, and how many are missing. */
export type Shortfall = { dateId: string; missing: number }

export type TroubleKind = 'short' | 'late'

/** What another page says of a date that was promised and cannot be kept as things stand. */
export type Trouble = { dateId: string; kind: TroubleKind; missing: number; sentence: string }
