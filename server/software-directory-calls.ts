import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as merging from './software/curation/merging/views.ts'
import * as directory from './software/directory/views.ts'
import * as following from './software/following/views.ts'
import * as software from './software/views.ts'

const READER = { today: '2026-11-22', form: null }

/** Views of the directory of software and of its curation, as in view-calls.ts. */
export const softwareDirectoryCalls: Record<string, Record<string, Budget | string>> = {
  software: {
    formOfReader: one(1, (at) => software.formOfReader(at.lead)),
    productThings: many(2, (at) => software.productThings(at.lead, at.ids('product'))),
    standingTo: one(1, (at) => software.standingTo(at.staff, at.software().productId)),
    locateProduct: one(1, (at) => software.locateProduct(`/software/${at.software().product}`)),
  },
  'software/curation/merging': {
    duplicatesFor: many(3, (at) => merging.duplicatesFor(at.staff)),
    pairFor: 'needs two entries, whatever else there is: three statements',
    blockedBy: 'asked by pairFor',
  },
  'software/following': {
    factsOf: PURE,
    listsFor: many(6, (at) => following.listsFor(at.lead, at.software().product)),
    listFor: 'a list is its own and the apps are those of cardsOf: four statements',
    followedBy: one(1, (at) => following.followedBy(at.lead, at.software().productId)),
  },
  'software/directory': {
    readerFor: one(1, (at) => directory.readerFor(at.lead)),
    directoryFor: many(6, (at) =>
      directory.directoryFor(at.lead, { q: 'bruch', fach: 'mathematics', meine: 'ja' }),
    ),
    cardsOf: many(1, (at) => directory.cardsOf(at.lead, at.ids('product'), READER)),
    searchSoftware: many(3, (at) => directory.searchSoftware(at.lead, ['bruch'], 11)),
  },
}
