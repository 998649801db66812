/** Calendars look back that far; what is older is remembered on the pages. */
export const FEED_DAYS_BACK = 120
export const FEED_MOST = 500
