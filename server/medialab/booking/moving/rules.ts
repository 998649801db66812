import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { dayAfter, holidaysIn, nextHandover, returnDay, spansOn } from '../../opening/rules.ts'
import type { Opening } from '../../opening/contract.ts'
import type { When } from '../../placing/contract.ts'
import type { OfferRules } from '../contract.ts'
import { extensionWords as says } from '../words.ts'
import { dayWords } from '../../words.ts'

type Typed = { day: LocalDay; to?: LocalDay; from?: string; until?: string }

/** What was typed as a wish; what a form left out stays as it is. */
export function typedWish(typed: Typed, is: When): When {
  if (is.span === null) return { from: typed.day, to: typed.to ?? typed.day, span: null }
  return {
    ...{ from: typed.day, to: typed.day },
    span: { from: typed.from ?? is.span.from, to: typed.until ?? is.span.to },
  }
}

/** What a loan may be kept for, once more. */
export type Extending = {
  end: LocalDay
  /** How often it was, and how often it may be. */
  extended: number
  most: number
  rules: Pick<OfferRules, 'maxSchoolDays' | 'maxProjectSchoolDays' | 'holidays'>[]
  isProject: boolean
  opening: Opening
  /** The last day on which nobody else has a part of it; null: nobody has. */
  freeUntil: LocalDay | null
}

/** The latest day on which it may come back, or why it may not be kept longer. */
export function extensionOf(of: Extending): { latest: LocalDay } | { why: string } {
  if (of.extended >= of.most) return { why: says.usedUp(of.most) }
  const first = nextHandover(of.opening, dayAfter(of.end))
  if (first === undefined) return { why: says.noDay }
  if (of.freeUntil !== null && of.freeUntil < first)
    return { why: says.reserved(dayWords(dayAfter(of.freeUntil))) }
  const wished = longest(of) ?? first
  const free = of.freeUntil !== null && of.freeUntil < wished ? of.freeUntil : wished
  const latest = lastHandover(of, free)
  return latest < first ? { why: says.noDay } : { latest }
}

/** As long again as the first time, by the strictest of its rules. */
function longest({ end, rules, isProject, opening }: Extending): LocalDay | undefined {
  const days = rules.map((rule) => {
    const schoolDays = isProject ? rule.maxProjectSchoolDays : rule.maxSchoolDays
    return returnDay(opening, dayAfter(end), { schoolDays, holidays: rule.holidays })?.day
  })
  return days.filter((day) => day !== undefined).toSorted()[0]
}

/** The last day up to this one on which it is taken back; over holidays only where that needs no word of the SMZ. */
function lastHandover({ end, opening, rules }: Extending, latest: LocalDay): LocalDay {
  const isBound = rules.some(({ holidays }) => ['not_allowed', 'with_approval'].includes(holidays))
  const goes = (day: LocalDay) =>
    spansOn(opening, day, 'handover').length > 0 &&
    !(isBound && holidaysIn(dayAfter(end), day).length > 0)
  let day = latest
  while (day > end && !goes(day)) day = dayAfter(day, -1)
  return day
}

/** May it come back on this day? Undefined: it may. */
export function refusedEnd(
  to: LocalDay,
  { end, opening }: Pick<Extending, 'end' | 'opening'>,
  extension: ReturnType<typeof extensionOf>,
): string | undefined {
  if ('why' in extension) return extension.why
  if (to <= end) return says.notLater
  if (to > extension.latest) return says.tooLong(dayWords(extension.latest))
  return spansOn(opening, to, 'handover').length === 0 ? says.noDay : undefined
}

type Other = { resourceId: string; quantity: number; from: number; to: number }
export type OwnClaim = {
  resourceId: string
  quantity: number
  isCounted: boolean
  /** Of counted ones, what can go at all. */
  available: number
}

/** The first moment at which others need what these hold; null: nobody does. */
export function neededAt(own: OwnClaim[], others: Other[]): number | null {
  const moments = own.flatMap((claim) => {
    const of = others.filter(({ resourceId }) => resourceId === claim.resourceId)
    return of
      .filter(({ from }) => {
        if (!claim.isCounted) return true
        const taken = of
          .filter((one) => one.from <= from && from < one.to)
          .reduce((sum, { quantity }) => sum + quantity, 0)
        return taken + claim.quantity > claim.available
      })
      .map(({ from }) => from)
  })
  return moments.length > 0 ? Math.min(...moments) : null
}

/** The last day of a loan after which everything is free again before that moment. */
export function lastDayBefore(
  moment: number | null,
  end: LocalDay,
  blockedUntil: (day: LocalDay) => number,
): LocalDay | null {
  if (moment === null) return null
  let day = end
  for (let n = 0; n < LONGEST && blockedUntil(dayAfter(day)) <= moment; n++) day = dayAfter(day)
  return day
}
const LONGEST = 400
