import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { dayAfter, schoolDaysAfter } from '../opening/rules.ts'
import type { Finding } from '../booking/contract.ts'
import { outcomeOf } from '../booking/rules.ts'
import type { OfferRules } from '../booking/contract.ts'
import type { Blocked, Claim, NewClaim, Shortage, Stock } from '../stock/contract.ts'
import { byResource, claimsFor } from '../stock/rules.ts'
import type { Fault, When } from './contract.ts'
import { placingWords as says } from './words.ts'

const MINUTE = 60_000

type Moments = { startsAt: Date; endsAt: Date }
/** A search asks for those of the same wish for each of many offers. */
const known = new WeakMap<When, Moments>()

/** The moments of a wish; days are whole ones, from midnight to midnight in Duisburg (rule 20). */
export function momentsOf(when: When): Moments {
  const before = known.get(when)
  if (before) return before
  const { from, to, span } = when
  const moments = span
    ? { startsAt: momentOf(from, span.from), endsAt: momentOf(from, span.to) }
    : { startsAt: momentOf(from, '00:00'), endsAt: momentOf(dayAfter(to), '00:00') }
  known.set(when, moments)
  return moments
}

/** The wish that a date is, read back. */
export function whenOf(date: { startsAt: Date; endsAt: Date; isLoan: boolean }): {
  from: LocalDay
  to: LocalDay
} {
  const last = date.isLoan ? new Date(date.endsAt.getTime() - 1) : date.startsAt
  return { from: localDayOf(date.startsAt), to: localDayOf(last) }
}

/** What has to be kept free: minutes around a use in the lab, school days after a loan (rule 8). */
export function blockedOf(
  { minutesBefore, minutesAfter, turnaroundSchoolDays }: Omit<Stock, 'id'>,
  when: When,
): Blocked {
  const { startsAt, endsAt } = momentsOf(when)
  if (when.span)
    return {
      from: startsAt.getTime() - minutesBefore * MINUTE,
      to: endsAt.getTime() + minutesAfter * MINUTE,
    }
  const free = dayAfter(schoolDaysAfter(when.to, turnaroundSchoolDays))
  return { from: startsAt.getTime(), to: momentOf(free, '00:00').getTime() }
}

export type Asked = { stock: Stock; quantity: number; participants: number | null }

/**
 * All that one date has to hold of several offers, or what there is too little of. What the date itself takes of a
 * resource counts against its other offers; a whole room holds its zones too.
 */
export function claimsOfDate<One extends Asked>(
  asked: One[],
  held: ReadonlyMap<string, Claim[]>,
  when: When,
): NewClaim[] | { asked: One; shortage: Shortage } {
  const all: NewClaim[] = []
  for (const one of asked) {
    const hasWhole = all.some(
      ({ lock, resourceId }) => lock === 'own' && isRoomOf(one.stock, resourceId),
    )
    const stock = hasWhole ? { ...one.stock, room: null } : one.stock
    const blocked = blockedOf(one.stock, when)
    const claims = claimsFor(stock, besides(stock, held, all), { ...one, blocked })
    if (!Array.isArray(claims)) return { asked: one, shortage: claims }
    all.push(...claims)
  }
  return merged(all)
}

const isRoomOf = ({ room }: Stock, resourceId: string) => room?.resource.id === resourceId

/** What is held of this stock, with what the date itself takes: of the rest of the house nothing is copied. */
function besides(
  { resources, room, staff }: Stock,
  held: ReadonlyMap<string, Claim[]>,
  own: NewClaim[],
): ReadonlyMap<string, Claim[]> {
  if (own.length === 0) return held
  const all = new Map<string, Claim[]>()
  for (const { id } of [...resources, ...staff, ...(room ? [room.resource] : [])]) {
    const mine = own.filter(({ resourceId }) => resourceId === id)
    const claims = held.get(id) ?? []
    all.set(id, [...claims, ...mine.map((claim) => ({ ...claim, dateId: '' }))])
  }
  return all
}

