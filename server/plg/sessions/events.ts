import { event } from '#server/platform/bus.ts'

type Session = { sessionId: string; plgId: string; actorId: string }

export const sessionPlanned = event<Session>('plg.session-planned')
/** Time, place or way of meeting is another one: what stands in calendars is wrong. */
export const sessionMoved = event<Session>('plg.session-moved')
export const sessionCancelled = event<Session>('plg.session-cancelled')
/** Anything else about it: agenda, attendance, minutes, decisions, words at the end. */
export const sessionTouched = event<{ sessionId: string; plgId: string }>('plg.session-touched')
/** A protocol went on; `word` says where it stands (protocols/contract.ts). */
export const runMoved = event<{ sessionId: string; word: string }>('plg.run-moved')
