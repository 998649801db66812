import type { SchoolForm } from '#server/schools/contract.ts'
import { type Column, gradeName, isLevel, OTHER, type Span, YEARS } from './contract.ts'

const BANDS: Record<string, readonly string[]> = {
  '1-2': ['1', '2'],
  '3-4': ['3', '4'],
  '5-6': ['5', '6'],
  '7-8': ['7', '8'],
  '9-10': ['9', '10'],
  '11-13': ['EF', 'Q1', 'Q2'],
}
const BAND_OF = new Map(
  Object.entries(BANDS).flatMap(([band, years]) => years.map((year) => [year, band] as const)),
)
const isYear = (grade: string) => (YEARS as readonly string[]).includes(grade)

const PRIMARY = ['1-2', '3-4']
const LOWER = ['5-6', '7-8', '9-10']

/** What a school of this form teaches. Of the others one cannot know: there it is what stands in the concept. */
const TAUGHT: Partial<Record<SchoolForm, string[]>> = {
  primary: PRIMARY,
  lower_secondary: LOWER,
  intermediate_secondary: LOWER,
  combined_secondary: LOWER,
  comprehensive: [...LOWER, '11-13'],
  grammar: [...LOWER, '11-13'],
  community: LOWER,
  waldorf: [...PRIMARY, ...LOWER, '11-13'],
}
/** Schools without years of their own that name no levels yet see the bands, and none of them as missing. */
const PERHAPS: Partial<Record<SchoolForm, string[]>> = {
  special_needs: [...PRIMARY, ...LOWER],
  hospital: [...PRIMARY, ...LOWER],
  adult_education: ['11-13'],
  vocational: ['vocational'],
}

export type Given = {
  form: SchoolForm
  span: Span
  /** Levels that the school has named, in its order. */
  levels: string[]
  /** All grades that stand in the marks. */
  grades: string[]
}

/** The columns of a matrix: what the Schulform teaches, and whatever else something stands at. */
export function columnsOf(given: Given): Column[] {
  const place = placing(given)
  const taught = new Set(place.taught)
  const there = given.grades.flatMap((grade) => place.of(grade))
  const levels = [...new Set([...given.levels, ...there.filter(isLevel).sort()])]
  const all = new Set([...place.base, ...there, ...taught])
  const keys = [
    ...place.order.filter((key) => all.has(key)),
    ...levels,
    ...['vocational', OTHER].filter((key) => all.has(key)),
  ]
  return keys.map((key) => ({
    key,
    label: gradeName(key),
    isTaught: taught.has(key) || isLevel(key),
  }))
}

/** In which columns a thing stands that is for this grade: in years view a Vorhaben for 5/6 in both. */
export const placesOf = (given: Given) => placing(given).of

const ORDERED_BANDS = Object.keys(BANDS)

function placing({ form, span, levels, grades }: Given) {
  const hasLevels = levels.length > 0
  const taught = TAUGHT[form] ?? []
  const base = taught.length > 0 || hasLevels ? taught : (PERHAPS[form] ?? [])
  if (span === 'bands') return { order: ORDERED_BANDS, taught, base, of: ofBand }
  // Years 1 and 2 are one Eingangsphase unless the school keeps them apart.
  const isApart = grades.includes('1') || grades.includes('2')
  const spread = (band: string): readonly string[] =>
    band === '1-2' && !isApart ? ['SEP'] : (BANDS[band] ?? [band])
  const entry = isApart ? ['1', '2'] : ['SEP']
  const of = (grade: string): readonly string[] => {
    if (grade === 'SEP' || grade === '1-2') return entry
    if (isYear(grade)) return [grade]
    return BANDS[grade] ? spread(grade) : ofBand(grade)
  }
  const order = [...entry, ...YEARS.slice(2)]
  return { order, taught: taught.flatMap(spread), base: base.flatMap(spread), of }
}

function ofBand(grade: string): readonly string[] {
  if (isLevel(grade) || grade === 'vocational' || BANDS[grade]) return [grade]
  if (grade === 'SEP') return ['1-2']
  return [BAND_OF.get(grade) ?? OTHER]
}
