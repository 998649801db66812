import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { Finding } from '../booking/contract.ts'
import type { Span } from '../opening/contract.ts'

/** When something is wanted: in the lab from hour to hour of one day, or lent from day to day. */
export type When = { from: LocalDay; to: LocalDay; span: Span | null }

/** What somebody wants, with all that the counter has to know. */
export type Wanted = {
  offers: { slug: string; quantity: number }[]
  dates: When[]
  /** Null: one of the city's own people. */
  schoolId: string | null
  /** Who answers for it, when the SMZ books for somebody; otherwise the actor. */
  personId?: string
  purpose: string
  subject: string
  grade: number | null
  participants: number | null
  phone: string
  plgId: string | null
  projectId: string | null
  isDelivered: boolean
  /** Where it is delivered to, when not to the school. */
  outSiteId: string | null
  /** Leave out the dates of a series that do not go. */
  skips: boolean
  /** Why the SMZ sets rules aside. */
  override: string
  clientKey: string
}

/** What stands in the way of one date; `isTaken`: somebody else has it. */
export type Fault = {
  /** Which of the wanted dates, from 0. */
  date: number
  offer: { slug: string; name: string } | null
  sentence: string
  field?: Finding['field']
  /** Of domain/medialab.md, section 5; 0 when it is no rule but the stock. */
  rule: number
  isTaken: boolean
  shortOf?: 'offer' | 'room' | 'staff'
  /** How many there are, of what is taken. */
  free?: number
}

export type Placed =
  | {
      kind: 'placed'
      /** "2026-1187". */
      number: string
      state: 'requested' | 'confirmed'
      /** Dates that were left out, and why. */
      skipped: Fault[]
      /** What one should know all the same. */
      warnings: string[]
    }
  | { kind: 'refused'; faults: Fault[] }
