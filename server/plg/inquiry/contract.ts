/** Where a change takes hold (Bonsen/Rolff; also of goals in media concepts). */
export const DIMENSIONS = [
  'teaching',
  'staff',
  'organisation',
  'technology',
  'cooperation',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  question: 300,
  shouldLearn: 2000,
  knownBy: 2000,
  evidence: 4000,
  goal: 1000,
  measure: 1000,
  outOfScope: 2000,
} as const

/** What a PLG works on in one cycle. */
export type Inquiry = {
  question: string
  shouldLearn: string
  knownBy: string
  evidence: string
  goal: string
  measure: string
  dueOn: string | null
  dimension: Dimension | null
  outOfScope: string
}
