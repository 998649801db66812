import { type Actor, fullName, hasNetworkRole, schoolsOf } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound } from '#server/platform/errors.ts'
import { qrPath } from '#server/platform/qr.ts'
import { readableCards, type ThingCard } from '#server/platform/things.ts'
import { bookingNumber, numberIn, paths } from '../paths.ts'
import { may } from '../policy.ts'
import type { BookedDate } from './contract.ts'
import { UNDO_MINUTES } from './contract.ts'
import { feedOf } from './links/rules.ts'
import { listListed } from './moving/sql.ts'
import { troublesOf } from '../desk/troubles/views.ts'
import { acts, type DateFacts } from './policy.ts'
import { hasLeft } from './reassigning/sql.ts'
import { isLateAt, lastFreeDay, mapOf, timesInWords, wishOf } from './rules.ts'
import * as sql from './sql.ts'

const MINUTE = 60_000

/** What the policy has to know of one of its dates at this moment. */
export function factsOf(
  { personId, createdBy, schoolId }: Pick<sql.BookingRow, 'personId' | 'createdBy' | 'schoolId'>,
  date: BookedDate,
): DateFacts {
  const at = now()
  return {
    ...{ personId, createdBy, schoolId, state: date.state, isLoan: date.isLoan },
    hasBegun: date.startsAt <= at,
    isOver: date.endsAt <= at,
    isRecent: at.getTime() - date.changedAt.getTime() < UNDO_MINUTES * MINUTE,
    needsPrincipal: needsPrincipal(schoolId, date),
    hasPrincipal: date.principalAt !== null,
  }
}

const needsPrincipal = (schoolId: string | null, { offers }: BookedDate) =>
  schoolId !== null && offers.some(({ approval }) => approval === 'smz_and_principal')

/** The state of the whole, in one number: whatever is changed, it grows. */
export const stampOf = ({ version }: { version: number }, dates: { version: number }[]): number =>
  version + dates.reduce((sum, date) => sum + date.version, 0)

/** @throws NotFound when there is none, or not for this person */
export async function seenBooking(actor: Actor, param: string) {
  const row = existing(await sql.findBooking({ number: numberIn(param) ?? 0 }))
  if (bookingNumber(row) !== param) throw new NotFound()
  authorizeOrHide(may.seeBooking, actor, row)
  return row
}

/** The page of a booking, for who answers for it, the Schulleitung and the SMZ. */
export async function bookingFor(actor: Actor, param: string) {
  const row = await seenBooking(actor, param)
  const [dates, log, sites, cards] = await Promise.all([
    sql.listDates([row.id]),
    sql.listLog(row.id, MOST_LOG),
    sql.listSites(row.outSiteId),
    readableCards(actor, pointersOf(row)),
  ])
  const all = dates.map((date) => dateFor(actor, row, date))
  const troubles = await troublesOf(dates.map(({ id }) => id))
  const rearranged = all.filter(({ can }) => can.rearrange)
  return {
    now: now(),
    booking: { ...aboutFor(row), version: stampOf(row, dates) },
    dates: all,
    troubles: troubles.map(({ dateId, sentence }) => ({ dateId, sentence })),
    sites: sites.map(({ isLab, name, address, phone }) => ({
      ...{ isLab, name, address, phone },
      map: mapOf(address),
    })),
    code: codeOf(row),
    left: await leftFor(actor, row),
    cards: [...cards.values()].map(({ title, path }) => ({ title, path })),
    log: [
      ...log.map(({ id, at, act, note, ...person }) => ({
        id,
        at,
        act,
        note,
        who: nameOf(person),
      })),
      { ...BOOKED, at: row.createdAt, who: bookerOf(row, actor) },
    ],
    more: rearranged.length > 0 ? await offersBeside(rearranged) : [],
    feed: row.personId === actor.id ? feedOf(row) : null,
    isOwn: row.personId === actor.id || row.createdBy === actor.id,
    isStaff: hasNetworkRole(actor, 'smz_staff'),
    can: {
      cancelAny: all.some(({ can }) => can.cancel),
      edit: all.some(({ can }) => can.edit),
      rearrange: rearranged.length > 0,
      approve: all.some(({ can }) => can.approve),
      reject: all.some(({ can }) => can.reject),
      consent: all.some(({ can }) => can.consent),
    },
  }
}

