export const LONGEST = { description: 4_000, page: 500, contact: 254, answer: 4_000 }

export type BarrierReport = {
  id: string
  number: number
  page: string
  description: string
  contact: string
  /** The contact is a mail address, so the answer will be sent there. */
  isMailed: boolean
  at: Date
  /** Until when an answer is due, and how many days that is from today; negative when it is late. */
  dueAt: Date
  daysLeft: number
}

export type HandledBarrier = BarrierReport & { answer: string; handledAt: Date; handledBy: string }
