import { fromDate } from '@internationalized/date'

const ZONE = 'Europe/Berlin'

/** The greeting of the hour in Duisburg. */
export function greetingAt(now: Date): string {
  const { hour } = fromDate(now, ZONE)
  if (hour >= 5 && hour < 11) return 'Guten Morgen'
  return hour >= 5 && hour < 18 ? 'Guten Tag' : 'Guten Abend'
}
