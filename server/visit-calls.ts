import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'
import * as agreements from './visits/agreements/views.ts'
import * as calendar from './visits/calendar/views.ts'
import * as offers from './visits/offers/views.ts'
import * as releases from './visits/releases/views.ts'
import * as visits from './visits/views.ts'

/** The first one that was grown; its number is what the database gave it. */
const FIRST = '1-bruch'
const LONG_AGO = new Date('2026-01-01T00:00:00Z')
const lastOf = ({ ids }: Surroundings, kind: string) => ids(kind)[0] ?? ''

/** Views of open classrooms and visits, as in view-calls.ts. */
export const visitCalls: Record<string, Record<string, Budget | string>> = {
  visits: {
    authorizeVisit: PURE,
    factsOf: PURE,
    foundVisit: one(1, (at) => visits.foundVisit(at.lead, '1')),
    visitFor: many(4, (at) => visits.visitFor(at.lead, '1')),
    visitsFor: many(2, (at) => visits.visitsFor(at.lead, null)),
    visitsOfPlg: many(3, (at) => visits.visitsOfPlg(at.lead, at.plg.slug, null)),
    waitingFor: one(2, (at) => visits.waitingFor(at.principal)),
    visitThings: many(1, (at) => visits.visitThings(at.lead, at.ids('classroom-visit'))),
    mayHearVisit: one(1, (at) => visits.mayHearVisit(at.lead, lastOf(at, 'classroom-visit'))),
  },
  'visits/agreements': {
    agreeingFor: many(2, (at) => agreements.agreeingFor(at.lead, at.workshop.slug)),
  },
  'visits/calendar': {
    icsFor: one(2, (at) => calendar.icsFor(at.lead, '1')),
    visitDates: many(1, (at) => calendar.visitDates(at.lead, { since: LONG_AGO, limit: 500 })),
  },
  'visits/offers': {
    pathOf: PURE,
    marketFor: many(3, (at) => offers.marketFor(at.lead, { fach: 'mathematics' })),
    newOfferFor: many(2, (at) => offers.newOfferFor(at.lead)),
    seenOffer: one(1, (at) => offers.seenOffer(at.lead, FIRST)),
    offerFor: many(4, (at) => offers.offerFor(at.lead, FIRST)),
    offerEditingFor: one(1, (at) => offers.offerEditingFor(at.lead, FIRST)),
    offerThings: many(1, (at) => offers.offerThings(at.lead, at.ids('classroom-offer'))),
    standingTo: one(1, (at) => offers.standingTo(at.lead, lastOf(at, 'classroom-offer'))),
    locateOffer: one(1, () => offers.locateOffer('/hospitation/1-bruch')),
    searchOffers: many(1, (at) => offers.searchOffers(at.lead, ['bruch'], 11)),
  },
  'visits/releases': {
    releasesFor: many(3, (at) => releases.releasesFor(at.principal, at.school.slug, null)),
    waitingReleases: one(1, (at) => releases.waitingReleases(at.principal)),
    releaseThings: many(1, (at) => releases.releaseThings(at.principal, at.ids('classroom-visit'))),
  },
}
