import { parseDate } from '@internationalized/date'
import { localDayOf } from '#server/platform/local-time.ts'
import { REMIND_DAYS, type Side } from '../contract.ts'
import { ASK_DAYS, type Lack, type Stand, type Step } from './contract.ts'

/** What a talk waits for on this side, if anything. Who is late the school does not hear here (R33-5). */
export function stepOf(side: Side, stand: Stand, at: Date): Step | undefined {
  if (stand.state === 'open') return beforeDate(side, stand, at)
  if (stand.state === 'held') return signing(side, stand)
  const { startsAt } = stand
  if (startsAt === null || stand.state === 'agreed' || stand.state === 'closed') return undefined
  if (startsAt <= at) return { kind: 'was-held', on: startsAt }
  if (stand.isReady || (side === 'authority' && !isNear(startsAt, at))) return undefined
  return { kind: 'prepare', on: startsAt, lacks: lacksOf(stand) }
}

const isNear = (startsAt: Date, at: Date) =>
  startsAt.getTime() - at.getTime() <= REMIND_DAYS * 86_400_000

function beforeDate(side: Side, { dueOn, ...stand }: Stand, at: Date): Step | undefined {
  if (stand.otherProposed) return { kind: 'choose-date' }
  // The Amt sees in its round which talks have no date.
  if (stand.hasProposed || side === 'authority') return undefined
  const today = localDayOf(at)
  if (dueOn === null) return { kind: 'propose-date', dueOn }
  if (dueOn > parseDate(today).add({ days: ASK_DAYS }).toString()) return undefined
  return { kind: 'propose-date', dueOn: dueOn < today ? null : dueOn }
}

/** The school reads and signs first or second; the Amt is asked once the school has signed. */
const signing = (side: Side, { hasSigned, otherSigned }: Stand): Step | undefined =>
  hasSigned || (side === 'authority' && !otherSigned) ? undefined : { kind: 'sign' }

const lacksOf = ({ hasReflected, couldShare }: Stand): Lack[] => [
  ...(hasReflected ? [] : (['reflection'] as const)),
  ...(couldShare ? (['version'] as const) : []),
  'readiness',
]
