import { parseDate } from '@internationalized/date'
import {
  type Condition,
  GRACE_DAYS,
  ROUTINE_CONDITIONS,
  type Scope,
  type Standing,
  type StandingName,
  type Verdict,
} from './contract.ts'

/** A release as far as its standing goes. Days are ISO dates in local time. */
export type ReleaseRecord = {
  id: string
  kind: 'general' | 'pilot' | 'standard'
  conditions: Condition[]
  validFrom: string
  validUntil: string
  decidedAt: Date
  endedAt: Date | null
  endedAs: 'withdrawn' | 'superseded' | 'expired' | null
  suspendedAt: Date | null
  verdict: Verdict | null
}

/** All that is on record of one scenario, newest first. */
export type Records = {
  scenarioId: string
  releases: ReleaseRecord[]
  opinions: { verdict: Verdict; givenAt: Date }[]
  /** When the Schulträger did not release it. */
  refusals: { decidedAt: Date }[]
  hasOpenCase: boolean
}

/**
 * What may be said of a scenario on this day (data-protection-review.md, "Derived display status"). Whatever was
 * decided last counts: an objection after a release, or a release in spite of it. `standing/sql.ts` says the same for
 * lists; a property test holds both together.
 */
export function standingOf(records: Records, today: string): Standing {
  const refusedAt = refusalOf(records)
  const general = records.releases.find(isGeneral)
  if (general && !refusedAt && isRunning(general, today)) return released(records, general)
  const pilot = records.releases.find((one) => one.kind === 'pilot' && isRunning(one, today))
  if (pilot && !(refusedAt && pilot.decidedAt < refusedAt))
    return { ...released(records, pilot), name: 'pilot' }
  if (refusedAt) return without(records, 'not_approved', refusedAt)
  if (general && isInGrace(general, today))
    return { ...released(records, general), name: 'expired' }
  return without(records, records.hasOpenCase ? 'in_review' : 'not_reviewed', null)
}

const isGeneral = ({ kind }: ReleaseRecord) => kind !== 'pilot'

/** Ended, suspended, not begun or past its day: no release any more, whether or not a job has noticed. */
export const isRunning = (release: ReleaseRecord, today: string): boolean =>
  release.endedAs === null &&
  release.suspendedAt === null &&
  release.validFrom <= today &&
  today <= release.validUntil

/** Past its day, but not long enough for that to be forgotten. */
export const isInGrace = (
  { validUntil, endedAs }: Pick<ReleaseRecord, 'validUntil' | 'endedAs'>,
  today: string,
): boolean =>
  (endedAs === null || endedAs === 'expired') &&
  validUntil < today &&
  today <= parseDate(validUntil).add({ days: GRACE_DAYS }).toString()

/** Since when a refusal stands; undefined when none does. */
function refusalOf({ releases, opinions, refusals }: Records): Date | undefined {
  const release = releases.find(isGeneral)
  const [opinion] = opinions
  const said = [opinion?.verdict === 'objection' && opinion.givenAt, refusals[0]?.decidedAt]
  const [last] = said
    .filter((at) => at instanceof Date)
    .filter((at) => !release || release.decidedAt < at)
    .toSorted((one, other) => Number(other) - Number(one))
  if (last) return last
  if (release?.endedAs === 'withdrawn') return release.endedAt ?? undefined
  return release?.endedAs === null ? (release.suspendedAt ?? undefined) : undefined
}

function released(records: Records, release: ReleaseRecord): Standing {
  return {
    name: nameOf(release),
    until: release.validUntil,
    since: release.decidedAt,
    conditions: release.conditions,
    scenarioId: records.scenarioId,
    releaseId: release.id,
  }
}

function nameOf({ verdict, conditions }: ReleaseRecord): StandingName {
  if (conditions.some(isSpecial)) return 'approved_with_conditions'
  return verdict === 'no_personal_data' ? 'approved_no_data' : 'approved'
}

/** Every school has to do the routine ones, whatever the product. */
export const isSpecial = ({ kind, isMandatory }: Condition): boolean =>
  isMandatory && !(ROUTINE_CONDITIONS as readonly string[]).includes(kind)

const without = (records: Records, name: StandingName, since: Date | null): Standing => ({
  name,
  until: null,
  since,
  conditions: [],
  scenarioId: records.scenarioId,
  releaseId: null,
})

/** Does a scope hold for this form of school and year? What is not named holds for all. */
export function isWithin(scope: Scope, form: string | null, grade: number | null): boolean {
  const isForm = form === null || scope.schoolForms.length === 0 || scope.schoolForms.includes(form)
  const isGrade =
    grade === null || (grade >= (scope.gradeMin ?? 1) && grade <= (scope.gradeMax ?? 13))
  return isForm && isGrade
}
