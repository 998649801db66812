import { momentOf } from '#server/platform/local-time.ts'

const TIME = String.raw`(\d{1,2}):(\d{2})`
const PERIOD = String.raw`(?:,?[ T]+${TIME}(?: ?(?:-|–|bis) ?${TIME})?(?: Uhr)?)?`
const GERMAN = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${PERIOD}$`)
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${PERIOD}$`)

/** A meeting without an end lasts as long as most do. */
const USUAL_MINUTES = 90

const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')

/** Local dates of lists: "12.01.2027 15:00-16:30", "2027-01-12 15:00". `null` is a day without a time. */
export function periodFrom(text: string): { startsAt: Date; endsAt: Date } | null | undefined {
  const german = GERMAN.exec(text)
  const found = german ?? ISO.exec(text)
  if (!found) return undefined
  const [, first, month, last, hour, minute, endHour, endMinute] = found
  const [year, date] = german ? [last, first] : [first, last]
  const day = `${year}-${two(month)}-${two(date)}`
  try {
    if (hour === undefined) return momentOf(day, '12:00') && null
    const startsAt = momentOf(day, `${two(hour)}:${minute}`)
    const endsAt =
      endHour === undefined
        ? new Date(startsAt.getTime() + USUAL_MINUTES * 60_000)
        : momentOf(day, `${two(endHour)}:${endMinute}`)
    return endsAt > startsAt ? { startsAt, endsAt } : undefined
  } catch {
    // There is no such day or hour.
    return undefined
  }
}
