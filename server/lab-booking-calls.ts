import { keyFor } from './medialab/booking/links/rules.ts'
import * as links from './medialab/booking/links/views.ts'
import * as moving from './medialab/booking/moving/views.ts'
import * as own from './medialab/booking/own/views.ts'
import * as reassigning from './medialab/booking/reassigning/views.ts'
import * as requests from './medialab/booking/requests/views.ts'
import * as booking from './medialab/booking/views.ts'
import * as calendars from './medialab/calendars/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const LONG_AGO = new Date('2026-01-01T00:00:00Z')
const first = ({ ids }: Surroundings) => ids('lab-booking')[0] ?? ''
const keyAt = (at: Surroundings) => keyFor({ id: first(at), personId: null, linkHash: null })
const feedAt = (at: Surroundings) => `${first(at)}.${'A'.repeat(43)}`
const NEXT = { tag: '2099-03-03', von: '08:00', bis: '09:00' }
const PART_OF_OTHERS = 'called by what moves a date, and counted there'

/** Views of bookings once they are made, as in view-calls.ts. */
export const labBookingCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/booking': {
    factsOf: PURE,
    stampOf: PURE,
    aboutFor: PURE,
    dateFor: PURE,
    seenBooking: one(1, (at) => booking.seenBooking(at.lead, at.lab().booking)),
    bookingFor: one(8, (at) => booking.bookingFor(at.lead, at.lab().booking)),
    bookingThings: many(1, (at) => booking.bookingThings(at.lead, at.ids('lab-booking'))),
    mayHearBooking: one(1, (at) => booking.mayHearBooking(at.lead, first(at))),
    locateBooking: one(1, (at) => booking.locateBooking(`/medialab/buchung/${at.lab().booking}`)),
  },
  'medialab/booking/holding': { offeredOf: PART_OF_OTHERS, weighAnew: PART_OF_OTHERS },
  'medialab/booking/moving': {
    movingFor: one(20, (at) => moving.movingFor(at.lead, at.lab().booking, 1, NEXT)),
    extensionFor: PART_OF_OTHERS,
    extendingOf: PART_OF_OTHERS,
    blockedUntil: PURE,
  },
  'medialab/booking/own': {
    mineFor: many(6, (at) => own.mineFor(at.lead, new URLSearchParams())),
    nextBookings: one(1, (at) => own.nextBookings(at.lead, 3)),
  },
  'medialab/booking/reassigning': {
    leftBehindCount: one(1, (at) => reassigning.leftBehindCount(at.principal)),
    leftBehindFor: many(4, (at) => reassigning.leftBehindFor(at.principal)),
    reassignedCards: one(1, (at) => reassigning.reassignedCards(at.lead, [first(at)])),
  },
  'medialab/booking/requests': {
    aYearBefore: PURE,
    requestsFor: many(4, (at) => requests.requestsFor(at.staff, null)),
    toConsentFor: one(3, (at) => requests.toConsentFor(at.principal)),
    waitingFor: one(4, (at) => requests.waitingFor(at.principal)),
  },
  'medialab/booking/links': {
    behindLink: one(1, (at) => links.behindLink(keyAt(at))),
    behindFeed: one(1, (at) => links.behindFeed(feedAt(at))),
    linkFor: one(3, (at) => links.linkFor(keyAt(at))),
  },
  'medialab/calendars': {
    icsFor: one(2, (at) => calendars.icsFor(at.lead, at.lab().booking)),
    feedFor: one(2, (at) => calendars.feedFor(feedAt(at))),
    labDates: many(1, (at) => calendars.labDates(at.lead, { since: LONG_AGO, limit: 500 })),
  },
}
