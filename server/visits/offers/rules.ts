import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { periodOf } from '../rules.ts'
import { refusals } from '../words.ts'
import type { OfferSearch } from './contract.ts'

/** The search of an address; what is unknown counts as not chosen. */
export function searchFrom(asked: Record<string, string | undefined>): OfferSearch {
  const one = (allowed: readonly string[], name: string) =>
    allowed.find((value) => value === asked[name]) ?? ''
  const from = asked.ab ?? ''
  return {
    shelf: asked.stand === 'meine' ? 'mine' : 'open',
    // No calendar of ours reaches further, and none of the database either.
    from: isLocalDay(from) && from >= '2020-01-01' && from <= '2049-12-31' ? from : '',
    subject: one(SUBJECTS, 'fach'),
    gradeBand: one(GRADE_BANDS, 'jahrgang'),
    schoolForm: one(SCHOOL_FORMS, 'schulform'),
  }
}

type Line = { line: number; day?: string; from?: string; to?: string; seats?: number }
type Slot = { startsAt: Date; endsAt: Date; seats: number }
type Fault = { message: string; field: string }

/** The filled lines of the form as slots, or what is wrong with the first bad one. */
export function slotsOf(lines: Line[], now: Date): { slots: Slot[] } | { fault: Fault } {
  const slots: Slot[] = []
  for (const line of lines) {
    if (!line.day && !line.from && !line.to) continue
    const read = slotOf(line, now)
    if ('fault' in read) return read
    if (slots.some(({ startsAt }) => startsAt.getTime() === read.startsAt.getTime()))
      return { fault: { message: refusals.slotTwice, field: `slot${line.line}From` } }
    slots.push(read)
  }
  return slots.length > 0 ? { slots } : { fault: { message: refusals.noSlot, field: 'slot1Day' } }
}

function slotOf({ line, day, from, to, seats = 1 }: Line, now: Date): Slot | { fault: Fault } {
  const fault = (message: string, name: string) => ({
    fault: { message, field: `slot${line}${name}` },
  })
  if (!day) return fault('Bitte geben Sie einen Tag an.', 'Day')
  if (!from) return fault('Bitte geben Sie eine Uhrzeit an.', 'From')
  if (!to) return fault('Bitte geben Sie eine Uhrzeit an.', 'To')
  const period = periodOf({ day, from, to })
  if (!period) return fault(refusals.endsFirst, 'To')
  return period.startsAt <= now ? fault(refusals.isPast, 'Day') : { ...period, seats }
}
