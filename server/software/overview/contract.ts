import type { CostModel, CostUnit, FunctionTag } from '../contract.ts'
import type { StandingName } from '../standing/contract.ts'

/** Fewer schools than these are not counted out: one could guess which they are. */
export const SMALLEST_CELL = 3

/** From so many schools on a released product is worth a talk about a standard. */
export const STANDARD_FROM = 5

export type OverviewFilter = { schoolForm: string; district: string; function: FunctionTag | '' }

/** Number of schools; null: some, but fewer than may be said. */
export type Schools = number | null

export type FunctionLine = {
  function: FunctionTag
  /** Products of this function that some school uses. */
  products: number
  /** Schools that use any of them. */
  schools: Schools
  /** Of these products so many may be used as they are, or with conditions. */
  released: number
  most: { name: string; slug: string; schools: Schools } | null
  /** The released product that could become the standard. */
  candidate: { name: string; slug: string; schools: number } | null
}

export type ProductLine = {
  slug: string
  name: string
  vendor: string | null
  standing: StandingName
  until: string | null
  /** What holds does so for some schools only. */
  isForSome: boolean
  schools: Schools
  costModel: CostModel
  costCents: number | null
  costUnit: CostUnit | null
  isStandard: boolean
}

/** The names of the fields in an address. */
export const PARAMS = {
  schoolForm: 'schulform',
  district: 'stadtbezirk',
  function: 'funktion',
} as const
