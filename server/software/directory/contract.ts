import type { Advertising, CostModel, FunctionTag, OfflineUse, ProductKind } from '../contract.ts'
import type { StandingName } from '../standing/contract.ts'

/** What can be chosen, by the word in the address. */
export const FACETS = {
  fach: 'subject',
  jahrgang: 'gradeBand',
  schulform: 'schoolForm',
  funktion: 'function',
  plattform: 'kind',
  kosten: 'cost',
  werbung: 'advertising',
  status: 'standing',
} as const
export type FacetName = (typeof FACETS)[keyof typeof FACETS]

/** Yes or no, by the word in the address. */
export const TOGGLES = { frei: 'isFree', offline: 'isOffline', meine: 'isUsedHere' } as const
export type ToggleName = (typeof TOGGLES)[keyof typeof TOGGLES]

/** As a status to choose: all that may be used now. */
export const USABLE = 'usable'
export const USABLE_STANDINGS: StandingName[] = [
  'approved',
  'approved_no_data',
  'approved_with_conditions',
]

/** '' means everything. */
export type DirectorySearch = { q: string } & Record<FacetName, string> &
  Record<ToggleName, boolean>

/** A value one can choose, and how many apps that would show. */
export type FacetCount = { value: string; count: number }

export type ProductCard = {
  id: string
  slug: string
  name: string
  vendor: string | null
  sentence: string
  kind: ProductKind
  subjects: string[]
  functions: FunctionTag[]
  standing: { name: StandingName; until: string | null }
  /** What holds does so for some schools only: the reader's among them, where there is one. */
  isForSome: boolean
  /** The words of the conditions that go beyond what every school has to see to. */
  conditions: string[]
  schools: number
  projects: number
}

/** So many apps side by side. */
export const COMPARED = { min: 2, max: 3 } as const

/** An app as the directory looks through them. */
export type Shelved = {
  id: string
  subjects: string[]
  gradeBands: string[]
  schoolForms: string[]
  functionTags: string[]
  kind: ProductKind
  costModel: CostModel
  offlineUse: OfflineUse
  advertising: Advertising
} & Stood

/** What may be said of an app on the whole: its best use for the reader. */
export type Stood = {
  standing: StandingName
  until: string | null
  /** The release that this rests on. */
  releaseId: string | null
}

export type Alternative = Pick<Stood, 'standing' | 'until'> & { slug: string; name: string }
