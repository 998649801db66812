/** A column of a matrix: a band, a year, or a level of the school. */
export type Column = {
  key: string
  label: string
  /** Does the school teach it? Only there is something missing when nothing stands there. */
  isTaught: boolean
}

/** Pairs of years as Vorhaben name them, or single years. */
export const SPANS = ['bands', 'years'] as const
export type Span = (typeof SPANS)[number]

/** Single years; 'SEP' is the Schuleingangsphase of years 1 and 2. */
export const YEARS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'EF', 'Q1', 'Q2'] as const

/** What no column is for: grades that are no longer known, and things that name none. */
export const OTHER = 'weitere'

const LEVEL = /^(FOE|BK):/
/** "FOE:Mittelstufe": a level that the school has named itself. */
export const isLevel = (grade: string) => LEVEL.test(grade)

/** The grade as a person reads it. */
export function gradeName(grade: string): string {
  if (isLevel(grade)) return grade.replace(LEVEL, '')
  return GRADE_NAMES[grade] ?? grade
}

const GRADE_NAMES: Record<string, string> = {
  '1-2': '1/2',
  '3-4': '3/4',
  '5-6': '5/6',
  '7-8': '7/8',
  '9-10': '9/10',
  '11-13': 'EF–Q2',
  SEP: 'SEP (1/2)',
  vocational: 'Berufskolleg',
  [OTHER]: 'Weitere',
}
