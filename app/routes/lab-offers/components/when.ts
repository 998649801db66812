import { day, type Instant, time } from '#app/ui/format.ts'

const MINUTE = 60_000

/** "30.11.2026, 10:00–12:00 Uhr" in the lab, "30.11.2026 bis 04.12.2026" of a loan. */
export function whenWords(date: { startsAt: Instant; endsAt: Instant; isLoan: boolean }): string {
  const { startsAt, endsAt, isLoan } = date
  if (!isLoan) return `${day(startsAt)}, ${time(startsAt)}–${time(endsAt)} Uhr`
  const last = day(new Date(endsAt).getTime() - MINUTE)
  return last === day(startsAt) ? last : `${day(startsAt)} bis ${last}`
}
