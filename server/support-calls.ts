import * as cockpit from './plg/cockpit/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as answering from './support/answering/views.ts'
import * as budget from './support/budget/views.ts'
import * as calls from './support/calls/views.ts'
import * as funding from './support/funding/views.ts'
import * as requests from './support/requests/views.ts'
import * as support from './support/views.ts'
import type { Surroundings } from './surroundings.ts'

const callAddress = (at: Surroundings) => `${at.helped().call}-bruch-1`

/** Views of help and money, and of those who accompany, as in view-calls.ts. */
export const supportCalls: Record<string, Record<string, Budget | string>> = {
  support: {
    waitingFor: one(1, (at) => support.waitingFor(at.staff)),
    answersRequests: PURE,
  },
  'support/requests': {
    requestsOfPlg: many(3, (at) => requests.requestsOfPlg(at.lead, at.plg.slug, 1)),
    askingFor: many(3, (at) => requests.askingFor(at.lead, at.plg.slug)),
    inboxFor: many(2, (at) => requests.inboxFor(at.staff, { isOver: false, page: 1 })),
    requestFor: one(1, (at) => requests.requestFor(at.lead, at.helped().request)),
    requestCards: many(1, (at) => requests.requestCards(at.staff, at.ids('support-request'))),
  },
  'support/answering': {
    answerableCall: one(1, (at) => answering.answerableCall(at.lead, callAddress(at))),
  },
  'support/calls': {
    callsFor: many(3, (at) => calls.callsFor(at.staff, 1)),
    callFor: many(4, (at) => calls.callFor(at.lead, callAddress(at))),
    newCallFor: PURE,
    callForEdit: one(1, (at) => calls.callForEdit(at.staff, callAddress(at))),
    searchCalls: many(1, (at) => calls.searchCalls(at.lead, ['bruch'], 11)),
    callCards: many(1, (at) => calls.callCards(at.lead, at.ids('project-call'))),
    locateCall: one(1, () => calls.locateCall('/aufrufe/1-bruch')),
  },
  'support/funding': {
    fundingsOfPlg: many(2, (at) => funding.fundingsOfPlg(at.lead, at.plg.slug)),
    fundingsOfCall: many(1, (at) =>
      funding.fundingsOfCall(at.lead, at.ids('project-call')[0] ?? ''),
    ),
    fundingsFor: many(2, (at) => funding.fundingsFor(at.principal, { state: '', page: 1 })),
    newFundingFor: one(2, (at) => funding.newFundingFor(at.lead, callAddress(at))),
    fundingFor: many(5, (at) => funding.fundingFor(at.lead, at.helped().funding)),
    fundingForEdit: many(3, (at) => funding.fundingForEdit(at.lead, at.helped().funding)),
    fundingCards: many(1, (at) => funding.fundingCards(at.lead, at.ids('funding'))),
    fundingStanding: one(1, (at) => funding.fundingStanding(at.lead, at.ids('funding')[0] ?? '')),
  },
  'support/budget': {
    budgetFor: many(4, (at) => budget.budgetFor(at.staff, { year: '2026', page: 1 })),
    budgetFile: many(3, (at) => budget.budgetFile(at.staff, '2026')),
  },
  'plg/cockpit': { cockpitFor: one(3, (at) => cockpit.cockpitFor(at.staff, 1)) },
}
