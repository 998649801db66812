import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as imports from './software/curation/import/views.ts'
import * as merging from './software/curation/merging/views.ts'
import * as directory from './software/directory/views.ts'
import * as following from './software/following/views.ts'
import * as software from './software/views.ts'

const anApp = (_id: string, at: number) => ({
  ...{ line: at + 2, name: `Bruch-App ${at}`, vendor: '', website: '', description: '' },
  ...{ kind: 'web' as const, costModel: 'free' as const, subjects: [], appStoreId: null },
})
const READER = { today: '2026-11-22', form: null, schools: [] }

/** Views of the directory of software and of its curation, as in view-calls.ts. */
export const softwareDirectoryCalls: Record<string, Record<string, Budget | string>> = {
  software: {
    formOfReader: one(1, (at) => software.formOfReader(at.lead)),
    placeOfReader: one(1, (at) => software.placeOfReader(at.lead)),
    productThings: many(2, (at) => software.productThings(at.lead, at.ids('product'))),
    standingTo: one(1, (at) => software.standingTo(at.staff, at.software().productId)),
    locateProduct: one(1, (at) => software.locateProduct(`/software/${at.software().product}`)),
  },
  'software/curation/bulk': {
    bulkPageFor: 'asks directoryFor alone',
  },
  'software/curation/import': {
    importPageFor: one(1, (at) => imports.importPageFor(at.staff, null)),
    planFor: many(4, (at) => imports.planFor(at.ids('product').map(anApp))),
  },
  'software/curation/merging': {
    duplicatesFor: many(5, (at) => merging.duplicatesFor(at.staff)),
    pairFor: 'needs two entries, whatever else there is: three statements',
    blockedBy: 'asked by pairFor',
  },
  'software/following': {
    factsOf: PURE,
    listsFor: one(6, (at) => following.listsFor(at.lead, at.software().product)),
    listFor: 'a list is its own and the apps are those of cardsOf: four statements',
    followedBy: one(1, (at) => following.followedBy(at.lead, at.software().productId)),
  },
  'software/directory': {
    readerFor: one(1, (at) => directory.readerFor(at.lead)),
    directoryFor: many(6, (at) =>
      directory.directoryFor(at.lead, { q: 'bruch', fach: 'mathematics', meine: 'ja' }),
    ),
    cardsOf: many(2, (at) => directory.cardsOf(at.lead, at.ids('product'), READER)),
    alternativesTo: one(5, (at) =>
      directory.alternativesTo(
        { id: at.software().productId, functionTags: ['quiz'] },
        { ...READER, seesRefusals: true },
      ),
    ),
    comparisonFor: one(3, (at) =>
      directory.comparisonFor(at.lead, new URLSearchParams('apps=bruch-app-0')),
    ),
    searchSoftware: many(3, (at) => directory.searchSoftware(at.lead, ['bruch'], 11)),
  },
}
