import { createHash } from 'node:crypto'
import type { Verdict } from '../../standing/contract.ts'
import type { Answer, CheckPoint } from './contract.ts'

/** What tells whether somebody else has changed an answer since the page was made. */
export const seenOf = (answer: Answer | null, comment: string): string =>
  createHash('sha256')
    .update(`${answer ?? ''}\n${comment}`)
    .digest('base64url')
    .slice(0, 16)

type Point = Pick<CheckPoint, 'id' | 'question' | 'knockOut' | 'isShort' | 'answer'>

/** Verdicts that let pupils use something. */
const POSITIVE: readonly Verdict[] = [
  'no_personal_data',
  'no_objection',
  'no_objection_with_conditions',
  'pilot_only',
]
export const isPositive = (verdict: Verdict): boolean => POSITIVE.includes(verdict)

/**
 * Why this verdict cannot be given for a use: a knock-out point answered badly, or left open. Where no personal data
 * are processed only a bad answer stands against it. A use by teachers alone is not stopped.
 */
export function knockOuts(points: Point[], verdict: Verdict, users: string[]): string[] {
  if (!isPositive(verdict) || !users.includes('pupil')) return []
  return points.flatMap(({ knockOut, question, isShort, answer }) => {
    if (knockOut === null) return []
    if (answer === 'no') return [knockOut]
    const isOpen = answer === 'unknown' || (answer === null && isShort)
    return isOpen && verdict !== 'no_personal_data' ? [`Noch offen: ${question}`] : []
  })
}
