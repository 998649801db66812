import { momentOf } from '#server/platform/local-time.ts'

const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const HOURS = /^(\d{1,2}:\d{2})(?: ?(?:-|–|bis) ?(\d{1,2}:\d{2}))?(?: Uhr)?$/

/** A meeting without an end lasts as long as most do. */
const USUAL_MINUTES = 90

type Period = { startsAt: Date; endsAt: Date }

/** Local dates of lists: "12.01.2027 15:00-16:30", "2027-01-12 15:00". `null` is a day without a time. */
export function periodFrom(text: string): Period | null | undefined {
  const [, date = '', hours = ''] = /^([^ ,T]*)(?:,? |T|$)(.*)$/.exec(text) ?? []
  const day = dayFrom(date)
  if (day === undefined) return undefined
  try {
    const noon = momentOf(day, '12:00')
    return hours === '' ? noon && null : periodOn(day, hours)
  } catch {
    // There is no such day or hour.
    return undefined
  }
}

function dayFrom(text: string): string | undefined {
  const [, date = '', month = '', year = ''] = GERMAN.exec(text) ?? []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const [, isoYear, isoMonth = '', isoDate = ''] = ISO.exec(text) ?? []
  return isoYear && `${isoYear}-${isoMonth.padStart(2, '0')}-${isoDate.padStart(2, '0')}`
}

function periodOn(day: string, hours: string): Period | undefined {
  const [, from, to] = HOURS.exec(hours) ?? []
  if (from === undefined) return undefined
  const startsAt = momentOf(day, from.padStart(5, '0'))
  const endsAt =
    to === undefined
      ? new Date(startsAt.getTime() + USUAL_MINUTES * 60_000)
      : momentOf(day, to.padStart(5, '0'))
  return endsAt > startsAt ? { startsAt, endsAt } : undefined
}
