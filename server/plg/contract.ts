export const PLG_ROLES = ['lead', 'member', 'guest', 'facilitator'] as const
export type PlgRole = (typeof PLG_ROLES)[number]

export const JOINING = ['open', 'by_request', 'closed'] as const
export type Joining = (typeof JOINING)[number]
