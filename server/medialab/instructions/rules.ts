import { parseDate } from '@internationalized/date'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { ENDS_SOON_DAYS, type ProofState } from './contract.ts'

/** The last day on which an instruction of this day holds; null: for good. */
export const validUntil = (givenOn: LocalDay, months: number | null): LocalDay | null =>
  months === null ? null : parseDate(givenOn).add({ months }).toString()

export function stateOf(
  { until, isRevoked }: { until: LocalDay | null; isRevoked: boolean },
  today: LocalDay,
): ProofState {
  if (isRevoked) return 'revoked'
  if (until === null) return 'valid'
  if (until < today) return 'over'
  return until <= parseDate(today).add({ days: ENDS_SOON_DAYS }).toString() ? 'ends_soon' : 'valid'
}
