import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { slugOf } from '#server/platform/text.ts'
import { type LocalDay, schoolHolidaysOn } from '#server/schools/calendar/contract.ts'
import { kindNames } from '../words.ts'
import { dayAfter } from '../opening/rules.ts'
import type { Opening } from '../opening/contract.ts'
import { openingBetween } from '../opening/views.ts'
import { bookingNumber, paths } from '../paths.ts'
import { blockedOf } from '../placing/rules.ts'
import { may } from '../policy.ts'
import type { Blocked, Claim, Stock } from '../stock/contract.ts'
import { byResource } from '../stock/rules.ts'
import { listClaims, listStock } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import { type Column, PAGE_SIZE, type Row, type Search } from './contract.ts'
import {
  allOf,
  cellsOf,
  columnsOf,
  type Day,
  dayCell,
  type Known,
  nextOpenDay,
  type OpenDay,
  openDayOf,
  roomIdOf,
  searchFrom,
  shownOf,
  weekOf,
} from './rules.ts'
import * as sql from './sql.ts'
import { blockNames } from './words.ts'

type Found = {
  stock: Map<string, Stock>
  held: ReadonlyMap<string, Claim[]>
  known: ReadonlyMap<string, Known>
  shown: ReadonlyMap<string, Known[]>
}

/**
 * The calendar: what is free, hour by hour, of many offers on a day or of one in a week. Visitors read it too; of other
 * people's bookings nobody learns more than that something is taken, but the SMZ.
 *
 * @param asked the query of the address
 */
export async function calendarFor(actor: Actor | null, asked: Record<string, string | undefined>) {
  const at = now()
  const today = localDayOf(at)
  const search = searchFrom(asked, today, pageNumber(asked.seite))
  const isWeek = search.view === 'week'
  const [offers, opening] = await Promise.all([
    offersFor(search),
    openingBetween(dayAfter(search.day, -6), dayAfter(search.day, 6)),
  ])
  const { chosen, choices } = chosenOf(search, offers.rows)
  const days = isWeek ? weekOf(search.day, opening) : [search.day]
  const open = days.map((day) => openDayOf(opening, day))
  const columns = columnsOf(open, search.times)
  const found = await foundFor(actor, { chosen, days })
  const around = isWeek
    ? { closed: null, next: null, holidays: null, room: null }
    : aroundDay(actor, { day: search.day, open, opening })
  return {
    ...{ search, today, at: at.toISOString(), columns, choices, isGone: offers.isGone, ...around },
    rows: open.flatMap((one, n) => {
      const day = dayOf(days[n] ?? search.day, one, { columns, at })
      return chosen.map((offer) => rowOf(offer, { ...found, day, today }))
    }),
    previous: dayAfter(search.day, isWeek ? -7 : -1),
    following: dayAfter(search.day, isWeek ? 7 : 1),
    pages: paged([], offers.rows[0]?.total ?? 0, search.page, PAGE_SIZE).pages,
    seesAll: seesAll(actor),
  }
}

const seesAll = (actor: Actor | null) => actor !== null && may.manage(actor, {})

/** What is to be said of one day: why it is closed, when it goes on, and where news of it is heard; visitors have no line. */
function aroundDay(
  actor: Actor | null,
  { day, open, opening }: { day: LocalDay; open: OpenDay[]; opening: Opening },
) {
  return {
    closed: open[0]?.closed ?? null,
    next: nextOpenDay(opening, day) ?? null,
    holidays: schoolHolidaysOn(day) ?? null,
    room: actor && { kind: 'lab-day', id: roomIdOf(day) },
  }
}

/** @returns all offers when the one that is asked for is gone */
async function offersFor(search: Search): Promise<{ rows: sql.OfferRow[]; isGone: boolean }> {
  const at = { size: PAGE_SIZE, offset: (search.page - 1) * PAGE_SIZE }
  const isOne = search.offer !== '' && search.view !== 'week'
  const rows = await sql.listOffers({ ...search, offer: isOne ? search.offer : '' }, at)
  if (!isOne || rows.length > 0) return { rows, isGone: false }
  return { rows: await sql.listOffers({ ...search, offer: '' }, at), isGone: true }
}

/** A week is that of one offer, out of those that the other choices leave. */
function chosenOf({ view, offer }: Search, rows: sql.OfferRow[]) {
  if (view !== 'week') return { chosen: rows, choices: [] }
  const one = rows.find(({ slug }) => slug === offer) ?? rows[0]
  return {
    chosen: one ? [one] : [],
    choices: rows.map(({ slug, name, kind }) => ({ slug, name, kind: kindNames[kind] })),
  }
}

