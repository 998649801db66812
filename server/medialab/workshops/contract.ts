export const WORKSHOP_KINDS = ['workshop', 'training', 'network_meeting', 'open_lab'] as const
export type WorkshopKind = (typeof WORKSHOP_KINDS)[number]

export const WORKSHOP_STATES = ['draft', 'published', 'cancelled', 'done'] as const
export type WorkshopState = (typeof WORKSHOP_STATES)[number]

export const SEAT_STATES = [
  'waiting',
  'offered',
  'requested',
  'taken',
  'withdrawn',
  'declined',
  'expired',
  'rejected',
] as const
export type SeatState = (typeof SEAT_STATES)[number]

/** Of these a person has one at most. */
export const LIVE_STATES = ['waiting', 'offered', 'requested', 'taken'] as const
type LiveState = (typeof LIVE_STATES)[number]

export const isLive = (state: SeatState | null | undefined): state is LiveState =>
  (LIVE_STATES as readonly string[]).includes(state ?? '')

/** How a published workshop stands at a moment. */
export type Standing =
  'draft' | 'cancelled' | 'done' | 'over' | 'running' | 'closed' | 'full' | 'open'

/** Who a workshop can be meant for; roles that nobody comes for are left out. */
export const AUDIENCE_ROLES = [
  'teacher',
  'trainee',
  'digital_officer',
  'first_level_admin',
  'deputy_principal',
  'principal',
  'facilitator',
  'media_advisor',
] as const

/** A seat given up can be had again for ten seconds; the answer needs some on its way. */
export const UNDO_SECONDS = 15

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 120 },
  description: 6000,
  place: 200,
  url: 500,
  leaders: 200,
  /** Presence is ticked in one form, which takes 400 fields. */
  seats: 300,
  reason: 500,
  material: 120,
  materials: 30,
} as const
