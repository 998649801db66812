import { type Budget, many } from './query-budgets.ts'
import * as overview from './software/overview/views.ts'

const asked = (query: string) => new URLSearchParams(query)

/** Views of the city on software, as in view-calls.ts. */
export const softwareOverviewCalls: Record<string, Record<string, Budget | string>> = {
  'software/overview': {
    overviewFor: many(3, (at) => overview.overviewFor(at.staff, asked('funktion=practice'))),
    overviewFile: many(3, (at) => overview.overviewFile(at.staff, asked(''))),
  },
}
