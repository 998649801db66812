import type { Actor } from './auth/actor.ts'
import { type Budget, many, one } from './query-budgets.ts'
import * as proposing from './software/proposing/views.ts'
import * as blocks from './software/review/blocks/views.ts'
import * as opinions from './software/review/opinions/views.ts'
import * as questions from './software/review/questions/views.ts'
import * as triage from './software/review/triage/views.ts'
import * as review from './software/review/views.ts'
import type { Surroundings } from './surroundings.ts'

const officer = ({ staff }: Surroundings): Actor => ({
  ...staff,
  memberships: [{ role: 'school_dpo', schoolId: null, state: 'confirmed' }],
})
const DESK = { filter: null, page: 1 }

/** Views of proposals and of their review, as in view-calls.ts. */
export const softwareReviewCalls: Record<string, Record<string, Budget | string>> = {
  'software/proposing': {
    proposingFor: many(5, (at) =>
      proposing.proposingFor(at.lead, { name: 'Bruch-App', draft: null, page: 1 }),
    ),
    proposalFor: one(1, (at) => proposing.proposalFor(at.lead, at.software().review)),
    requestFor: one(3, (at) => proposing.requestFor(at.lead, at.software().product)),
  },
  'software/review': {
    deskFor: many(2, (at) => review.deskFor(officer(at), DESK)),
    seenCase: one(1, (at) => review.seenCase(officer(at), at.software().review)),
    changesFor: one(1, (at) =>
      review.changesFor({ id: at.ids('review')[0] ?? '', productId: at.software().productId }),
    ),
    caseCards: many(1, (at) => review.caseCards(officer(at), at.ids('review'))),
    paperStanding: one(1, (at) => review.paperStanding(officer(at), at.ids('review')[0] ?? '')),
    paperCards: many(1, (at) => review.paperCards(officer(at), at.ids('review'))),
    authorizeWork: 'asks nothing',
  },
  'software/review/triage': {
    triageFor: one(2, (at) => triage.triageFor(at.staff, 1)),
    triageCaseFor: one(2, (at) => triage.triageCaseFor(at.staff, at.software().review)),
  },
  'software/review/opinions': {
    reviewFor: one(12, (at) => opinions.reviewFor(officer(at), at.software().review)),
    signingFor: one(4, (at) => opinions.signingFor(officer(at), at.software().review)),
    opinionPdf: 'needs a signed opinion and a browser; reads what reviewFor reads',
  },
  'software/review/questions': {
    vendorPage: one(1, () => questions.vendorPage('unbekannt')),
  },
  'software/review/blocks': { blocksFor: one(1, (at) => blocks.blocksFor(officer(at))) },
}
