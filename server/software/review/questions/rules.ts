import { createHash } from 'node:crypto'
import { parseDate } from '@internationalized/date'
import { LATE_DAYS } from './contract.ts'
import type { LinkState } from './words.ts'

/** Only this is kept of a link. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** What a link of a vendor is good for on this day. */
export function linkState(
  question: { answeredAt: Date | null; dueOn: string; state: string } | undefined,
  today: string,
): LinkState {
  if (!question) return 'unknown'
  if (question.answeredAt !== null) return 'answered'
  const last = parseDate(question.dueOn).add({ days: LATE_DAYS }).toString()
  const isOver = ['closed', 'rejected_intake'].includes(question.state)
  return isOver || today > last ? 'expired' : 'open'
}
