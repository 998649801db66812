import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { dayAfter } from '../opening/rules.ts'
import { bookingNumber, numberIn, paths } from '../paths.ts'
import { may as mayInLab } from '../policy.ts'
import type { DeskDate, Found } from './contract.ts'
import { may } from './policy.ts'
import { bookingIn, codeIn, lastDayOf, nearest, stepOf } from './rules.ts'
import * as sql from './sql.ts'
import { deskWords as says } from './words.ts'

/** How many lines the list of a day shows; more than a counter sees. */
const MOST = 200
const DAYS_AHEAD = 60

export const deskDateOf = (row: sql.DateRow): DeskDate => ({
  ...{ id: row.id, bookingNumber: bookingNumber(row), position: row.position, state: row.state },
  ...{ isLoan: row.isLoan, startsAt: row.startsAt, endsAt: row.endsAt, offers: row.offers },
  ...{ person: nameOf(row), school: row.school },
})

const nameOf = ({ firstName, lastName }: { firstName: string | null; lastName: string | null }) =>
  firstName && lastName ? fullName({ firstName, lastName }) : null

/** The day in Duisburg, from midnight to midnight. */
function today() {
  const day = localDayOf(now())
  return { day, from: momentOf(day, '00:00'), to: momentOf(dayAfter(day), '00:00') }
}

/** What goes out and comes in today, what is late, and what the one field has found. */
export async function deskFor(actor: Actor, typed: string) {
  authorize(may.stand, actor, {})
  const { day, from, to } = today()
  const [rows, requests, found] = await Promise.all([
    sql.listOpen({ from, to }, MOST),
    sql.countRequests(),
    find(typed.trim()),
  ])
  const dates = rows.map(deskDateOf)
  const away = dates.filter((date) => stepOf(date, day) === 'take_back')
  return {
    ...{ today: day, now: now(), requests, found, typed: typed.trim() },
    goingOut: dates.filter((date) => stepOf(date, day) === 'hand_out'),
    comingIn: away.filter((date) => lastDayOf(date) === day),
    overdue: away.filter((date) => lastDayOf(date) < day),
  }
}

const NOTHING: Found = { kind: 'nothing' }

/** The right thing for what was scanned or typed: a booking, a sticker, or a name. */
async function find(typed: string): Promise<Found> {
  if (typed === '') return NOTHING
  const booking = bookingIn(typed)
  if (booking !== undefined) {
    const found = placeOf((await sql.listDatesOf(booking)).map(deskDateOf))
    if (found) return found
  }
  const code = codeIn(typed)
  const thing = code === undefined ? undefined : await sql.findThing(code)
  return thing ? withSticker(thing) : byName(typed, code)
}

/** Of one booking: the date that waits next, else its page. */
function placeOf(dates: DeskDate[]): Found | undefined {
  const [first] = dates
  if (!first) return undefined
  const next = dates.find((date) => pathOf(date) !== undefined)
  return {
    kind: 'place',
    path: (next && pathOf(next)) ?? paths.booking(first.bookingNumber),
  }
}

/** Where the counter goes on with a date; undefined where there is nothing to do. */
export function pathOf(date: DeskDate): string | undefined {
  const step = stepOf(date, localDayOf(now()))
  if (!step) return undefined
  const path =
    step === 'hand_out' ? paths.handOut(date.bookingNumber) : paths.takeBack(date.bookingNumber)
  return date.position === 1 ? path : `${path}?termin=${date.position}`
}

const STATES: Record<string, string> = {
  ...{ repair: says.inRepair, lost: says.lost, retired: says.retired, broken: says.broken },
}

async function withSticker(thing: sql.ThingRow): Promise<Found> {
  const until = new Date(now().getTime() + DAYS_AHEAD * 86_400_000)
  const rows = await sql.listDatesWith(thing, until)
  const own = rows.filter(({ hasPart }) => hasPart)
  const dates = (own.length > 0 ? own : rows).map(deskDateOf)
  const waiting = dates.filter((date) => pathOf(date) !== undefined)
  const [first] = waiting
  const path = first && pathOf(first)
  // What is out comes first; several who have some of a heap are chosen from.
  if (path && (waiting.length === 1 || own.length > 0)) return { kind: 'place', path }
  if (waiting.length > 1) return { kind: 'several', dates: waiting }
  return {
    kind: 'thing',
    thing: {
      ...{ code: thing.code, name: thing.name, offer: thing.offer, dates },
      resourceCode: thing.resourceCode,
      standing: STATES[thing.partState ?? ''] ?? STATES[thing.resourceState] ?? says.inHouse,
      isWipeDue: thing.wipeDueAt !== null,
    },
  }
}

async function byName(typed: string, code: string | undefined): Promise<Found> {
  const words = typed.split(/\s+/).slice(0, 5)
  const dates = (await sql.listByName(words, today())).map(deskDateOf)
  const [only] = dates
  const path = only && dates.length === 1 ? pathOf(only) : undefined
  if (path) return { kind: 'place', path }
  if (dates.length > 0) return { kind: 'several', dates }
  if (code === undefined || !/[\d-]/.test(code))
    return { kind: 'unknown', sentence: says.nothingFound(typed), near: [] }
  const near = nearest(code, await sql.listLike(code))
  return { kind: 'unknown', sentence: says.unknownCode(code), near }
}

/**
 * One date of a booking by its number: the named one, else the first that `fits`, else the last.
 * @throws NotFound also for words that are no number
 */
export async function dateOf(
  number: string,
  { position, fits }: { position: number | null; fits: (row: sql.DateRow) => boolean },
): Promise<sql.DateRow> {
  const rows = await sql.listDatesOf(existing(numberIn(number)))
  const named = rows.find((row) => row.position === position)
  return existing(position === null ? (rows.find(fits) ?? rows.at(-1)) : named)
}

/** May this person open the counter? For the menu. */
export const standsAtDesk = (actor: Actor): boolean => mayInLab.manage(actor, {})
