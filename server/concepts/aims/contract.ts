export const AIM_KINDS = ['strategic', 'network'] as const
export type AimKind = (typeof AIM_KINDS)[number]
/** `withdrawn`: proposed, and taken back before it held. */
export const AIM_STATES = ['draft', 'in_force', 'ended', 'withdrawn'] as const
export type AimState = (typeof AIM_STATES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 140 },
  body: { max: 4000 },
  decision: { max: 1000 },
  comment: { max: 2000 },
  hiddenReason: { max: 300 },
} as const

/** How long schools have to comment on a proposal, in days. */
export const COMMENT_DAYS = { least: 7, usual: 28, most: 180 } as const

/** What a school says to a proposal. The reason of a hidden one is for its author and the SMZ. */
export type AimComment = {
  id: string
  school: string
  body: string
  at: Date
  isOwn: boolean
  hiddenReason: string | null
}

/** How things name it. */
export const THING = 'network-goal'
