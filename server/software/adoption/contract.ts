export const ADOPTION_STATUSES = ['considering', 'in_use', 'pilot', 'stopped', 'not_used'] as const
export type AdoptionStatus = (typeof ADOPTION_STATUSES)[number]

export const AVV_STATUSES = ['not_needed', 'open', 'signed'] as const
export type AvvStatus = (typeof AVV_STATUSES)[number]
/** How a form says it: also by joining a contract that others have signed. */
export const AVV_CHOICES = [...AVV_STATUSES, 'join'] as const

/** What a school still has to see to. */
export const GAPS = ['review', 'avv', 'vvt', 'parents', 'conditions'] as const
export type Gap = (typeof GAPS)[number]

export const LIMITS = { note: 1000, wish: 500 } as const
export const PAGE_SIZE = 50
