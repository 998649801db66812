import type { Kind } from '#server/plg/contract.ts'

export const LARGEST_FILE = 1024 * 1024
export const MOST_ROWS = 2_000
export const LONGEST_ORIGIN = 200

/** A row as it stands in the file; `line` is for sentences about it. */
export type RawRow = {
  line: number
  group: string
  kind: string
  programme: string
  question: string
  school: string
  email: string
  role: string
  eventAt: string
  eventTitle: string
  documentTitle: string
  documentLink: string
}

export const IMPORT_ROLES = ['lead', 'member', 'guest'] as const
export type ImportRole = (typeof IMPORT_ROLES)[number]

export type PlannedPerson = {
  email: string
  role: ImportRole
  /** The school the list names, by name. */
  school: string | null
  isNew: boolean
  /** Null when the reader is not to know. */
  hasAccount: boolean | null
}

export type PlannedSession = { title: string; startsAt: Date; endsAt: Date }
export type PlannedLink = { title: string; href: string }

export type PlannedGroup = {
  title: string
  kind: Kind
  programmeId: string | null
  programme: string | null
  question: string
  /** Null when it is not there yet. */
  plgId: string | null
  /** It is there and closed by now: who imports learns nothing of it and changes nothing. */
  isClosed: boolean
  schools: string[]
  people: PlannedPerson[]
  sessions: PlannedSession[]
  documents: PlannedLink[]
  /** What cannot be taken over, one a line. */
  left: string[]
}

/** What applying would do; with problems nothing is applied. */
export type ImportPlan = { groups: PlannedGroup[]; problems: string[]; hints: string[] }

export type ImportFigures = {
  groups: number
  known: number
  invitations: number
  sessions: number
  documents: number
  /** Dates without a time and documents without a link, one a line. */
  left: string[]
}
