import { parseDate } from '@internationalized/date'
import type { Condition, Verdict } from '../standing/contract.ts'
import { type Decision, PILOT_MONTHS, type ReleaseMode, type ReleaseStep } from './contract.ts'

/** An opinion as far as a release hangs on it. */
export type SignedOpinion = {
  id: string
  scenarioId: string
  verdict: Verdict
  conditions: Condition[]
  recommendedUntil: string | null
}

const POSITIVE: readonly Verdict[] = [
  'no_personal_data',
  'no_objection',
  'no_objection_with_conditions',
]

/** What follows of an opinion: a release at once, a pilot, the end of what runs, a decision that waits, nothing. */
export type Course = 'release' | 'pilot' | 'end' | 'wait' | 'none'

export function courseOf(verdict: Verdict, mode: ReleaseMode, projectId: string | null): Course {
  if (verdict === 'objection') return 'end'
  if (verdict === 'not_assessable') return 'none'
  if (mode === 'by_authority') return 'wait'
  if (POSITIVE.includes(verdict)) return 'release'
  // Where a pilot belongs, somebody has to say.
  return projectId === null ? 'wait' : 'pilot'
}

type Followed = {
  event: 'release' | 'hand_over'
  outcome: 'released' | 'pilot' | 'objection' | null
}

/** How a case goes on after all its opinions; what nobody could assess is for the Schulträger to answer. */
export function followedBy(courses: Course[]): Followed {
  if (courses.includes('wait')) return { event: 'hand_over', outcome: null }
  if (courses.includes('release')) return { event: 'release', outcome: 'released' }
  if (courses.includes('pilot')) return { event: 'release', outcome: 'pilot' }
  if (courses.includes('end')) return { event: 'release', outcome: 'objection' }
  return { event: 'hand_over', outcome: null }
}

/** The last day of a pilot: as recommended, but never more than half a year. */
export function pilotEnd(today: string, recommended: string | null): string {
  const longest = parseDate(today).add({ months: PILOT_MONTHS }).toString()
  return recommended !== null && recommended < longest ? recommended : longest
}

/** What a release says, whoever decides it. */
export type ReleaseContent = {
  kind: 'general' | 'pilot'
  projectId: string | null
  conditions: Condition[]
  validUntil: string
  schoolForms: string[]
  gradeMin: number | null
  gradeMax: number | null
  /** Null: all schools. */
  schoolIds: string[] | null
}

/** Is it more than the opinion allows? Then a reason and a second person are needed. */
export function deviates(
  { verdict, conditions, recommendedUntil }: SignedOpinion,
  content: Pick<ReleaseContent, 'kind' | 'conditions' | 'validUntil'>,
): boolean {
  if (verdict === 'objection' || verdict === 'not_assessable') return true
  if (verdict === 'pilot_only' && content.kind !== 'pilot') return true
  if (recommendedUntil !== null && content.validUntil > recommendedUntil) return true
  const kept = new Set(content.conditions.map(({ id }) => id))
  return conditions.some(({ id, isMandatory }) => isMandatory && !kept.has(id))
}

/** Which opinions a decision of the Schulträger can follow without deviating. */
export function canFollow(decision: Decision, verdict: Verdict): boolean {
  if (decision === 'refuse') return true
  if (decision === 'pilot') return verdict === 'pilot_only' || POSITIVE.includes(verdict)
  return POSITIVE.includes(verdict)
}

export type ReleaseState = 'running' | 'suspended' | 'ended'

export function stateOf(release: { endedAt: Date | null; suspendedAt: Date | null }): ReleaseState {
  if (release.endedAt !== null) return 'ended'
  return release.suspendedAt === null ? 'running' : 'suspended'
}

const STEPS: Record<ReleaseState, readonly ReleaseStep[]> = {
  running: ['suspend', 'withdraw'],
  suspended: ['resume', 'withdraw'],
  ended: [],
}

/** What can be done with a release in this state. */
export const stepsFrom = (state: ReleaseState): readonly ReleaseStep[] => STEPS[state]

type Frame = Pick<ReleaseContent, 'schoolForms' | 'gradeMin' | 'gradeMax'>

const gradesOf = ({ gradeMin, gradeMax }: Frame) => ({ from: gradeMin ?? 1, to: gradeMax ?? 13 })

/** Is a frame one at all, and no wider than another? No forms and no years mean all of them. */
export function isInside(frame: Frame, other: Frame): boolean {
  const [own, limit] = [gradesOf(frame), gradesOf(other)]
  const isInGrades = own.from >= limit.from && own.to <= limit.to && own.from <= own.to
  const isInForms =
    other.schoolForms.length === 0 ||
    (frame.schoolForms.length > 0 &&
      frame.schoolForms.every((form) => other.schoolForms.includes(form)))
  return isInGrades && isInForms
}
