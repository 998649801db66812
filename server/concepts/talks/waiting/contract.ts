import type { TalkState } from '../contract.ts'

/** What one must know of a talk to say what it waits for on one side. */
export type Stand = {
  state: TalkState
  startsAt: Date | null
  dueOn: string | null
  /** Of the side that is asked. */
  isReady: boolean
  hasReflected: boolean
  hasProposed: boolean
  hasSigned: boolean
  /** Of the other side. */
  otherProposed: boolean
  otherSigned: boolean
  /** The school has a version that it could share and shares none; never with the Amt. */
  couldShare: boolean
}

/** One of these at a time: the one that comes first. */
export type Step =
  | { kind: 'choose-date' }
  | { kind: 'propose-date'; dueOn: string | null }
  | { kind: 'prepare'; on: Date; lacks: Lack[] }
  | { kind: 'was-held'; on: Date }
  | { kind: 'sign' }
export type Lack = 'reflection' | 'version' | 'readiness'

/** A date is asked for so long before the last day; the Amt prepares so long before the talk. */
export const ASK_DAYS = 60
