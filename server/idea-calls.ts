import { randomUUID } from 'node:crypto'
import * as founding from './ideas/founding/views.ts'
import * as imports from './ideas/import/views.ts'
import * as interests from './ideas/interests/views.ts'
import * as market from './ideas/market/views.ts'
import * as merging from './ideas/merging/views.ts'
import * as reading from './ideas/reading/views.ts'
import * as ideas from './ideas/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const ideaId = ({ ids }: Surroundings) => ids('idea')[0] ?? ''
/** The first one that was grown; its number is what the database gave it. */
const FIRST = '1-bruch'
const aRow = {
  ...{ line: 2, group: 'Bruch', kind: '', programme: '', question: '', school: '' },
  ...{ email: 'a@b.example', role: '', eventAt: '', eventTitle: '' },
  ...{ documentTitle: '', documentLink: '' },
}

/** Views of ideas, as in view-calls.ts. */
export const ideaCalls: Record<string, Record<string, Budget | string>> = {
  ideas: {
    authorizeVisit: PURE,
    factsOf: PURE,
    pathOf: PURE,
    cardOf: PURE,
    seenIdea: one(1, (at) => ideas.seenIdea(at.lead, FIRST)),
    ownSchools: one(1, (at) => ideas.ownSchools(at.outsider)),
    newIdeaFor: many(4, (at) => ideas.newIdeaFor(at.outsider, 'Bruch', String(at.helped().call))),
    editingFor: one(2, (at) => ideas.editingFor(at.lead, FIRST)),
    ideaThings: many(1, (at) => ideas.ideaThings(at.lead, at.ids('idea'))),
    standingTo: one(1, (at) => ideas.standingTo(at.lead, ideaId(at))),
    locateIdea: one(1, () => ideas.locateIdea('/ideen/1-bruch')),
    searchIdeas: many(1, (at) => ideas.searchIdeas(at.lead, ['bruch'], 11)),
    mayHearIdea: one(1, (at) => ideas.mayHearIdea(at.lead, ideaId(at))),
  },
  'ideas/founding': {
    fittingSchools: one(2, async (at) => {
      const { row } = await ideas.seenIdea(at.lead, FIRST)
      return founding.fittingSchools(row)
    }),
    foundingFor: many(6, (at) => founding.foundingFor(at.lead, FIRST)),
  },
  'ideas/import': {
    importPageFor: one(1, (at) => imports.importPageFor(at.staff, null)),
    comparison: many(6, (at) =>
      imports.comparison(
        at.operator,
        at.ids('person').map((id) => ({ ...aRow, email: `${id}@b.example` })),
        'Liste',
      ),
    ),
  },
  'ideas/interests': {
    interestsOf: many(1, (at) => interests.interestsOf(at.lead, ideaId(at))),
  },
  'ideas/market': {
    answersTo: many(2, (at) => market.answersTo(at.lead, at.ids('project-call')[0] ?? '', 1)),
    marketFor: many(5, (at) => market.marketFor(at.lead, { q: 'bruch', fach: 'mathematics' })),
  },
  'ideas/merging': {
    mergedInto: many(1, (at) =>
      merging.mergedInto(at.lead, { id: ideaId(at), state: 'open', authorId: at.lead.id }),
    ),
    mergingFor: many(2, (at) => merging.mergingFor(at.lead, FIRST)),
    targetOf: one(1, () => merging.targetOf(randomUUID())),
  },
  'ideas/reading': {
    ideaFor: many(6, (at) => reading.ideaFor(at.lead, FIRST)),
  },
}
