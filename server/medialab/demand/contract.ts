import type { OfferKind } from '../contract.ts'

export const UNMET_REASONS = [
  'occupied',
  'limit',
  'no_staff',
  'not_available',
  'closed',
  'rule',
  'rejected',
  'expired',
  'not_found',
] as const
export type UnmetReason = (typeof UNMET_REASONS)[number]

/** Something that a school wanted and did not get. No person stands here. */
export type Unmet = {
  schoolId: string | null
  offerId: string | null
  kind: OfferKind | 'workshop' | null
  /** What was looked for, when nothing was found at all. */
  wanted: string
  startsAt: Date | null
  endsAt: Date | null
  quantity: number
  reason: UnmetReason
}

/** By what the figures are put together. */
export const DEMAND_BY = ['offer', 'reason', 'month', 'schoolForm', 'district'] as const
export type DemandBy = (typeof DEMAND_BY)[number]

export type DemandLine = {
  /** A slug, a reason, "2026-11", ...; '' where nothing of the kind is known. */
  key: string
  label: string
  /** How often it was wanted, and how many pieces in all. */
  wishes: number
  pieces: number
  schools: number | null
}
