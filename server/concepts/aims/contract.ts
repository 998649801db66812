export const AIM_KINDS = ['strategic', 'network'] as const
export type AimKind = (typeof AIM_KINDS)[number]
export const AIM_STATES = ['draft', 'in_force', 'ended'] as const
export type AimState = (typeof AIM_STATES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = { title: { min: 3, max: 140 }, body: { max: 4000 } } as const
