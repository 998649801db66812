import { event } from '#server/platform/bus.ts'
import type { Side } from './contract.ts'

type OfTalk = { talkId: string; actorId: string }

/** A round was opened: each of its schools has a talk now. */
export const cycleOpened = event<{ cycleId: string; actorId: string }>('talks.cycle-opened')
export const talkCalled = event<OfTalk & { to: Side }>('talks.called')
export const datesProposed = event<OfTalk & { to: Side }>('talks.dates-proposed')
export const dateAccepted = event<OfTalk & { to: Side }>('talks.date-accepted')
export const personInvited = event<OfTalk & { personId: string }>('talks.person-invited')
/** Two weeks before: who has not prepared yet. */
export const talkNear = event<{ talkId: string }>('talks.near')
export const talkSigned = event<OfTalk & { to: Side }>('talks.signed')
/** The Amt closed it without both signatures. */
export const talkClosed = event<OfTalk>('talks.closed')
export const talkAgreed = event<OfTalk>('talks.agreed')
