import { fullName } from '#server/auth/actor.ts'
import { notify } from '#server/notifications/commands.ts'
import { mailGoesAt } from '#server/notifications/views.ts'
import { delivering, durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { transaction } from '#server/platform/transaction.ts'
import { tell } from '#server/realtime/emit.ts'
import { labBooked, labChanged } from '../events.ts'
import { bookingNumber } from '../paths.ts'
import type { Act } from './contract.ts'
import { bookingActed } from './events.ts'
import { hashOf, keyFor, linkOf } from './links/rules.ts'
import { confirmation } from './mails/confirmation.ts'
import { bookingReassigned } from './reassigning/events.ts'
import { reactions as reassigning } from './reassigning/reactions.ts'
import { timesInWords } from './rules.ts'
import * as sql from './sql.ts'

const KIND = 'lab-booking'
const LIVE = ['requested', 'confirmed', 'prepared']

/** Now in working hours, else in the morning: the letter waits in the row of its booking. */
async function confirmLater(bookingId: string): Promise<void> {
  const at = now()
  const due = mailGoesAt(at)
  if (due <= at) await confirmNow(bookingId)
  else await transaction(() => sql.noteLetter(bookingId, { letterDueAt: due }))
}

/** Twice is no harm: it is the same letter with the same link. */
export async function confirmNow(bookingId: string): Promise<void> {
  const row = await sql.findBooking({ id: bookingId })
  const to = row?.personId ? await sql.findAddressee(row.personId) : undefined
  const dates = row
    ? (await sql.listDates([row.id])).filter(({ state }) => LIVE.includes(state))
    : []
  if (row && to && dates.length > 0) {
    const linkHash = hashOf(keyFor(row))
    await transaction(() => sql.noteLetter(row.id, { linkHash }))
    const sites = await sql.listSites(row.outSiteId)
    const site = sites.find(({ id }) => id === row.outSiteId) ?? sites.find(({ isLab }) => isLab)
    await sendLetter(
      confirmation(
        { name: fullName(to), address: to.email },
        {
          ...{ number: bookingNumber(row), purpose: row.purpose },
          isRequested: dates.every(({ state }) => state === 'requested'),
          dates: dates.map((date) => ({
            when: timesInWords(date),
            offers: date.offers.map(({ name, quantity }) =>
              quantity > 1 ? `${quantity} × ${name}` : name,
            ),
          })),
          place: site ? [site.name, site.address].filter(Boolean).join(', ') : 'MediaLab',
          path: linkOf({ ...row, linkHash }),
        },
      ),
    )
  }
  await transaction(() => sql.noteLetter(bookingId, { letterDueAt: null }))
}

/** What others have done concerns whoever answers for it; of one's own acts nobody is told. */
async function tellOwners(news: {
  bookingId: string
  actorId: string | null
  act: Act
  reason: string
}): Promise<void> {
  // Both hear it in words of their own.
  if (news.act === 'reassigned') return
  await notify({
    kind: 'medialab.booking-changed',
    thing: { kind: KIND, id: news.bookingId },
    actorId: news.actorId,
    audience: sql.ownersOf(news.bookingId),
    mail: 'soon',
    details: { act: news.act, reason: news.reason },
  })
}

/** Of a request the SMZ hears, and who leads the school where its word is needed. */
async function tellDeciders({ bookingId, actorId }: { bookingId: string; actorId: string }) {
  const dates = (await sql.listDates([bookingId])).filter(({ state }) => state === 'requested')
  if (dates.length === 0) return
  const news = { thing: { kind: KIND, id: bookingId }, actorId }
  await notify({
    ...{ ...news, kind: 'medialab.request-arrived', mail: 'digest' },
    audience: sql.staffNow(now()),
  })
  const isAsked = dates.some(({ offers }) =>
    offers.some(({ approval }) => approval === 'smz_and_principal'),
  )
  if (isAsked)
    await notify({
      ...{ ...news, kind: 'medialab.consent-asked', mail: 'soon' },
      audience: sql.headsOf(bookingId, now()),
    })
}

export const reactions = [
  live(labChanged, ({ bookingId }) =>
    tell(roomOf(KIND, bookingId), { kind: KIND, id: bookingId, what: 'booking-changed' }),
  ),
  delivering(labBooked, 'medialab.confirm-booking', ({ bookingId }) => confirmLater(bookingId)),
  durable(labBooked, 'medialab.tell-deciders', tellDeciders),
  durable(bookingActed, 'medialab.tell-owners-of-act', tellOwners),
  delivering(bookingActed, 'medialab.confirm-after-act', async ({ bookingId, act }) => {
    if (act === 'approved') await confirmLater(bookingId)
  }),
  delivering(bookingReassigned, 'medialab.confirm-reassigned', ({ bookingId }) =>
    confirmLater(bookingId),
  ),
  ...reassigning,
]
