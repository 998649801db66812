import type { OfferRules, WishFacts } from '../booking/contract.ts'
import { findingsOf } from '../booking/rules.ts'
import type { HoursPurpose, OfferKind } from '../contract.ts'
import type { Opening, Span } from '../opening/contract.ts'
import { dayAfter, nextHandover, spansOn } from '../opening/rules.ts'
import type { When } from '../placing/contract.ts'
import { type Asked, claimsOfDate, momentsOf } from '../placing/rules.ts'
import type { Claim } from '../stock/contract.ts'

/** How many other times are named, and how far ahead they are looked for. */
const MOST = 3
export const HORIZON_DAYS = 56
/** Two on one day are enough: whoever cannot come on that day needs another one. */
const A_DAY = 2
const STEP_MINUTES = 30

/** An offer with what its rules say and how much of it is wanted. */
export type Sought = Asked & { offer: OfferRules & { id: string } }

export type Field = {
  sought: Sought[]
  opening: Opening
  held: ReadonlyMap<string, Claim[]>
  /** What is known of the asker; of visitors nothing. */
  facts: (offerId: string) => WishFacts
  at: Date
}

/** What is known of somebody of whom nothing is known. */
export const strangersFacts = (today: string): WishFacts => ({
  ...{ today, openOfSchool: 0, openOfPerson: 0, lastEnd: null, hasProject: false },
  ...{ isInnovationProject: false, missingInstructions: [], missingCritical: [] },
  ...{ missingMinor: [], unreleased: [], schoolFree: [], replacementCents: null },
})

const purposeOf = (kind: OfferKind): HoursPurpose =>
  kind === 'advice' ? 'advice' : kind === 'event' ? 'events' : 'open'

const toMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const toTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Does all of it go then, by the rules and by what is there? The same questions as when it is booked. */
export function fits({ sought, opening, held, facts, at }: Field, when: When): boolean {
  if (momentsOf(when).startsAt < at && when.span) return false
  const isAllowed = sought.every(({ offer, quantity, participants }) => {
    const wish = { ...when, quantity, participants, grade: null, isDelivered: false }
    const found = findingsOf({ offer, opening, wish, facts: facts(offer.id) })
    return !found.some(({ weight }) => weight === 'refuse')
  })
  return isAllowed && Array.isArray(claimsOfDate(sought, held, when))
}

/** The next times of the same length at which all of it goes. */
export function nextTimes(field: Field, when: When, today: string): When[] {
  const first = when.from > today ? when.from : today
  return when.span
    ? nextSpans(field, { ...when, span: when.span }, first)
    : nextLoans(field, when, first)
}

function nextSpans(field: Field, when: When & { span: Span }, first: string): When[] {
  const found: When[] = []
  for (let n = 0; n <= HORIZON_DAYS && found.length < MOST; n++) {
    const day = dayAfter(first, n)
    found.push(...onDay(field, when, day).slice(0, MOST - found.length))
  }
  return found
}

/** The times of a day nearest to the wished one that do not lie over each other, in their order. */
function onDay(field: Field, { from, span }: When & { span: Span }, day: string): When[] {
  const wished = toMinutes(span.from)
  const length = toMinutes(span.to) - wished
  const picked: number[] = []
  for (const start of startsOn(field, day, { wished, length })) {
    if (picked.length === A_DAY) break
    if (picked.some((other) => Math.abs(other - start) < length)) continue
    if (day === from && start === wished) continue
    if (!fits(field, inLab(day, start, length))) continue
    picked.push(start)
    // The wished hour on another day: nobody needs a second one there.
    if (start === wished) break
  }
  return picked.toSorted((one, other) => one - other).map((start) => inLab(day, start, length))
}

const inLab = (day: string, start: number, length: number): When => ({
  ...{ from: day, to: day },
  span: { from: toTime(start), to: toTime(start + length) },
})

/** Every half hour from the wished time on, before and after, while the lab is open; the nearest first. */
function startsOn(
  { sought, opening }: Field,
  day: string,
  { wished, length }: { wished: number; length: number },
): number[] {
  if (length <= 0) return []
  const [narrow] = sought.map(({ offer }) => purposeOf(offer.kind)).toSorted()
  const starts = spansOn(opening, day, narrow ?? 'open').flatMap(({ from, to }) => {
    const least = toMinutes(from)
    const first = least + ((((wished - least) % STEP_MINUTES) + STEP_MINUTES) % STEP_MINUTES)
    const count = Math.floor((toMinutes(to) - length - first) / STEP_MINUTES) + 1
    return Array.from({ length: Math.max(0, count) }, (_, n) => first + n * STEP_MINUTES)
  })
  return starts.toSorted((one, other) => Math.abs(one - wished) - Math.abs(other - wished))
}

/** A loan begins on another day and comes back as many days later, or when the lab takes it next. */
function nextLoans(field: Field, { from, to }: When, first: string): When[] {
  const days = lengthOf(from, to)
  const found: When[] = []
  for (let n = from === first ? 1 : 0; n <= HORIZON_DAYS && found.length < MOST; n++) {
    const day = dayAfter(first, n)
    const back = nextHandover(field.opening, dayAfter(day, days))
    const when = back && { from: day, to: back, span: null }
    if (when && fits(field, when)) found.push(when)
  }
  return found
}

const DAY_IN_MS = 86_400_000
const lengthOf = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS))
