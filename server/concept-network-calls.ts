import { idOf } from '#db/factories/neighbourhood.ts'
import * as aims from './concepts/aims/views.ts'
import * as adopting from './concepts/network/adopting/views.ts'
import * as near from './concepts/network/near/views.ts'
import * as network from './concepts/network/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const goalAt = ({ published }: Surroundings) => ({
  ...{ slug: published().slug, number: 1, position: 0 },
})
const first = (at: Surroundings) => new URLSearchParams({ schulen: at.published().slug })

/** Views between schools, as in view-calls.ts. */
export const conceptNetworkCalls: Record<string, Record<string, Budget | string>> = {
  'concepts/network': {
    conceptSearchFor: many(7, (at) =>
      network.conceptSearchFor(at.lead, { q: 'bruch kapitel', schulform: '' }),
    ),
    searchPublished: many(1, (at) => network.searchPublished(at.lead, ['bruch'], 11)),
    searchPublishedGoals: many(1, () => network.searchPublishedGoals(null, ['bruch'], 11)),
    sideBySideFor: many(12, (at) => network.sideBySideFor(at.staff, first(at))),
    conceptOfSchool: one(1, () => network.conceptOfSchool(null, idOf('school', 1))),
  },
  'concepts/network/adopting': {
    goalAddress: PURE,
    publishedGoalFor: many(7, (at) => adopting.publishedGoalFor(at.lead, goalAt(at))),
    similarGoalsFor: many(5, (at) => adopting.similarGoalsFor(at.lead, idOf('published-goal', 1))),
    nearestGoals: many(2, (at) => adopting.nearestGoals(at.lead, idOf('published-goal', 1))),
  },
  'concepts/network/near': {
    goalsLike: one(1, (at) => near.goalsLike(at.lead, { text: 'Bruch', competencies: ['4.1'] })),
  },
  'concepts/aims': {
    factsOf: PURE,
    aimNumber: PURE,
    seenAim: one(1, (at) => aims.seenAim(null, at.published().aim)),
    aimsFor: many(2, (at) => aims.aimsFor(at.lead)),
    aimFor: many(8, (at) => aims.aimFor(at.lead, at.published().aim)),
    newAimFor: many(2, (at) => aims.newAimFor(at.lead, { replaced: at.published().aim })),
    aimCards: many(1, (at) => aims.aimCards(at.lead, at.ids('aim'))),
    waitingFor: one(1, (at) => aims.waitingFor(at.staff)),
    aimEditingFor: 'one in force keeps its words: nobody edits it; as seenAim and newAimFor',
  },
  'concepts/aims/comments': { commentsOf: 'a part of aimFor' },
}
