export const VISIT_STATES = [
  'requested',
  'accepted',
  'declined',
  'held',
  'debriefed',
  'cancelled',
] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** Who reads focus, observation and debrief beside the host. */
export const SHARING = ['none', 'pair', 'plg'] as const
export type Sharing = (typeof SHARING)[number]

export const RELEASES = ['open', 'granted', 'refused'] as const
export type Release = (typeof RELEASES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  lesson: { min: 3, max: 200 },
  focus: 2000,
  observation: 8000,
  debrief: 8000,
  reason: 500,
} as const

/** How long a host can bring back a visit they took away. */
export const UNDO_HOURS = 24

export const PAGE_SIZE = 20

/** A visit as the lists of those show it who may see it. */
export type VisitCard = {
  id: string
  number: number
  path: string
  lesson: string
  state: VisitState
  startsAt: Date
  endsAt: Date
  host: string | null
  school: string
  isHost: boolean
  releases: { open: number; refused: number; all: number }
}
