export const TRANSFER_STATES = ['open', 'done', 'not_adopted'] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

/** The same numbers stand as checks in the database. */
export const TRANSFER_LIMITS = {
  text: { max: 2000 },
  toWhom: { max: 500 },
  reason: { max: 1000 },
} as const

/** What a school takes home from one cycle of a PLG. */
export type TransferSheet = {
  cycle: number
  schoolId: string
  school: string
  take: string
  toWhom: string
  how: string
  dueOn: string | null
  need: string
  result: string
  state: TransferState
  reason: string
  version: number
  changedAt: Date
}
