import { remember } from '@epic-web/remember'
import { fromDate } from '@internationalized/date'
import type { Actor } from '#server/auth/actor.ts'

/** What a calendar is told of one date. */
export type CalendarEvent = {
  /** Of all things of the house this one: "termin-…". */
  id: string
  sequence: number
  startsAt: Date
  endsAt: Date
  changedAt: Date
  isCancelled: boolean
  /** From day to day: local midnights, told as dates (RFC 5545, 3.3.4). */
  isAllDay?: boolean
  summary: string
  location: string
  description: string
  url: string
}

/**
 * Dates of an area that belong into somebody's own calendar. Calendars of phones lie on foreign servers: of what is
 * closed to others the area tells no more than the time.
 */
export type CalendarSource = (
  actor: Actor,
  span: { since: Date; limit: number },
) => Promise<CalendarEvent[]>

const held = remember('calendars', () => ({ sources: [] as CalendarSource[] }))

export function registerCalendars(all: CalendarSource[]): void {
  held.sources = all
}

/** Everything that is agreed with the actor, whatever area it comes from. */
export async function datesOf(
  actor: Actor,
  span: { since: Date; limit: number },
): Promise<CalendarEvent[]> {
  const lists = await Promise.all(held.sources.map((source) => source(actor, span)))
  return lists
    .flat()
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, span.limit)
}

const ZONE = 'Europe/Berlin'
const LONGEST_LINE = 75

/** RFC 5545, 3.3.11: what means something in a text is marked, line ends become "\n". */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, '')
}

/** RFC 5545, 3.1: no line is longer than 75 bytes; what goes on begins with a space. No letter is cut in two. */
export function foldLine(line: string): string {
  const folded: string[] = []
  let current = ''
  let size = 0
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (size + bytes > LONGEST_LINE) {
      folded.push(current)
      current = ' '
      size = 1
    }
    current += letter
    size += bytes
  }
  return [...folded, current].join('\r\n')
}

const two = (value: number) => String(value).padStart(2, '0')

const localStamp = (at: Date) => {
  const { year, month, day, hour, minute, second } = fromDate(at, ZONE)
  return `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`
}
const dateStamp = (at: Date) => localStamp(at).slice(0, 8)
const utcStamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Summer and winter time of Berlin as they have been since 1996. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const timeLine = (name: string, at: Date, { isAllDay }: CalendarEvent) =>
  isAllDay ? `${name};VALUE=DATE:${dateStamp(at)}` : `${name};TZID=${ZONE}:${localStamp(at)}`

function eventLines(event: CalendarEvent): string[] {
  const { location, description } = event
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@lernen25`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcStamp(event.changedAt)}`,
    `LAST-MODIFIED:${utcStamp(event.changedAt)}`,
    timeLine('DTSTART', event.startsAt, event),
    timeLine('DTEND', event.endsAt, event),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    `URL:${event.url}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** A calendar as a file. */
export function calendarOf(name: string, events: CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lernen 25//Termine//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...TIME_ZONE,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}