function joined(held: ReadonlyMap<string, Claim[]>, own: Claim[]): ReadonlyMap<string, Claim[]> {
  if (own.length === 0) return held
  const all = new Map(held)
  for (const [id, claims] of byResource(own)) all.set(id, [...(all.get(id) ?? []), ...claims])
  return all
}

/** Of one resource a date has one claim: two zones share their room once, with the places of both. */
function merged(all: NewClaim[]): NewClaim[] {
  const byId = new Map<string, NewClaim>()
  for (const claim of all) {
    const known = byId.get(claim.resourceId)
    byId.set(
      claim.resourceId,
      known
        ? {
            ...claim,
            from: Math.min(known.from, claim.from),
            to: Math.max(known.to, claim.to),
            quantity: known.quantity + claim.quantity,
          }
        : claim,
    )
  }
  return [...byId.values()].toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1))
}

/** From the first moment that any of it could hold to the last. */
export function spanOfAll(dates: When[], stock: Stock[]): Blocked {
  const all = dates.flatMap((when) => stock.map((one) => blockedOf(one, when)))
  if (all.length === 0) return { from: 0, to: 0 }
  const from = Math.min(...all.map(({ from }) => from))
  // What ends before it begins is told so by the rules.
  return { from, to: Math.max(from, ...all.map(({ to }) => to)) }
}

type AskedOffer = Asked & { offer: OfferRules & { id: string; slug: string; name: string } }

/** What of several dates goes, and what stands in the way of the others. */
export type Weighed = {
  kept: { when: When; claims: NewClaim[] }[]
  faults: Fault[]
  warnings: string[]
  /** Somebody has to agree first. */
  isAsked: boolean
}

type Weighing = {
  dates: When[]
  asked: AskedOffer[]
  held: ReadonlyMap<string, Claim[]>
  /** The SMZ sets the rules aside; the stock stays what it is. */
  sets: boolean
  findings: (asked: AskedOffer, when: When) => Finding[]
}

/** Rule 20: what ends before it begins is no time at all; nobody sets that aside. */
const NO_TIME = 20

/** Weighs dates one after the other: what an earlier one of the series holds is not free for a later one. */
export function weigh({ dates, asked, held, sets, findings }: Weighing): Weighed {
  const result: Weighed = { kept: [], faults: [], warnings: [], isAsked: false }
  let taken = held
  dates.forEach((when, date) => {
    const judged = asked.map((one) => ({ one, found: findings(one, when) }))
    const refused = judged
      .flatMap((each) => refusalsOf(each, date))
      .filter(({ rule }) => !sets || rule === NO_TIME)
    const claims = refused.length > 0 ? [] : claimsOfDate(asked, taken, when)
    if (!Array.isArray(claims)) {
      result.faults.push(takenFault(claims, when, date))
      return
    }
    result.faults.push(...refused)
    if (refused.length > 0) return
    result.kept.push({ when, claims })
    taken = joined(
      taken,
      claims.map((claim) => ({ ...claim, dateId: String(date) })),
    )
    result.isAsked ||= judged.some(
      ({ one, found }) => outcomeOf(found, one.offer).state === 'requested',
    )
    for (const { sentence } of judged.flatMap(({ found }) => found))
      if (!result.warnings.includes(sentence)) result.warnings.push(sentence)
  })
  return result
}

const refusalsOf = ({ one, found }: { one: AskedOffer; found: Finding[] }, date: number): Fault[] =>
  found
    .filter(({ weight }) => weight === 'refuse')
    .map(({ rule, field, sentence }) => ({
      ...{ date, rule, sentence, isTaken: false },
      ...(field && { field }),
      offer: { slug: one.offer.slug, name: one.offer.name },
    }))

function takenFault(
  { asked, shortage }: { asked: AskedOffer; shortage: Shortage },
  when: When,
  date: number,
): Fault {
  const { slug, name } = asked.offer
  return {
    ...{ date, rule: 0, isTaken: true, shortOf: shortage.of, free: shortage.free },
    ...{ offer: { slug, name }, sentence: says.taken(name, when, shortage) },
  }
}
