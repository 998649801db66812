import { event } from '#server/platform/bus.ts'

/** Somebody is responsible for a chapter from now on. */
export const chapterGiven = event<{ chapterId: string; documentId: string; actorId: string }>(
  'concepts.chapter-given',
)
