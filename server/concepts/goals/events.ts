import { event } from '#server/platform/bus.ts'

/** Somebody else made these people responsible. */
export const goalGiven = event<{ goalId: string; actorId: string; personIds: string[] }>(
  'concepts.goal-given',
)
/** A goal, or a measure of it, is due in seven days or today. */
export const goalDue = event<{ goalId: string; when: 'near' | 'due'; measureId: string | null }>(
  'concepts.goal-due',
)
