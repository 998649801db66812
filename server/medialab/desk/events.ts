import { event } from '#server/platform/bus.ts'

/** Dates that were promised and cannot be kept as things stand. */
export const labTroubled = event<{ troubleIds: string[]; actorId: string | null }>(
  'medialab.troubled',
)
/** Somebody said that something is broken. */
export const damageReported = event<{ damageId: string; actorId: string }>(
  'medialab.damage-reported',
)
/** Something is to be brought back; `kind` says how long it has been due. */
export const labReminded = event<{
  dateId: string
  kind: 'before' | 'first' | 'second' | 'school' | 'by_hand'
  actorId: string | null
}>('medialab.reminded')
