import { UNDO_DAYS } from '../../contract.ts'
import type { StandingName } from '../../standing/contract.ts'
import type { Likeness } from './likeness/rules.ts'

/** Why two entries may be one, in words. */
export function reasonOf({ alike, isSameVendor, isSameSite, isSameApp }: Likeness): string {
  const reasons = [
    isSameVendor && 'gleicher Anbieter',
    isSameSite && 'gleiche Adresse im Netz',
    isSameApp && 'gleiche Nummer im App Store',
    `ähnlicher Name ${Math.round(alike * 100)} %`,
  ]
  return reasons.filter(Boolean).join(', ')
}

const UNDECIDED: StandingName[] = ['not_reviewed', 'in_review']

/** Two results that differ are for those who review; one result, or two of the same, can lie in one entry. */
export const isContradiction = (one: StandingName, other: StandingName): boolean =>
  one !== other && !UNDECIDED.includes(one) && !UNDECIDED.includes(other)

const DAY = 86_400_000

export const canUndo = (mergedAt: Date, at: Date): boolean =>
  at.getTime() - mergedAt.getTime() <= UNDO_DAYS * DAY
