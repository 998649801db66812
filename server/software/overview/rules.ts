import { DISTRICTS, SCHOOL_FORMS } from '#server/schools/contract.ts'
import { FUNCTIONS } from '../contract.ts'
import type { StandingName } from '../standing/contract.ts'
import {
  PARAMS,
  type FunctionLine,
  type OverviewFilter,
  type ProductLine,
  type Schools,
  SMALLEST_CELL,
  STANDARD_FROM,
} from './contract.ts'

/** What an address asks; what is unknown counts as not chosen. */
export function filterFrom(asked: URLSearchParams): OverviewFilter {
  const one = <Value extends string>(allowed: readonly Value[], name: string): Value | '' =>
    allowed.find((value) => value === asked.get(name)) ?? ''
  return {
    schoolForm: one(SCHOOL_FORMS, PARAMS.schoolForm),
    district: one(DISTRICTS, PARAMS.district),
    function: one(FUNCTIONS, PARAMS.function),
  }
}

/** A number of schools as it may be said. */
export const said = (schools: number): Schools =>
  schools > 0 && schools < SMALLEST_CELL ? null : schools

const RELEASED: StandingName[] = ['approved', 'approved_no_data', 'approved_with_conditions']

export const isReleased = (name: StandingName): boolean => RELEASED.includes(name)

export type Counted = Omit<ProductLine, 'schools'> & { schools: number; functions: string[] }

/**
 * One line for each function that some school uses something for; where schools use most different products first: there
 * a standard would help most (R34-15).
 *
 * @param together schools by function, each counted once
 */
export function linesOf(products: Counted[], together: Map<string, number>): FunctionLine[] {
  const lines = FUNCTIONS.flatMap((tag) => {
    const these = products
      .filter(({ functions }) => functions.includes(tag))
      .toSorted((one, other) => other.schools - one.schools)
    return these.length === 0 ? [] : [lineOf(tag, these, together.get(tag) ?? 0)]
  })
  return lines.toSorted((one, other) => other.products - one.products)
}

function lineOf(tag: FunctionLine['function'], these: Counted[], schools: number): FunctionLine {
  const [most] = these
  const released = these.filter((one) => isReleased(one.standing) && !one.isForSome)
  const [best] = released
  return {
    function: tag,
    products: these.length,
    schools: said(schools),
    released: released.length,
    most: most ? { name: most.name, slug: most.slug, schools: said(most.schools) } : null,
    candidate:
      these.length > 1 && best && best.schools >= STANDARD_FROM && !best.isStandard
        ? { name: best.name, slug: best.slug, schools: best.schools }
        : null,
  }
}
