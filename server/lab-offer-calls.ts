import * as catalogue from './medialab/offers/views.ts'
import * as medialab from './medialab/views.ts'
import { type Budget, many, one } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const heaps = ({ ids }: Surroundings) => ids('lab-heap')

/** Views of the MediaLab's offers, hours and instructions, as in view-calls.ts. */
export const labOfferCalls: Record<string, Record<string, Budget | string>> = {
  medialab: {
    startFor: one(3, (at) => medialab.startFor(at.lead)),
    offerThings: many(1, (at) => medialab.offerThings(at.lead, heaps(at))),
    offerStanding: one(1, (at) => medialab.offerStanding(at.lead, heaps(at)[0] ?? '')),
    locateOffer: one(1, (at) => medialab.locateOffer(`/medialab/angebote/${at.lab().heap}`)),
    searchOffers: many(1, (at) => medialab.searchOffers(at.lead, ['bruch'], 11)),
  },
  'medialab/offers': {
    catalogueFor: many(2, (at) => catalogue.catalogueFor(at.lead, { q: 'bruch' })),
    offerFor: many(8, (at) => catalogue.offerFor(at.lead, at.lab().heap)),
  },
}
