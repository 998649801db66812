import { parseDate } from '@internationalized/date'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { HoursPurpose } from '../contract.ts'
import type { Opening, Span } from '../opening/contract.ts'
import {
  closedBy,
  dayAfter,
  holidaysIn,
  isOpenFor,
  isSchoolDay,
  nextHandover,
  schoolDaysOf,
  spansOn,
} from '../opening/rules.ts'
import { dayWords, findingWords as says } from '../words.ts'
import {
  type Finding,
  FREE_CANCEL_DAYS,
  type OfferRules,
  type Outcome,
  type Wish,
  type WishFacts,
} from './contract.ts'

type Case = { offer: OfferRules; wish: Wish; facts: WishFacts; opening: Opening }
type Rule = (of: Case) => (Finding | undefined)[]

/** All that the rules say of a wish, in the order of domain/medialab.md, section 5. Stock is the database's to judge. */
export const findingsOf = (of: Case): Finding[] =>
  RULES.flatMap((rule) => rule(of)).filter((finding) => finding !== undefined)

/** What becomes of it: refused, asked for, or booked at once (rule 21: promised is only what is confirmed). */
export function outcomeOf(findings: Finding[], { approval }: OfferRules): Outcome {
  if (findings.some(({ weight }) => weight === 'refuse')) return { state: 'refused', approval }
  const needs =
    approval === 'auto' && findings.some(({ weight }) => weight === 'approve') ? 'smz' : approval
  return { state: needs === 'auto' ? 'confirmed' : 'requested', approval: needs }
}

const refuse = (rule: number, field: Finding['field'], sentence: string): Finding => ({
  ...{ rule, sentence, weight: 'refuse' },
  ...(field && { field }),
})
const approve = (rule: number, sentence: string): Finding => ({ rule, weight: 'approve', sentence })
const warn = (rule: number, sentence: string): Finding => ({ rule, weight: 'warn', sentence })

const purposeOf = ({ kind }: OfferRules): HoursPurpose =>
  kind === 'advice' ? 'advice' : kind === 'event' ? 'events' : 'open'

/** 1: only when the lab is open for it. */
const opened: Rule = ({ offer, wish, opening }) => {
  const purpose = purposeOf(offer)
  if (wish.span) {
    if (wish.span.to <= wish.span.from) return [refuse(20, 'span', says.endsFirst)]
    const closed = closedBy(opening, wish.from, purpose)
    if (closed) return [refuse(1, 'day', says.closed(dayWords(wish.from), closed))]
    if (isOpenFor(opening, wish.from, wish.span, purpose)) return []
    return [
      refuse(1, 'span', says.outside(dayWords(wish.from), spansOn(opening, wish.from, purpose))),
    ]
  }
  if (wish.to < wish.from) return [refuse(20, 'to', says.endsFirst)]
  return [handover(opening, wish.from, 'day'), handover(opening, wish.to, 'to')]
}

function handover(opening: Opening, day: LocalDay, field: 'day' | 'to'): Finding | undefined {
  if (spansOn(opening, day, 'handover').length > 0) return undefined
  const next = nextHandover(opening, dayAfter(day))
  return refuse(1, field, says.noHandover(dayWords(day), next && dayWords(next)))
}

/** 2: school holidays, and the days that the school has fixed for itself. */
const holidays: Rule = ({ offer, wish, facts }) => {
  const own = facts.schoolFree.length > 0 ? [warn(2, says.schoolFree(facts.schoolFree))] : []
  const names = wish.span ? [] : holidaysIn(wish.from, wish.to)
  if (names.length === 0) return own
  if (offer.holidays === 'not_allowed') return [...own, refuse(2, 'to', says.notOver(names))]
  return offer.holidays === 'with_approval' ? [...own, approve(2, says.overAsked(names))] : own
}

/** 3 and 13: how long, and how much at a time. */
const limits: Rule = ({ offer, wish, facts }) => {
  const most = facts.isInnovationProject ? offer.maxProjectSchoolDays : offer.maxSchoolDays
  const days = wish.span ? 0 : schoolDaysOf(wish.from, wish.to, offer.holidays)
  return [
    days > most ? refuse(3, 'to', says.tooLong(days, most)) : undefined,
    facts.openOfSchool >= (offer.maxOpenPerSchool ?? Infinity)
      ? refuse(13, undefined, says.schoolLimit(offer.maxOpenPerSchool ?? 0))
      : undefined,
    facts.openOfPerson >= (offer.maxOpenPerPerson ?? Infinity)
      ? refuse(13, undefined, says.personLimit(offer.maxOpenPerPerson ?? 0))
      : undefined,
    offer.class === 'innovation' && !facts.isInnovationProject
      ? refuse(13, undefined, says.innovation)
      : undefined,
    cooling(offer, wish, facts),
  ]
}

