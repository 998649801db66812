/** The same numbers stand as checks in the database. */
export const LIMITS = {
  text: 8000,
  rhythm: 300,
  timeBudget: 200,
  norm: 300,
} as const

/** More than a group can keep in mind at the start of a session. */
export const MOST_NORMS = 20
/** Versions of the agreement that the page shows. */
export const VERSIONS_SHOWN = 20

export const VERDICTS = ['kept', 'changed', 'dropped'] as const

/** A line the group can check itself by. */
export type Norm = {
  id: string
  text: string
  agreedAt: Date
  reviewedAt: Date | null
  /** The group has not looked at it in this cycle yet. */
  isDue: boolean
}