/** Has whoever answers for it left the school: for themselves, and for whoever leads it and can give it to others. */
async function leftFor(actor: Actor, { id, personId, schoolId }: sql.BookingRow) {
  if (may.reassign(actor, { schoolId, hasLeft: true }))
    return (await hasLeft(id, now())) ? ('lead' as const) : null
  const isAway = schoolId !== null && !schoolsOf(actor).includes(schoolId)
  return personId === actor.id && isAway && !may.manage(actor, {}) ? ('own' as const) : null
}

const LONGEST_CODE = 100

/** Its page as a QR code, for a phone or the counter. */
function codeOf(row: sql.BookingRow) {
  const { href } = new URL(paths.booking(bookingNumber(row)), settings().origin)
  return href.length > LONGEST_CODE ? null : { address: href, ...qrPath(href) }
}

const MOST_LOG = 50
const BOOKED = { id: '0', act: 'booked', note: '' } as const

type Seen = ReturnType<typeof dateFor>

/** What could be had as well on such dates. */
async function offersBeside(dates: Seen[]): Promise<{ value: string; label: string }[]> {
  const has = new Set(dates.flatMap(({ offers }) => offers.map(({ slug }) => slug)))
  const isLent = dates.every(({ isLoan }) => isLoan)
  const all = await listListed()
  return all
    .filter((offer) => (isLent ? offer.isLent : offer.isInLab) && !has.has(offer.slug))
    .map(({ slug, name }) => ({ value: slug, label: name }))
}

const pointersOf = ({ plgId, projectId }: sql.BookingRow) => [
  ...(plgId ? [{ thingKind: 'plg', thingId: plgId }] : []),
  ...(projectId ? [{ thingKind: 'project', thingId: projectId }] : []),
]

/** What a page says of the booking as a whole. */
export function aboutFor(row: sql.BookingRow) {
  const { id, purpose, subject, grade, participants, phone, school, outBy, overrideReason } = row
  return {
    ...{ id, purpose, subject, grade, participants, phone, school, outBy, overrideReason },
    number: bookingNumber(row),
    person: nameOf(row),
  }
}

/** What a page says of one date, and what its reader may do with it. */
export function dateFor(actor: Actor, row: sql.BookingRow, date: BookedDate) {
  const { id, position, state, stateReason, isLoan, extended, isLateCancelled, offers } = date
  const facts = factsOf(row, date)
  return {
    ...{ id, position, state, stateReason, isLoan, extended, isLateCancelled },
    ...wishOf(date),
    when: timesInWords(date),
    offers: offers.map(({ slug, name, kind, quantity, room, code }) => ({
      ...{ slug, name, kind, quantity, room, code },
    })),
    freeUntil: lastFreeDay(wishOf(date).from),
    isLate: isLateAt(date, now()),
    needsConsent: facts.needsPrincipal,
    consentedAt: date.principalAt,
    can: abilities(acts, actor, facts),
  }
}

const nameOf = ({ firstName, lastName }: { firstName: string | null; lastName: string | null }) =>
  firstName !== null && lastName !== null ? fullName({ firstName, lastName }) : null

const bookerOf = (row: sql.BookingRow, actor: Actor) => {
  // It was given on since, or there is no account any more.
  if (row.createdBy === null) return null
  if (row.createdBy === row.personId) return nameOf(row)
  return row.createdBy === actor.id ? fullName(actor) : 'SMZ'
}

/** Lines for the bell, of those bookings the actor may see. */
export async function bookingThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listByIds(ids)
  return rows
    .filter((row) => may.seeBooking(actor, row))
    .map((row) => ({
      ...{ id: row.id, title: row.purpose },
      context: [`Buchung ${bookingNumber(row)}`, row.school].filter(Boolean).join(', '),
      path: paths.booking(bookingNumber(row)),
    }))
}

export async function mayHearBooking(actor: Actor, id: string): Promise<boolean> {
  const [row] = await sql.listByIds([id])
  return row !== undefined && may.seeBooking(actor, row)
}

/** The id of the booking whose page has this address. */
export async function locateBooking(path: string): Promise<string | undefined> {
  const [, param = ''] = /^\/medialab\/buchung\/(\d{4}-\d{1,9})$/.exec(path) ?? []
  const row = param === '' ? undefined : await sql.findBooking({ number: numberIn(param) ?? 0 })
  return row && bookingNumber(row) === param ? row.id : undefined
}
