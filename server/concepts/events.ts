import { event } from '#server/platform/bus.ts'

/** Something in the working copy changed: pages of the school that show it load anew. */
export const conceptChanged = event<{ conceptId: string; what: string }>('concepts.changed')
/** Handed to the Schulleitung. */
export const conceptSubmitted = event<{ conceptId: string; actorId: string }>('concepts.submitted')
/** The Schulleitung gave it back with a note. */
export const conceptReturned = event<{ conceptId: string; actorId: string }>('concepts.returned')
/** A version is readable outside the school from now on. */
export const versionPublished = event<{ conceptId: string; versionId: string; actorId: string }>(
  'concepts.published',
)
/** Goals, measures or lessons of others were taken over; the giver hears that a school took it. */
export const goalAdopted = event<{ goalId: string; fromGoalId: string; conceptId: string }>(
  'concepts.goal-adopted',
)
export const lessonAdopted = event<{ lessonId: string; fromLessonId: string; schoolId: string }>(
  'concepts.lesson-adopted',
)
