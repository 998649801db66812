import { createHash } from 'node:crypto'
import type { TalkFacts } from './policy.ts'
import type { TalkState } from './contract.ts'

/** "12" is number 12. @returns undefined for no number */
export function numberIn(param: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(param) ? Number(param) : undefined
}

/** Tells whether a text is still the one that a form was made with. */
export const printOf = (...texts: string[]): string =>
  createHash('sha256').update(texts.join('\u0000')).digest('hex').slice(0, 16)

type Row = {
  schoolId: string
  state: TalkState
  isInvited: boolean
  cycleId: string | null
  startsAt: Date | null
  versionId: string | null
  takenOverAt: Date | null
  agreedAt: Date | null
}

export const factsOf = (row: Row, at: Date): TalkFacts => ({
  schoolId: row.schoolId,
  state: row.state,
  isInvited: row.isInvited,
  // In between people also talk at once, without an appointment.
  hasBegun: row.startsAt === null ? row.cycleId === null : row.startsAt <= at,
  isShared: row.versionId !== null,
  isTakenOver: row.takenOverAt !== null,
  isAgreed: row.agreedAt !== null,
})

/** What comes before the talk is behind it. */
const isOver = (state: TalkState) => state === 'held' || state === 'agreed' || state === 'closed'

/** Scheduled is prepared once both sides are; open stays open without a date. */
export function stateAfter(talk: {
  state: TalkState
  startsAt: Date | null
  schoolPreparedAt: Date | null
  authorityPreparedAt: Date | null
}): TalkState {
  if (isOver(talk.state)) return talk.state
  if (talk.startsAt === null) return 'open'
  return talk.schoolPreparedAt && talk.authorityPreparedAt ? 'prepared' : 'scheduled'
}

/** Not held although its day is over; `dueOn` and `today` are local days. */
export const isOverdue = (talk: { state: TalkState; dueOn: string | null }, today: string) =>
  talk.dueOn !== null && talk.dueOn < today && !isOver(talk.state)
