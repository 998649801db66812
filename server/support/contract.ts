/** What a PLG can ask for (the plan: Begleitung, Beratung, Moderation, Fortbildung, Förderung). */
export const SUPPORT_KINDS = [
  'accompaniment',
  'consultation',
  'facilitation',
  'training',
  'funding',
] as const
export type SupportKind = (typeof SUPPORT_KINDS)[number]

/** Who answers: the holders of a network role. */
export const ADDRESSEES = [
  'smz_staff',
  'media_advisor',
  'subject_advisor',
  'school_authority_staff',
] as const
export type Addressee = (typeof ADDRESSEES)[number]

/** Where a request goes when nobody chooses otherwise. */
export const DEFAULT_ADDRESSEE: Record<SupportKind, Addressee> = {
  accompaniment: 'smz_staff',
  consultation: 'media_advisor',
  facilitation: 'smz_staff',
  training: 'media_advisor',
  funding: 'school_authority_staff',
}

export const REQUEST_STATES = ['open', 'accepted', 'declined', 'done', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]
export const REQUEST_EVENTS = ['accept', 'decline', 'finish', 'withdraw'] as const
export type RequestEvent = (typeof REQUEST_EVENTS)[number]

export const CALL_STATES = ['draft', 'published', 'withdrawn'] as const
export type CallState = (typeof CALL_STATES)[number]
export const CALL_KINDS = ['teaching_development', 'innovation'] as const
export type CallKind = (typeof CALL_KINDS)[number]

export const FUNDING_STATES = [
  'draft',
  'submitted',
  'in_review',
  'queries',
  'approved',
  'approved_partly',
  'rejected',
  'withdrawn',
  'paid',
  'accounted',
  'closed',
] as const
export type FundingState = (typeof FUNDING_STATES)[number]

export const FUNDING_EVENTS = [
  'submit',
  'takeUp',
  'ask',
  'answer',
  'approve',
  'reject',
  'withdraw',
  'pay',
  'account',
  'close',
] as const
export type FundingEvent = (typeof FUNDING_EVENTS)[number]

/** The same numbers stand as checks in the database. Amounts are whole cents. */
export const LIMITS = {
  requestText: 4000,
  answer: 4000,
  callTitle: { min: 3, max: 160 },
  callText: 8000,
  text: 4000,
  itemText: 300,
  items: 20,
  quantity: 10_000,
  unitCents: 1_000_000_000,
  /** All of an application, its own share, what is granted, one proof. */
  cents: 10_000_000_000,
  budgetCents: 100_000_000_000,
  proofs: 200,
} as const

export const FIRST_YEAR = 2020
export const LAST_YEAR = 2100

/** What a costs line is, and what it comes to. */
export type CostItem = { text: string; quantity: number; unitCents: number }
