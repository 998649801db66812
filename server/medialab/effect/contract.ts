import type { HoursPurpose, OfferKind } from '../contract.ts'

/** A date that is booked or asked for and not over, with what it is of. */
export type ComingDate = {
  id: string
  bookingId: string
  /** "2026-1187". */
  number: string
  startsAt: Date
  endsAt: Date
  isLoan: boolean
  /** It is out of the house: only its return can still go wrong. */
  isOut: boolean
  school: string | null
  offers: { name: string; kind: OfferKind }[]
}

/** For what the lab has to be open while something of this kind is used in it. */
export const PURPOSES: Record<OfferKind, HoursPurpose> = {
  ...{ room: 'open', zone: 'open', station: 'open', set: 'open', advice: 'advice' },
  event: 'events',
}

/** What a change would do to dates that are booked, as the form shows it before anything is saved. */
export type Effect = {
  /** Sent along with "Trotzdem speichern": what was agreed to. */
  key: string
  dates: {
    id: string
    number: string
    startsAt: string
    endsAt: string
    isLoan: boolean
    school: string | null
    offers: string
  }[]
  /** So many more than are shown. */
  more: number
}

/** A list that nobody reads on to its end helps nobody. */
export const MOST_SHOWN = 50

/** What a refused form says of the effect; undefined when it was refused for something else. */
export function effectIn(theirs: string | undefined): Effect | undefined {
  if (!theirs?.startsWith('{')) return undefined
  return JSON.parse(theirs) as Effect
}
