import type { Finding, OfferRules, WishFacts } from '../booking/contract.ts'
import { findingsOf } from '../booking/rules.ts'
import type { HoursPurpose } from '../contract.ts'
import type { Opening, Span } from '../opening/contract.ts'
import { dayAfter, nextHandover, spansOn } from '../opening/rules.ts'
import type { When } from '../placing/contract.ts'
import { type Asked, blockedOf, claimsOfDate, momentsOf, weigh } from '../placing/rules.ts'
import type { Claim, Stock } from '../stock/contract.ts'
import { freeOf } from '../stock/rules.ts'
import type { FoundOffer, FoundTime } from './contract.ts'
import { findingWords } from '../words.ts'
import { searchWords as says } from './words.ts'

/** How many other times are named, and how far ahead they are looked for. */
const MOST = 3
export const HORIZON_DAYS = 56
/** Two on one day are enough: whoever cannot come on that day needs another one. */
const A_DAY = 2
const STEP_MINUTES = 30

/** An offer with what its rules say and how much of it is wanted. */
export type Sought = Asked & { offer: OfferRules & { id: string; slug: string; name: string } }

/** All that decides whether something is free. */
export type Field = {
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

/** What the rules say of one offer then, as when it is booked. */
function saidOf({ opening, facts }: Field, sought: Sought, when: When): Finding[] {
  const { offer, quantity, participants } = sought
  const wish = { ...when, quantity, participants, grade: null, isDelivered: false }
  return findingsOf({ offer, opening, wish, facts: facts(offer.id) })
}

const refusalsOf = (field: Field, sought: Sought, when: When): Finding[] =>
  saidOf(field, sought, when).filter(({ weight }) => weight === 'refuse')

const hasBegun = ({ at }: Pick<Field, 'at'>, when: When): boolean =>
  when.span !== null && momentsOf(when).startsAt < at

/** Does all of it go then, together, by what is there and by the rules? */
const fits = (field: Field, sought: Sought[], when: When): boolean =>
  !hasBegun(field, when) &&
  Array.isArray(claimsOfDate(sought, field.held, when)) &&
  sought.every((one) => refusalsOf(field, one, when).length === 0)

/** A closed day in a series is left out; everything else has to go. */
const LEFT_OUT = [1, 2]

function fitsAsSeries(field: Field, sought: Sought[], dates: When[]): boolean {
  const [first] = dates
  if (!first || !fits(field, sought, first)) return false
  if (dates.length === 1) return true
  const { faults } = weigh({
    ...{ dates, asked: sought, held: field.held, sets: false },
    findings: (one, when) => saidOf(field, one, when),
  })
  return faults.every(({ isTaken, rule }) => !isTaken && LEFT_OUT.includes(rule))
}

/** The next times of the same length at which all of it goes; of a series, all of its dates moved alike. */
export function nextTimes(field: Field, sought: Sought[], dates: When[], today: string): When[] {
  const [wish] = dates
  if (!wish) return []
  const goes = (when: When) => fitsAsSeries(field, sought, movedTo(dates, wish, when))
  const first = wish.from > today ? wish.from : today
  const days = daysFrom(first, HORIZON_DAYS)
  return timesOn(field, kindsOf(sought), { wish, days, most: MOST, goes })
    .filter((when) => when.from !== wish.from || when.span?.from !== wish.span?.from)
    .slice(0, MOST)
}

function movedTo(dates: When[], wish: When, when: When): When[] {
  const days = lengthOf(wish.from, when.from)
  const isEarlier = when.from < wish.from
  return dates.map((date, index) => {
    if (index === 0) return when
    const from = dayAfter(date.from, isEarlier ? -days : days)
    return { from, to: dayAfter(from, lengthOf(when.from, when.to)), span: when.span }
  })
}

/** When there is something for every need at once, over so many days; with what. */
export function sharedTimes(
  field: Field,
  needs: Sought[][],
  { wish, days, most }: { wish: When; days: number; most: number },
): FoundTime[] {
  const found = new Map<When, FoundTime['chosen']>()
  const goes = (when: When) => {
    const chosen = hasBegun(field, when) ? undefined : chosenAt(field, needs, when)
    if (chosen) found.set(when, chosen)
    return chosen !== undefined
  }
  const kinds = kindsOf(needs.flat())
  const times = timesOn(field, kinds, { wish, days: daysFrom(wish.from, days), most, goes })
  return times.slice(0, most).map((when) => ({ when, chosen: found.get(when) ?? [] }))
}

/** For each need the first offer that goes beside those already chosen. */
function chosenAt(field: Field, needs: Sought[][], when: When): FoundTime['chosen'] | undefined {
  const chosen: Sought[] = []
  for (const offers of needs) {
    const next = offers.find(
      (one) =>
        !chosen.some(({ offer }) => offer.id === one.offer.id) &&
        Array.isArray(claimsOfDate([...chosen, one], field.held, when)) &&
        refusalsOf(field, one, when).length === 0,
    )
    if (!next) return undefined
    chosen.push(next)
  }
  return chosen.map(({ offer: { slug, name }, quantity }) => ({ slug, name, quantity }))
}

const kindsOf = (sought: Sought[]) => sought.map(({ offer }) => offer.kind)

type Looking = {
  wish: When
  days: string[]
  most: number
  goes: (when: When) => boolean
}

function timesOn(field: Field, kinds: string[], looking: Looking): When[] {
  const found: When[] = []
  // One more than asked for: the wished time itself may be among them.
  for (const day of looking.days) {
    if (found.length > looking.most) break
    found.push(
      ...(looking.wish.span
        ? spansOnDay(field, kinds, { ...looking, span: looking.wish.span }, day)
        : loanOn(field, looking, day)),
    )
  }
  return found
}

/** The times of a day nearest to the wished one that do not lie over each other, in their order. */
function spansOnDay(
  field: Field,
  kinds: string[],
  { wish, goes, span }: Looking & { span: Span },
  day: string,
): When[] {
  const wished = toMinutes(span.from)
  const length = toMinutes(span.to) - wished
  const picked: { start: number; when: When }[] = []
  for (const start of startsOn(field, kinds, day, { wished, length })) {
    if (picked.length === A_DAY) break
    if (picked.some((other) => Math.abs(other.start - start) < length)) continue
    const when = inLab(day, start, length)
    if (!goes(when)) continue
    picked.push({ start, when })
    // The wished hour on another day: nobody needs a second one there.
    if (start === wished && day !== wish.from) break
  }
  return picked.toSorted((one, other) => one.start - other.start).map(({ when }) => when)
}

const inLab = (day: string, start: number, length: number): When => ({
  ...{ from: day, to: day },
  span: { from: toTime(start), to: toTime(start + length) },
})

const purposeOf = (kinds: string[]): HoursPurpose => {
  if (kinds.length > 0 && kinds.every((kind) => kind === 'advice')) return 'advice'
  return kinds.length > 0 && kinds.every((kind) => kind === 'event') ? 'events' : 'open'
}

/** Every half hour from the wished time on, before and after, while the lab is open; the nearest first. */
function startsOn(
  { opening }: Field,
  kinds: string[],
  day: string,
  { wished, length }: { wished: number; length: number },
): number[] {
  if (length <= 0) return []
  const starts = spansOn(opening, day, purposeOf(kinds)).flatMap(({ from, to }) => {
    const least = toMinutes(from)
    const first = least + ((((wished - least) % STEP_MINUTES) + STEP_MINUTES) % STEP_MINUTES)
    const count = Math.floor((toMinutes(to) - length - first) / STEP_MINUTES) + 1
    return Array.from({ length: Math.max(0, count) }, (_, n) => first + n * STEP_MINUTES)
  })
  return starts.toSorted((one, other) => Math.abs(one - wished) - Math.abs(other - wished))
}

/** A loan comes back as many days later, or when the lab takes it next. */
function loanOn({ opening }: Field, { wish, goes }: Looking, day: string): When[] {
  if (spansOn(opening, day, 'handover').length === 0) return []
  const back = nextHandover(opening, dayAfter(day, lengthOf(wish.from, wish.to)))
  const when = back && { from: day, to: back, span: null }
  return when && goes(when) ? [when] : []
}

const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => dayAfter(first, n))

