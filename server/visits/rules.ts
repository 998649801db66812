import { momentOf } from '#server/platform/local-time.ts'
import { UNDO_HOURS } from './contract.ts'

/** "12-brueche-mit-dem-ipad" is number 12; the rest is for reading. @returns undefined for no number */
export function numberIn(param: string): number | undefined {
  const found = /^([1-9]\d{0,8})(?:-|$)/.exec(param)
  return found ? Number(found[1]) : undefined
}

/** The two moments of a local day; undefined when the end is not after the beginning. */
export function periodOf(given: { day: string; from: string; to: string }) {
  const startsAt = momentOf(given.day, given.from)
  const endsAt = momentOf(given.day, given.to)
  return endsAt > startsAt ? { startsAt, endsAt } : undefined
}

export const canComeBack = (deletedAt: Date | null, now: Date) =>
  deletedAt !== null && now.getTime() - deletedAt.getTime() < UNDO_HOURS * 3_600_000

/** Is every visitor released? Nobody at all is not. */
export const isReleased = (releases: readonly { release: string }[]) =>
  releases.length > 0 && releases.every(({ release }) => release === 'granted')
