import { type Budget, one } from './query-budgets.ts'
import * as decisions from './software/decisions/views.ts'
import type { Surroundings } from './surroundings.ts'

const firstProduct = ({ ids }: Surroundings) => ids('product')[0] ?? ''

/** Views of releases, adoptions, packages, editions and the city's overview, as in view-calls.ts. */
export const softwareDecisionCalls: Record<string, Record<string, Budget | string>> = {
  'software/decisions': {
    consequencesOf: one(2, (at) => decisions.consequencesOf(firstProduct(at))),
  },
}