function cooling(
  offer: OfferRules,
  wish: Wish,
  { lastEnd, hasProject }: WishFacts,
): Finding | undefined {
  if (lastEnd === null || hasProject || offer.cooldownDays === 0) return undefined
  const again = dayAfter(lastEnd, offer.cooldownDays + 1)
  return wish.from < again ? refuse(13, 'day', says.cooldown(dayWords(again))) : undefined
}

/** 9: a set without a critical part does not go. */
const complete: Rule = ({ facts }) => [
  facts.missingCritical.length > 0
    ? refuse(9, undefined, says.incomplete(facts.missingCritical))
    : undefined,
  facts.missingMinor.length > 0 ? warn(9, says.minorMissing(facts.missingMinor)) : undefined,
]

/** 10: who has been shown how. */
const instructed: Rule = ({ facts }) =>
  facts.missingInstructions.map(({ name, next }) =>
    refuse(10, undefined, says.notInstructed(name, next ? dayWords(next) : undefined)),
  )

/** 11 and 12: the apps that it needs, and how old one has to be. */
const fitting: Rule = ({ offer, wish, facts }) => {
  const { grade } = wish
  const youngest = grade === null || grade === 0 ? null : grade + 5
  return [
    facts.unreleased.length > 0 ? warn(11, says.unreleased(facts.unreleased)) : undefined,
    youngest !== null && offer.minAge !== null && youngest < offer.minAge
      ? warn(12, says.tooYoung(offer.minAge))
      : undefined,
    wish.participants !== null && offer.places !== null && wish.participants > offer.places
      ? refuse(6, 'participants', says.tooMany(offer.places))
      : undefined,
  ]
}

/** 14: not too late, not too early. */
const lead: Rule = ({ offer, wish, facts }) => {
  const soonest = dayAfter(facts.today, wish.span ? 0 : offer.minLeadDays)
  if (wish.from < facts.today) return [refuse(14, 'day', says.isPast)]
  if (wish.from < soonest) return [refuse(14, 'day', says.tooSoon(dayWords(soonest)))]
  const latest = parseDate(facts.today).add({ days: offer.maxAdvanceDays }).toString()
  return [wish.from > latest ? refuse(14, 'day', says.tooEarly(dayWords(latest))) : undefined]
}

/** Where it may be used, and how it gets there. */
const ways: Rule = ({ offer, wish }) => [
  wish.span && !offer.isInLab ? refuse(1, undefined, says.notInLab) : undefined,
  !wish.span && !offer.isLent ? refuse(1, undefined, says.notLent) : undefined,
  wish.isDelivered && (!offer.isDelivered || offer.isFetchedInPerson)
    ? refuse(1, 'handover', says.fetched)
    : undefined,
]

const RULES: Rule[] = [lead, opened, ways, holidays, limits, complete, instructed, fitting]

/** Where to look for a place on a map; a link, nothing is loaded from there. No address of it is in our scripts. */
const MAP = 'https://www.openstreetmap.org/search'

/** The map of an address; null where none is known. What stands behind the town, a floor, no map knows. */
export function mapOf(address: string): string | null {
  const [whole] = /^.*?\b\d{5}\b[^,\n]*/s.exec(address) ?? [address]
  const query = whole.replace(/\s+/g, ' ').trim()
  return query === '' ? null : `${MAP}?${new URLSearchParams({ query }).toString()}`
}

type Times = { startsAt: Date; endsAt: Date; isLoan: boolean }

/** The wish that a date is, read back: days of a loan, hours of a use in the lab. */
export function wishOf({ startsAt, endsAt, isLoan }: Times): {
  from: LocalDay
  to: LocalDay
  span: Span | null
} {
  const from = localDayOf(startsAt)
  if (isLoan) return { from, to: localDayOf(new Date(endsAt.getTime() - 1)), span: null }
  return { from, to: from, span: { from: localTimeOf(startsAt), to: localTimeOf(endsAt) } }
}

/** "Mo 30.11.2026, 10:00–12:00 Uhr", "Mo 30.11.2026 bis Fr 04.12.2026". */
export function timesInWords(date: Times): string {
  const { from, to, span } = wishOf(date)
  if (span) return `${dayWords(from)}, ${span.from}–${span.to} Uhr`
  return from === to ? dayWords(from) : `${dayWords(from)} bis ${dayWords(to)}`
}

/** 17: until the end of this day nobody minds. */
export function lastFreeDay(start: LocalDay): LocalDay {
  let at = start
  for (let left = FREE_CANCEL_DAYS; left > 0;) {
    at = dayAfter(at, -1)
    if (isSchoolDay(at)) left--
  }
  return at
}

/** 17: is cancelling at this moment recorded? What nobody has promised yet is only withdrawn. */
export const isLateAt = (date: Times & { state: string }, at: Date): boolean =>
  date.state !== 'requested' && localDayOf(at) > lastFreeDay(localDayOf(date.startsAt))
