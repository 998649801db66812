import { event } from '#server/platform/bus.ts'

export const pollOpened = event<{ pollId: string; plgId: string; actorId: string }>(
  'plg.poll-opened',
)
/** Somebody answered, or it came to its end. */
export const pollTouched = event<{ plgId: string }>('plg.poll-touched')
