import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { ClosureEffect, HoursPurpose } from '../contract.ts'

/** "08:00" to "16:00" of a weekday, 1 is Monday. Without days it holds always. */
export type Hours = {
  weekday: number
  purpose: HoursPurpose
  from: string
  to: string
  validFrom: LocalDay | null
  validUntil: LocalDay | null
}

export type Closure = {
  startsOn: LocalDay
  endsOn: LocalDay
  reason: string
  effect: ClosureEffect
}

/** When the lab is open: what its staff entered. */
export type Opening = { hours: Hours[]; closures: Closure[] }

/** A span of a day, in local times. */
export type Span = { from: string; to: string }

/** One entry of the hours, as it is kept. */
export type KeptHours = Hours & { id: string }

export type KeptClosure = Closure & { id: string }

/** The lab, or a place where things may be fetched and brought back. */
export type Site = {
  id: string
  isLab: boolean
  name: string
  address: string
  phone: string
  version: number
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The database says the same. */
export const LONGEST_CLOSURE = 400
