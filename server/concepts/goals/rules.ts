import { endOfHalf, type Half, halfAfter, runningHalf } from '#server/schools/calendar/contract.ts'
import {
  FAR_MONTHS,
  type GoalStatus,
  NEAR_DAYS,
  OPEN_STATUSES,
  QUIET_DAYS,
  REASONED,
} from './contract.ts'

const DAY_IN_MS = 86_400_000
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_IN_MS

/** Days from `from` to `to`, both local days. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** How far a new goal reaches: to the end of the Halbjahr that runs (R4-6, "kurzfristige Zielsetzungen"). */
export function horizonOn(today: string): { from: Half; dueOn: string } {
  const from = runningHalf(today)
  return { from, dueOn: endOfHalf(from) }
}

/** Ends of the halves that come next, to choose from at a press. */
export function nextEnds(today: string, count: number): { half: Half; dueOn: string }[] {
  const ends = [runningHalf(today)]
  while (ends.length < count) ends.push(halfAfter(ends.at(-1) ?? runningHalf(today)))
  return ends.map((half) => ({ half, dueOn: endOfHalf(half) }))
}

/** Reaches a goal further than it should? Then it needs small steps; nobody is kept from it. */
export function isFar(today: string, dueOn: string): boolean {
  const year = Number(today.slice(0, 4)) + FAR_MONTHS / 12
  return dueOn > `${year}${today.slice(4)}`
}

export const isOpen = (status: GoalStatus) => OPEN_STATUSES.includes(status)
export const needsReason = (status: GoalStatus) => REASONED.includes(status)

export const isNear = (dueOn: string, today: string) => daysBetween(today, dueOn) <= NEAR_DAYS

/** A parent is a goal of its own and no step of another one: two storeys are enough, and no circle can be. */
export function canBeParent(
  parent: { id: string; parentId: string | null },
  child: { id: string; hasSteps: boolean } | null,
): boolean {
  return parent.parentId === null && parent.id !== child?.id && child?.hasSteps !== true
}

/** The number an address names; 0 is nobody's. */
export const goalNumber = (text: string | undefined): number =>
  /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0

type Heard = { number: number; title: string; dueOn: string; heardOn: string }
export type Prompt = { number: number; kind: 'quiet' | 'late' | 'ending'; title: string }

/** What goals ask for in the course of the year: a check-in after six weeks, a result when their day is over. */
export function promptsOf(goals: Heard[], today: string): Prompt[] {
  return goals.flatMap(({ number, title, dueOn, heardOn }): Prompt[] => {
    if (dueOn < today) return [{ number, title, kind: 'late' }]
    if (daysBetween(heardOn, today) >= QUIET_DAYS) return [{ number, title, kind: 'quiet' }]
    return isNear(dueOn, today) ? [{ number, title, kind: 'ending' }] : []
  })
}
