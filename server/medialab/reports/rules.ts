import { GRADE_BANDS, type GradeBand } from '#server/accounts/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { RECOMMENDATIONS, REPORT_PARAMS, type ReportFilter } from './contract.ts'

/** The band of a year group of a booking: a first guess for the form. */
export function bandOf(grade: number | null): GradeBand | '' {
  if (grade === null || grade < 1) return ''
  return (
    GRADE_BANDS.find((band) => {
      const [from = 0, to = 0] = band.split('-').map(Number)
      return from <= grade && grade <= to
    }) ?? ''
  )
}

/** What an address asks; what is unknown counts as not chosen. */
export function reportFilterFrom(asked: URLSearchParams): ReportFilter {
  const one = <Value extends string>(allowed: readonly Value[], name: string): Value | '' =>
    allowed.find((value) => value === asked.get(name)) ?? ''
  return {
    offer: /^[a-z0-9-]{1,80}$/.exec(asked.get(REPORT_PARAMS.offer) ?? '')?.[0] ?? '',
    schoolForm: one(SCHOOL_FORMS, REPORT_PARAMS.schoolForm),
    recommendation: one(RECOMMENDATIONS, REPORT_PARAMS.recommendation),
  }
}
