export const OFFER_KINDS = ['room', 'zone', 'station', 'set', 'advice', 'event'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

/** Of sets: what all schools shall get one day, what goes further, what nobody has taught with yet. */
export const CLASSES = ['base', 'extended', 'innovation'] as const
export type OfferClass = (typeof CLASSES)[number]

/** The places of a Digital Making Place. */
export const FIELDS = ['visual', 'audio', 'haptic_tinker', 'coding_flex', 'special_needs'] as const
export type Field = (typeof FIELDS)[number]

export const DATE_STATES = [
  'requested',
  'confirmed',
  'prepared',
  'out',
  'partly_back',
  'back',
  'closed',
  'rejected',
  'cancelled',
  'no_show',
  'expired',
] as const
export type DateState = (typeof DATE_STATES)[number]

/** Whose claims hold nothing any more; the database says the same. */
export const ENDED_STATES = ['closed', 'rejected', 'cancelled', 'no_show', 'expired'] as const

export const HOURS_PURPOSES = ['open', 'handover', 'advice', 'events'] as const
export type HoursPurpose = (typeof HOURS_PURPOSES)[number]

export const CLOSURE_EFFECTS = ['closed', 'no_handover'] as const
export type ClosureEffect = (typeof CLOSURE_EFFECTS)[number]

/** A rule of lending over school holidays. */
export const HOLIDAY_RULES = ['not_counted', 'counted', 'not_allowed', 'with_approval'] as const
export type HolidayRule = (typeof HOLIDAY_RULES)[number]

export const APPROVALS = ['auto', 'smz', 'smz_and_principal'] as const
export type Approval = (typeof APPROVALS)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  name: { min: 1, max: 120 },
  summary: 300,
  description: 6000,
  purpose: { min: 1, max: 300 },
  phone: 40,
  reason: 500,
  participants: 1000,
  quantity: 10_000,
  /** Dates of one series. */
  series: 20,
  /** Offers in one basket. */
  basket: 10,
} as const
