import { LAB_DAY } from '#db/factories/lab-neighbourhood.ts'
import * as checkout from './medialab/checkout/views.ts'
import * as finding from './medialab/finding/views.ts'
import * as placing from './medialab/placing/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const THEN = { from: LAB_DAY, to: LAB_DAY, span: { from: '10:00', to: '12:00' } }
/** Everything the lab has begins with this word. */
const WORDS = { was1: 'Bruch', was2: 'Raum', was3: 'Beratung', anzahl1: '2' }
const asked = (more: Record<string, string> = {}) =>
  new URLSearchParams({ tag: LAB_DAY, von: '10:00', bis: '12:00', ...WORDS, ...more })
const korb = (at: Surroundings) => `${at.lab().heap}:1,${at.lab().room}:1`
const inputOf = (at: Surroundings) => ({
  ...{ basket: korb(at), way: 'lab' as const, day: LAB_DAY, from: '10:00', to: '12:00' },
  ...{ purpose: '', subject: '', phone: '', override: '', clientKey: '' },
})
const wanted = (at: Surroundings) => checkout.wantedOf(at.lead, { ...inputOf(at), name: '' })

/** Views of looking for a free time and of booking it, as in view-calls.ts. */
export const labFindingCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/finding': {
    alternativesTo: one(4, (at) =>
      finding.alternativesTo([{ id: at.ids('lab-heap')[0] ?? '', quantity: 1 }], THEN),
    ),
    alternativesForAll: 'asked through alternativesTo',
    findFor: many(16, async (at) => [
      await finding.findFor(at.lead, asked()),
      await finding.findFor(null, asked({ wann: 'offen' })),
    ]),
  },
  'medialab/checkout': {
    checkoutFor: many(20, (at) => checkout.checkoutFor(at.lead, asked({ korb: korb(at) }))),
    wantedOf: one(1, wanted),
    previewOf: one(14, (at) => checkout.previewOf(at.lead, { ...inputOf(at), name: '' })),
    shownFor: many(14, (at) => checkout.shownFor(at.staff, { ...inputOf(at), name: 'Kim' })),
  },
  'medialab/stock': {
    resourceIdsOf: PURE,
  },
  'medialab/placing': {
    groundOf: 'asked through weighed',
    judge: PURE,
    caseOf: one(4, async (at) => placing.caseOf(at.lead, await wanted(at))),
    weighed: one(12, async (at) =>
      placing.weighed(await placing.caseOf(at.lead, await wanted(at))),
    ),
  },
}
