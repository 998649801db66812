import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide } from '#server/platform/authorize.ts'
import { type CalendarEvent, calendarOf, type CalendarSource } from '#server/platform/calendar.ts'
import { settings } from '#server/platform/env.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { factsOf, foundVisit } from '../views.ts'
import { wordsOf } from './rules.ts'
import * as sql from './sql.ts'

const eventOf = (row: sql.DateRow): CalendarEvent => ({
  ...wordsOf(row),
  id: `hospitation-${row.id}`,
  sequence: row.version,
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, changedAt: row.changedAt },
  // A visit that is called off is in no calendar any more.
  isCancelled: false,
  // A number and no title.
  url: new URL(paths.visit(row.number), settings().origin).href,
})

/** An agreed visit as a file for the calendars of host and visitors. */
export async function icsFor(actor: Actor, param: string) {
  const visit = await foundVisit(actor, param)
  authorizeOrHide(may.keepDate, actor, factsOf(visit, actor))
  const row = await sql.findDate(visit.id)
  return { name: `hospitation-${row.number}.ics`, text: calendarOf('Lernen 25', [eventOf(row)]) }
}

/** The visits agreed with the actor, given and made. */
export const visitDates: CalendarSource = async (actor, span) =>
  (await sql.listAgreed(actor.id, span)).map(eventOf)
