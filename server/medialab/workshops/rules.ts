import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { schoolDaysAfter } from '../opening/rules.ts'
import type { Standing, WorkshopState } from './contract.ts'

/** Offers are answered until this hour of the next school day (rule 16). */
const ANSWERED_AT = '12:00'

/**
 * Until when an offer holds: noon of the first school day after the one on which its mail may go, and not longer than
 * what it is about is to begin.
 */
export function deadlineOf(mailGoesAt: Date, startsAt: Date): Date {
  const noon = momentOf(schoolDaysAfter(localDayOf(mailGoesAt), 1), ANSWERED_AT)
  return noon < startsAt ? noon : startsAt
}

type Workshop = { state: WorkshopState; startsAt: Date; endsAt: Date; signupUntil: Date }

/** How it stands now; `free` are the seats that one can simply take. */
export function standingOf(workshop: Workshop, free: number, now: Date): Standing {
  if (workshop.state !== 'published') return workshop.state
  if (workshop.endsAt <= now) return 'over'
  if (workshop.startsAt <= now) return 'running'
  if (workshop.signupUntil <= now) return 'closed'
  return free > 0 ? 'open' : 'full'
}

type Seats = {
  seats: number
  seatsPerSchool: number | null
  /** Seats that are held, or were given up so recently that they may be taken back, by school. */
  held: { schoolId: string | null }[]
}
type InLine = { id: string; schoolId: string | null }

export const freeSeats = ({ seats, held }: Seats): number => Math.max(0, seats - held.length)

/** Is there a seat for somebody of this school? */
export function hasSeatFor(all: Seats, schoolId: string | null): boolean {
  if (freeSeats(all) === 0) return false
  if (all.seatsPerSchool === null || schoolId === null) return true
  return all.held.filter((one) => one.schoolId === schoolId).length < all.seatsPerSchool
}

/** Who of those in line, first come first, gets what is free. Whose school has its share waits on, others go by. */
export function nextInLine<One extends InLine>(all: Seats, line: One[]): One[] {
  const chosen: One[] = []
  const held = [...all.held]
  for (const one of line) {
    if (freeSeats({ ...all, held }) === 0) break
    if (!hasSeatFor({ ...all, held }, one.schoolId)) continue
    held.push({ schoolId: one.schoolId })
    chosen.push(one)
  }
  return chosen
}
