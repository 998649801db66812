import type { Actor } from '#server/auth/actor.ts'
import { calendarOf, type CalendarEvent } from '#server/platform/calendar.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { may } from '../policy.ts'
import { listComing, listOfPerson, type WorkshopRow } from '../sql.ts'
import { factsOf, lookOf, pathOf } from '../views.ts'
import { workshopKindNames } from '../words.ts'

/** Calendars of phones lie on foreign servers: the way into a video meeting stays on the page. */
const eventOf = (row: WorkshopRow): CalendarEvent => ({
  ...{ id: `workshop-${row.id}`, sequence: row.version },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, changedAt: row.changedAt },
  isCancelled: row.state === 'cancelled',
  summary: `${workshopKindNames[row.kind]}: ${row.title}`,
  location: [row.roomName, row.place].filter(Boolean).join(', '),
  description: '',
  url: new URL(pathOf(row), settings().origin).href,
})

/** Where somebody is expected: a seat of one's own, not what is asked for or offered. */
export async function seatDates(
  actor: Actor,
  { since, limit }: { since: Date; limit: number },
): Promise<CalendarEvent[]> {
  const rows = await listOfPerson(lookOf(actor), { since, limit })
  return rows
    .filter((row) => row.seatState === 'taken' && may.see(actor, factsOf(row)))
    .map(eventOf)
}

const MOST = 200

/** All that is published, for everybody's calendar. */
export async function publicCalendar(): Promise<string> {
  const rows = await listComing(lookOf(null), { now: now(), limit: MOST, offset: 0 })
  return calendarOf('Workshops im MediaLab', rows.map(eventOf))
}
