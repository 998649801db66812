import type { DayFact } from '#server/schools/calendar/contract.ts'

export const ANSWERS = ['yes', 'if_needed', 'no'] as const
export type Answer = (typeof ANSWERS)[number]

export type PollState = 'open' | 'decided' | 'cancelled'

export const LIMITS = { title: 120, note: 1000, slots: 12 } as const
export const POLLS_SHOWN = 20

/** One suggested time, with what is free on that day and who could come. */
export type Slot = {
  id: string
  startsAt: Date
  endsAt: Date
  dayFacts: DayFact[]
  answers: Record<Answer, string[]>
  own: Answer | null
}
