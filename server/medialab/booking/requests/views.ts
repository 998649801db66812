import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { bookingNumber, paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import { leftBehindCount } from '../reassigning/views.ts'
import * as booking from '../sql.ts'
import { aboutFor, dateFor, stampOf } from '../views.ts'
import { PAGE_SIZE } from './contract.ts'
import * as sql from './sql.ts'

const DAY_IN_MS = 86_400_000
/** Rule 15: who had it within a year stands behind who had not. */
export const aYearBefore = (at: Date) => new Date(at.getTime() - 365 * DAY_IN_MS)

/** What schools have asked for, in the order in which it is to be decided. */
export async function requestsFor(actor: Actor, asked: string | null) {
  authorize(may.manage, actor, {})
  const page = pageNumber(asked)
  const [ranked, total] = await Promise.all([
    sql.listRequested(aYearBefore(now()), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countRequested(),
  ])
  const all = await requestsOf(
    actor,
    ranked.map(({ id }) => id),
  )
  const rows = ranked.flatMap(({ id, rank }) => {
    const request = all.get(id)
    return request ? [{ ...request, rank }] : []
  })
  return paged(rows, total, page, PAGE_SIZE)
}

/** These bookings with their dates that are asked for, by id. */
async function requestsOf(actor: Actor, ids: string[]) {
  const [rows, dates] = await Promise.all([booking.listByIds(ids), booking.listDates(ids)])
  return new Map(
    rows.map((row) => {
      const own = dates.filter(({ bookingId }) => bookingId === row.id)
      const asked = own
        .filter(({ state }) => state === 'requested')
        .map((date) => dateFor(actor, row, date))
      return [
        row.id,
        {
          ...aboutFor(row),
          ...{ askedAt: row.createdAt, version: stampOf(row, own), dates: asked },
          needsConsent: asked.some(({ needsConsent }) => needsConsent),
          consentedAt: asked.find(({ consentedAt }) => consentedAt !== null)?.consentedAt ?? null,
        },
      ]
    }),
  )
}

const MOST_TO_CONSENT = 50
const ledBy = (actor: Actor) =>
  schoolsOf(actor).filter((schoolId) => may.consent(actor, { schoolId }))

/** Bookings of the actor's school to which the Schulleitung has to agree. */
export async function toConsentFor(actor: Actor) {
  const schools = ledBy(actor)
  if (schools.length === 0) return []
  const ids = await sql.listToConsent(schools, { at: now(), limit: MOST_TO_CONSENT })
  const all = await requestsOf(actor, ids)
  return ids.flatMap((id) => all.get(id) ?? [])
}

/** What waits for the actor: requests for the SMZ; for a Schulleitung consents, and what people who left had booked. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const schools = ledBy(actor)
  const [requested, left, consents] = await Promise.all([
    may.manage(actor, {}) ? sql.countRequested() : 0,
    leftBehindCount(actor),
    schools.length > 0 ? sql.listToConsent(schools, { at: now(), limit: MOST_TO_CONSENT }) : [],
  ])
  const [first] = consents.length === 1 ? await booking.listByIds(consents) : []
  return [
    ...(requested > 0 ? [requestLine(requested)] : []),
    ...consentLines(consents, first),
    ...(left > 0 ? [leftLine(left)] : []),
  ]
}

const leftLine = (count: number): Waiting => ({
  id: 'lab-left-behind',
  text:
    count === 1
      ? 'Eine Buchung Ihrer Schule im MediaLab hat niemanden mehr, der sie verantwortet.'
      : `${count} Buchungen Ihrer Schule im MediaLab haben niemanden mehr, der sie verantwortet.`,
  action: { label: 'Übergeben', to: paths.reassign() },
})

const requestLine = (count: number): Waiting => ({
  id: 'lab-requests',
  text:
    count === 1
      ? 'Eine Anfrage im MediaLab ist offen.'
      : `${count} Anfragen im MediaLab sind offen.`,
  action: { label: 'Entscheiden', to: paths.requests() },
})

const consentLines = (ids: string[], one: booking.BookingRow | undefined): Waiting[] =>
  ids.length === 0
    ? []
    : [
        {
          id: 'lab-consents',
          text: one
            ? `Eine Ausleihe Ihrer Schule braucht Ihre Zustimmung: ${one.purpose}`
            : `${ids.length} Ausleihen Ihrer Schule brauchen Ihre Zustimmung.`,
          action: {
            label: 'Ansehen',
            to: one ? paths.booking(bookingNumber(one)) : paths.mine(),
          },
        },
      ]
