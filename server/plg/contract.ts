export const PLG_ROLES = ['lead', 'member', 'guest', 'facilitator'] as const
export type PlgRole = (typeof PLG_ROLES)[number]

export const JOINING = ['open', 'by_request', 'closed'] as const
export type Joining = (typeof JOINING)[number]

/** What a group is: all live in the same workspace, each with its own defaults (MEP 3.6). */
export const KINDS = [
  'plg',
  'visit_ring',
  'concept_group',
  'subject_team',
  'network_group',
  'supervision',
  'principals_circle',
] as const
export type Kind = (typeof KINDS)[number]

type KindDefaults = {
  joining: Joining
  /** Closed for good, and nothing of it leaves: no school consents to it, no gate asks what comes of it. */
  isWalled: boolean
  /** Sessions are minuted unless the group says otherwise. */
  keepsMinutes: boolean
  foundedBy: 'teachers' | 'heads'
}
export const KIND_DEFAULTS: Record<Kind, KindDefaults> = {
  plg: { joining: 'open', isWalled: false, keepsMinutes: true, foundedBy: 'teachers' },
  visit_ring: { joining: 'by_request', isWalled: false, keepsMinutes: true, foundedBy: 'teachers' },
  concept_group: {
    joining: 'by_request',
    isWalled: false,
    keepsMinutes: true,
    foundedBy: 'teachers',
  },
  subject_team: { joining: 'open', isWalled: false, keepsMinutes: true, foundedBy: 'teachers' },
  network_group: { joining: 'open', isWalled: false, keepsMinutes: true, foundedBy: 'teachers' },
  supervision: { joining: 'closed', isWalled: true, keepsMinutes: false, foundedBy: 'teachers' },
  principals_circle: { joining: 'closed', isWalled: true, keepsMinutes: true, foundedBy: 'heads' },
}
/** Is nothing but the time of what is agreed inside to leave the house, for a calendar on a phone? */
export const isUnnamed = ({ kind, joining }: { kind: Kind; joining: string }) =>
  joining === 'closed' || KIND_DEFAULTS[kind].isWalled
/** Those one can come across. */
export const FINDABLE_KINDS = KINDS.filter((kind) => !KIND_DEFAULTS[kind].isWalled)

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
  kind: Kind
  /** The programme it comes from. */
  programme: string | null
  joining: Joining
  phase: Phase
  /** A calendar day, "2027-01-31". */
  phaseUntil: string | null
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