async function foundFor(
  actor: Actor | null,
  { chosen, days }: { chosen: sql.OfferRow[]; days: LocalDay[] },
): Promise<Found> {
  const stock = await listStock(chosen.map(({ id }) => id))
  const span = spanAround(days, chosen, stock)
  const held = byResource(await listClaims(resourceIdsOf(stock), span))
  const dateIds = new Set([...held.values()].flatMap((claims) => claims.map((one) => one.dateId)))
  const rows = await sql.listDates([...dateIds], {
    personId: actor?.id ?? null,
    seesAll: seesAll(actor),
  })
  const known = new Map(rows.map((row) => [row.id, knownOf(row)]))
  return { stock: new Map(stock.map((one) => [one.id, one])), held, known, shown: shownOf(known) }
}

/** What is lent only is free when the days that are kept after it are free, too. */
function spanAround(days: LocalDay[], chosen: sql.OfferRow[], stock: Stock[]): Blocked {
  const first = days[0] ?? ''
  const last = days.at(-1) ?? first
  const lent = new Set(chosen.flatMap(({ id, isInLab }) => (isInLab ? [] : [id])))
  const whole = { from: first, to: last, span: { from: '00:00', to: '23:59' } }
  const spans = stock.map((one) =>
    blockedOf(one, lent.has(one.id) ? { ...whole, span: null } : whole),
  )
  return {
    from: Math.min(momentOf(first, '00:00').getTime(), ...spans.map(({ from }) => from)),
    to: Math.max(momentOf(dayAfter(last), '00:00').getTime(), ...spans.map(({ to }) => to)),
  }
}

function knownOf(row: sql.DateRow): Known {
  const { isAsked, startsAt, endsAt, offerIds } = row
  const base = {
    ...{ isAsked, from: startsAt.getTime(), to: endsAt.getTime() },
    offerIds: new Set(offerIds),
  }
  const number = bookingNumber(row)
  const name = isAsked ? blockNames.ownAsked : blockNames.own
  if (row.isOwn)
    return {
      ...base,
      kind: 'own',
      text: `${name} · ${row.purpose ?? ''}`,
      link: paths.booking(number),
    }
  if (row.workshop) return { ...base, kind: 'workshop', ...workshopOf(row.workshop) }
  if (row.school === null) return { ...base, kind: 'other' }
  const who = isAsked ? `${blockNames.seenAsked} · ${row.school}` : row.school
  return { ...base, kind: 'seen', text: `${who} · ${number}`, link: paths.booking(number) }
}

function workshopOf({ number, title, seats }: NonNullable<sql.DateRow['workshop']>) {
  const left = seats === 1 ? '1 Platz frei' : seats > 0 ? `${seats} Plätze frei` : 'ausgebucht'
  return {
    text: `${blockNames.workshop}: ${title} (${left})`,
    link: paths.workshop(number, slugOf(title)),
  }
}

type Around = Found & { day: Day; today: LocalDay }

function rowOf(offer: sql.OfferRow, { day, today, stock, held, known, shown }: Around): Row {
  const own = stock.get(offer.id)
  const base = { slug: offer.slug, name: offer.name, day: day.day, isWholeDay: !offer.isInLab }
  if (!own) return { ...base, of: 0, cells: [] }
  const isEarly = day.day > dayAfter(today, offer.maxAdvanceDays)
  const of = { stock: own, held, known, shown: shown.get(own.id) ?? [], isEarly }
  if (offer.isInLab) return { ...base, of: allOf(own), cells: cellsOf(of, day) }
  const blocked = blockedOf(own, { from: day.day, to: day.day, span: null })
  return { ...base, of: allOf(own), cells: [dayCell(of, day, blocked)] }
}

/** The moments of a day's columns, once for all its rows. */
function dayOf(
  day: LocalDay,
  open: OpenDay,
  { columns, at }: { columns: Column[]; at: Date },
): Day {
  const moments = columns.map(({ from, to }) => ({
    from: momentOf(day, from).getTime(),
    to: momentOf(day, to).getTime(),
  }))
  return { day, columns, moments, open, at: at.getTime() }
}

/** Anybody may hear that something changed on a day: that something is taken is public. */
export const mayHearDay = (): Promise<boolean> => Promise.resolve(true)

/** Where it is heard that something of these changed: the rooms of all their days. */
export async function roomsOfDates(of: {
  dateIds: string[]
  bookingId: string | null
}): Promise<string[]> {
  const times = await sql.listTimes(of)
  const ids = times.flatMap(({ startsAt, endsAt }) => {
    const last = localDayOf(new Date(endsAt.getTime() - 1))
    const all: string[] = []
    for (let day = localDayOf(startsAt); day <= last && all.length < MOST_DAYS; day = dayAfter(day))
      all.push(roomIdOf(day))
    return all
  })
  return [...new Set(ids)]
}

/** Of a long loan the first days are told. */
const MOST_DAYS = 60
