import type { Actor } from '#server/auth/actor.ts'
import { type CalendarEvent, calendarOf, type CalendarSource } from '#server/platform/calendar.ts'
import { settings } from '#server/platform/env.ts'
import { behindFeed } from '../booking/links/views.ts'
import { seenBooking } from '../booking/views.ts'
import { bookingNumber, paths } from '../paths.ts'
import * as sql from './sql.ts'

const eventOf = (row: sql.CalendarRow): CalendarEvent => ({
  id: `medialab-${row.dateId}-${row.offerId}`,
  sequence: row.version,
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, changedAt: row.changedAt },
  // Lent is something for days, not from midnight to midnight.
  isAllDay: row.isLoan,
  isCancelled: false,
  summary: `${row.quantity > 1 ? `${row.quantity} × ` : ''}${row.name}`,
  location: row.place ?? '',
  description: `${row.purpose} (${bookingNumber(row)})`,
  url: new URL(paths.booking(bookingNumber(row)), settings().origin).href,
})

const fileOf = async (booking: { id: string; year: number; number: number }) => ({
  name: `medialab-${bookingNumber(booking)}.ics`,
  text: calendarOf(
    `MediaLab ${bookingNumber(booking)}`,
    (await sql.listOfBooking(booking.id)).map(eventOf),
  ),
})

/** A booking as a file for the calendar: each thing on each date. */
export const icsFor = async (actor: Actor, param: string) => fileOf(await seenBooking(actor, param))

/** The same for a calendar that knows the secret address; undefined when nobody has this key. */
export async function feedFor(key: string) {
  const row = await behindFeed(key)
  return row && fileOf(row)
}

/** What the actor has booked, for the own calendar. */
export const labDates: CalendarSource = async (actor, span) =>
  (await sql.listOfPerson(actor.id, span)).map(eventOf)
