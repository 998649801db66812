export const RECOMMENDATIONS = [
  'adopt',
  'adopt_with_conditions',
  'try_again',
  'do_not_adopt',
] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

/** The same numbers stand as checks in the database. */
export const CLOSING_LIMITS = {
  oneSentence: { max: 300 },
  text: { max: 4000 },
  effort: { max: 1000 },
} as const

export type ClosingReport = {
  oneSentence: string
  context: string
  approach: string
  result: string
  surprise: string
  wouldChange: string
  recommendation: Recommendation
  effort: string
  version: number
}
