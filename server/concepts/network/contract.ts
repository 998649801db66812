import type { GoalStatus } from '../goals/contract.ts'
import type { ChapterKind } from '../contract.ts'

export const PAGE_SIZE = 12
/** Places named of one concept; who wants more opens it. */
export const MOST_HITS = 3
/** How many schools are laid beside each other. */
export const COMPARED = { min: 2, max: 3 } as const

export const FACETS = ['form', 'district', 'competency', 'subject', 'chapter', 'dimension'] as const
export type FacetName = (typeof FACETS)[number]
export type FacetCount = { value: string; count: number }

/** What is looked for; '' where everything will do. */
export type ConceptSearch = { q: string } & Record<FacetName, string>

/** A text cut into what was looked for and the rest; never HTML. */
export type Piece = { text: string; isMatch: boolean }

/** Where in a concept the words stand. */
export type Hit = {
  kind: ChapterKind | 'goal'
  title: string
  path: string
  excerpt: Piece[]
}

export type ConceptCard = {
  id: string
  school: { slug: string; name: string; form: string; district: string | null }
  title: string
  number: number
  publishedAt: Date
  path: string
  hits: Hit[]
}

/** A goal of a published version, as another school may take it over. */
export type PublishedGoal = {
  versionId: string
  position: number
  title: string
  school: { slug: string; name: string; form: string }
  path: string
  status: GoalStatus
  competencies: string[]
  /** Why it is shown beside a goal of one's own. */
  why: ('network_goal' | 'competency' | 'title')[]
}
