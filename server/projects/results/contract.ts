import type { Recommendation } from '../closing/contract.ts'
import type { Kind, Visibility } from '../contract.ts'

export const RESULTS_PER_PAGE = 20

/** What a list of published Vorhaben is asked for; '' is not chosen. */
export type ResultSearch = {
  q: string
  subject: string
  gradeBand: string
  competency: string
  kind: string
  recommendation: string
}

export const FACETS = ['subject', 'gradeBand', 'competency', 'kind', 'recommendation'] as const
export type Facet = (typeof FACETS)[number]

/** The names of the facets in an address. */
export const FACET_PARAMS: Record<Facet, string> = {
  subject: 'fach',
  gradeBand: 'jahrgang',
  competency: 'mkr',
  kind: 'art',
  recommendation: 'empfehlung',
}

export type ResultLine = {
  id: string
  path: string
  title: string
  summary: string
  kind: Kind
  visibility: Visibility
  subjects: string[]
  gradeBands: string[]
  competencies: string[]
  recommendation: Recommendation | null
  publishedAt: Date | null
  tries: number
}
