import { event } from '#server/platform/bus.ts'
import type { Pointer } from '#server/rich-text/contract.ts'

/** A text names these persons and has not before. */
export const personsMentioned = event<{
  from: Pointer
  actorId: string | null
  personIds: string[]
}>('references.persons-mentioned')
