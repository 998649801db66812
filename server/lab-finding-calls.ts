import { LAB_DAY } from '#db/factories/lab-neighbourhood.ts'
import * as finding from './medialab/finding/views.ts'
import { type Budget, one } from './query-budgets.ts'

const THEN = { from: LAB_DAY, to: LAB_DAY, span: { from: '08:00', to: '09:00' } }

/** Views of looking for a free time and of booking it, as in view-calls.ts. */
export const labFindingCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/finding': {
    alternativesTo: one(4, (at) =>
      finding.alternativesTo([{ id: at.ids('lab-heap')[0] ?? '', quantity: 1 }], THEN),
    ),
  },
}
