export const PLG_ROLES = ['lead', 'member', 'guest', 'facilitator'] as const
export type PlgRole = (typeof PLG_ROLES)[number]

export const JOINING = ['open', 'by_request', 'closed'] as const
export type Joining = (typeof JOINING)[number]

/** The life of a PLG (product.md, section 3); `paused` is a side state of its own. */
export const PHASES = [
  'idea',
  'forming',
  'focus',
  'design',
  'trial',
  'evaluate',
  'transfer',
  'closed',
] as const
export type Phase = (typeof PHASES)[number]

/** The phases a lead chooses from; closing is an act of its own. */
export const OPEN_PHASES = PHASES.filter((phase) => phase !== 'closed')

/** The six steps of the bar. An idea stands before the first one. */
export const STEPS = OPEN_PHASES.filter((phase) => phase !== 'idea')

export const CONSENTS = ['open', 'granted', 'refused'] as const
export type Consent = (typeof CONSENTS)[number]

export type SeatState = 'requested' | 'invited' | 'active'

/** What an invitation can be for. */
export const INVITED_ROLES = ['member', 'guest'] as const
export type InvitedRole = (typeof INVITED_ROLES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 120 },
  question: 300,
  summary: 4000,
  message: 1000,
  reason: 1000,
} as const

/** G1: so many schools with the consent of their principal before a PLG sets its focus (plg.md, section 3). */
export const SCHOOLS_FOR_FOCUS = 2

/** How long leaving and removing can be taken back. */
export const UNDO_MINUTES = 60

/** Invitations nobody answered are forgotten after so many days (safety.md AU-7). */
export const INVITATION_DAYS = 14

/** A PLG as everybody sees it who may see it at all. */
export type PlgCard = {
  id: string
  slug: string
  title: string
  question: string
  joining: Joining
  phase: Phase
  isPaused: boolean
  seeksMembers: boolean
  subjects: string[]
  gradeBands: string[]
  /** Names of the schools that count: somebody of them is in, and their principal has not refused. */
  schools: string[]
  members: number
  /** The reader's own place in it. */
  seat: { role: PlgRole; state: SeatState } | null
}

export type SchoolChoice = { value: string; label: string }