const DAY_IN_MS = 86_400_000
const lengthOf = (from: string, to: string) =>
  Math.abs(Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS))

const toMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const toTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Of so many offers that are taken it is said when they are free. */
const MOST_TIMED = 4
/** What a Vorhaben opens: innovation, and having had it just now. */
export const opensWithProject = ({
  rule,
  field,
  sentence,
}: Pick<Finding, 'rule' | 'field' | 'sentence'>) =>
  sentence === findingWords.innovation || (rule === 13 && field === 'day')

/** What there is of each offer at the wished time; what is free comes first. */
export function offersFound(
  field: Field,
  all: Sought[],
  wish: When,
  { today, summaries }: { today: string; summaries: ReadonlyMap<string, string> },
): FoundOffer[] {
  const found = all.map((sought) => {
    const refusals = refusalsOf(field, sought, wish)
    const { offer, stock, quantity } = sought
    const [free, total] = [freeAt(field, stock, wish), totalOf(stock)]
    const isEnough = free >= quantity
    const isFree = isEnough && refusals.length === 0
    const sentences = refusals.map(({ sentence }) => sentence)
    if (!isEnough && sentences.length === 0) sentences.push(says.tooFew(free, total))
    const shown = {
      ...{ slug: offer.slug, name: offer.name, kind: offer.kind, wanted: quantity, free, total },
      ...{ summary: summaries.get(offer.id) ?? '', isFree, sentence: sentences.join(' ') },
      isOpen: isEnough && refusals.every(opensWithProject),
    }
    const isLasting = refusals.some(({ field: about }) => about === undefined)
    return { shown, sought, isTimed: !isFree && !isLasting && quantity <= total }
  })
  const timed = found.filter(({ isTimed }) => isTimed).slice(0, MOST_TIMED)
  return found
    .map((one) => ({
      ...one.shown,
      times: timed.includes(one) ? nextTimes(field, [one.sought], [wish], today) : [],
    }))
    .toSorted((one, other) => Number(other.isFree) - Number(one.isFree))
}

function freeAt(field: Field, stock: Stock, wish: When): number {
  const blocked = blockedOf(stock, wish)
  if (blocked.from >= blocked.to || hasBegun(field, wish)) return 0
  return freeOf(stock, field.held, { blocked, participants: null, quantity: 1 })
}

/** How many of it could be had at all. */
function totalOf({ resources }: Stock): number {
  const usable = resources.filter(({ state }) => state === 'ok' || state === 'limited')
  const each = usable.map(({ isCounted, total, reserve, broken }) =>
    isCounted ? total - reserve - broken : 1,
  )
  return resources.length === 0 ? 1 : each.reduce((sum, one) => sum + one, 0)
}
