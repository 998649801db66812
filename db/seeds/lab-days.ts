import type { DateState } from '#server/medialab/contract.ts'
import { dayAfter, schoolDaysAfter, weekdayOf } from '#server/medialab/opening/rules.ts'
import { isQuietDay, type LocalDay } from '#server/schools/calendar/contract.ts'

export type SeedBooking = {
  offer: string
  quantity?: number
  participants?: number
  who: string
  school: string
  purpose: string
  subject?: string
  grade?: number
  from: LocalDay
  /** Of a loan. */
  to?: LocalDay
  /** Of a use in the lab: "10:00-12:00". */
  hours?: string
  state: DateState
  isLate?: boolean
  reason?: string
  /** How many days before its first day it was made. */
  madeBefore?: number
  phone?: string
  outBy?: 'pickup' | 'school_mail'
}

/** The days of the invented MediaLab, counted from the one on which the demonstration is filled. */
export type Days = {
  /** 0 is today, or the next day on which it is open; -1 the one before. */
  at: (count: number) => LocalDay
  /** The first open day of this weekday (1 is Monday) after that day. */
  next: (weekday: number, after: LocalDay) => LocalDay
}

const LONGEST_LOOK = 400

export function labDays(today: LocalDay, isClosed: (day: LocalDay) => boolean): Days {
  const isOpen = (day: LocalDay) => !isQuietDay(day) && !isClosed(day)
  const search = (from: LocalDay, step: number, fits: (day: LocalDay) => boolean) => {
    let day = from
    for (let n = 0; n < LONGEST_LOOK && !fits(day); n++) day = dayAfter(day, step)
    return day
  }
  const first = search(today, 1, isOpen)
  return {
    at(count) {
      const step = count < 0 ? -1 : 1
      let day = first
      for (let left = Math.abs(count); left > 0; left--)
        day = search(dayAfter(day, step), step, isOpen)
      return day
    },
    next: (weekday, after) =>
      search(dayAfter(after), 1, (day) => isOpen(day) && weekdayOf(day) === weekday),
  }
}

/** The first day on which somebody else may have what comes back then (rule 8). */
export const freeAgain = (back: LocalDay, turnaround: number): LocalDay =>
  schoolDaysAfter(back, turnaround)
