import * as catalogue from './medialab/offers/views.ts'
import * as instructions from './medialab/instructions/views.ts'
import * as editing from './medialab/offers/editing/views.ts'
import * as items from './medialab/offers/items/views.ts'
import * as opening from './medialab/opening/views.ts'
import * as medialab from './medialab/views.ts'
import { type Budget, many, one } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const found = (word: string) => new URLSearchParams({ q: word })
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
    offerPageFor: many(11, (at) => catalogue.offerPageFor(at.lead, at.lab().heap)),
    offerFor: many(10, (at) => catalogue.offerFor(at.lead, at.lab().heap)),
  },
  'medialab/offers/editing': {
    managedFor: many(2, (at) => editing.managedFor(at.staff, found('bruch'))),
    newOfferFor: one(1, (at) => editing.newOfferFor(at.staff)),
    editOfferFor: many(3, (at) => editing.editOfferFor(at.staff, at.lab().heap)),
  },
  'medialab/offers/items': {
    stockFor: one(5, (at) => items.stockFor(at.staff, at.lab().heap)),
    itemFor: many(3, (at) => items.itemFor(at.staff, at.lab().heap, heaps(at)[0] ?? '')),
  },
  'medialab/opening': {
    openingBetween: many(1, () => opening.openingBetween('2098-01-01', '2098-12-31')),
    hoursFor: many(3, (at) => opening.hoursFor(at.staff)),
    hoursEntryFor: 'one entry by its id and the few places, each one query',
  },
  'medialab/instructions': {
    ownInstructions: many(1, (at) => instructions.ownInstructions(at.lead)),
    instructionsFor: many(1, (at) => instructions.instructionsFor(at.staff)),
    instructionFor: many(4, (at) =>
      instructions.instructionFor(at.staff, at.ids('lab-instruction')[0] ?? '', found('kim')),
    ),
  },
}
