/** The same numbers stand as checks in the database. */
export const TRIAL_LIMITS = { lessons: 200, text: { max: 4000 } } as const

/** Nobody tries the same thing more often; a page shows them all. */
export const MOST_TRIALS = 200

export type Trial = {
  id: string
  heldOn: string
  school: string
  teacher: string
  gradeBand: string
  subject: string
  lessons: number
  what: string
  pupilsReaction: string
  problem: string
  version: number
  canChange: boolean
}
