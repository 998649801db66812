import { event } from '#server/platform/bus.ts'

type OfIdea = { ideaId: string; actorId: string }

/** Anything a page of the idea shows is different now. */
export const ideaChanged = event<{ ideaId: string }>('ideas.changed')
export const ideaJoined = event<OfIdea>('ideas.joined')
/** `ideaId` is what the other one was merged into. */
export const ideasMerged = event<OfIdea & { sourceId: string }>('ideas.merged')
export const ideasUnmerged = event<OfIdea & { sourceId: string }>('ideas.unmerged')
export const ideaBecamePlg = event<OfIdea & { plgId: string }>('ideas.became-plg')
