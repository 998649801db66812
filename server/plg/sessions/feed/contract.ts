/** What a calendar is told of one meeting. */
export type CalendarEvent = {
  id: string
  sequence: number
  startsAt: Date
  endsAt: Date
  changedAt: Date
  isCancelled: boolean
  summary: string
  location: string
  description: string
  url: string
}

/** Calendars look back that far; what is older is remembered on the pages. */
export const FEED_DAYS_BACK = 120
export const FEED_MOST = 500
