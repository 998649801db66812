import type { Dimension } from '#server/plg/inquiry/contract.ts'

export const KINDS = ['teaching_development', 'innovation'] as const
export type Kind = (typeof KINDS)[number]

export const STATUSES = ['draft', 'planned', 'running', 'completed', 'stopped'] as const
export type Status = (typeof STATUSES)[number]

/** What is known of a piece of software until the directory answers. */
export const SOFTWARE_STATUSES = [
  'unknown',
  'released',
  'pilot_release',
  'no_personal_data',
] as const
export type SoftwareStatus = (typeof SOFTWARE_STATUSES)[number]

/** Who reads it: the PLG alone, everybody confirmed in the network, or everybody. */
export const VISIBILITIES = ['plg', 'network', 'public'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const LICENCES = ['cc0', 'cc_by', 'cc_by_sa', 'all_rights_reserved'] as const
export type Licence = (typeof LICENCES)[number]

/** What each author says about the own name; `pending` shows none. */
export const NAME_USES = ['pending', 'named', 'anonymous'] as const
export type NameUse = (typeof NAME_USES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 160 },
  summary: { max: 2000 },
  name: { max: 120 },
  purpose: { max: 300 },
  pupils: 500,
} as const

/** So many rows of each a form takes; each row is several of the fields that the house reads of one form. */
export const ROWS = { software: 8, equipment: 6, classes: 6 } as const
export const MOST_AUTHORS = 12

export const PROJECTS_PER_PAGE = 20

/** What a Vorhaben is about, as its form, its page and its plain text show it. */
export type Outline = {
  kind: Kind
  subjects: string[]
  gradeBands: string[]
  competencies: string[]
  dimension: Dimension | null
  startsOn: string | null
  endsOn: string | null
}

export type Software = { name: string; purpose: string; status: SoftwareStatus }
export type Equipment = { name: string; note: string }
/** Numbers only, never names. */
export type SchoolClass = {
  schoolId: string
  school: string
  gradeBand: string
  subject: string
  pupils: number | null
}
export type Author = { personId: string; name: string; nameUse: NameUse }
