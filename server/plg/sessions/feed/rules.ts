import { fromDate } from '@internationalized/date'
import { type Kind, KIND_DEFAULTS } from '../../contract.ts'
import type { CalendarEvent } from './contract.ts'

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

function eventLines(event: CalendarEvent): string[] {
  const { location, description } = event
  return [
    'BEGIN:VEVENT',
    `UID:termin-${event.id}@lernen25`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcStamp(event.changedAt)}`,
    `LAST-MODIFIED:${utcStamp(event.changedAt)}`,
    `DTSTART;TZID=${ZONE}:${localStamp(event.startsAt)}`,
    `DTEND;TZID=${ZONE}:${localStamp(event.endsAt)}`,
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

type Meeting = {
  title: string
  place: string
  link: string
  plg: string
  kind: Kind
  joining: string
}

/** Is nothing but the time of its meetings to leave the house? */
export const isUnnamed = ({ kind, joining }: { kind: Kind; joining: string }) =>
  joining === 'closed' || KIND_DEFAULTS[kind].isWalled

/**
 * What may leave the house: calendars of phones lie on foreign servers. Of closed groups, supervision and the
 * principals' circle there is only the time.
 */
export function wordsOf({ title, place, link, plg, kind, joining }: Meeting) {
  if (isUnnamed({ kind, joining }))
    return { summary: 'Termin (Lernen 25)', location: '', description: '' }
  return { summary: `${plg}: ${title}`, location: place, description: link }
}
