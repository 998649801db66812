import * as agreement from './plg/agreement/views.ts'
import * as cycle from './plg/cycle/views.ts'
import * as inquiry from './plg/inquiry/views.ts'
import * as programmes from './plg/programmes/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'

/** Views of the learning cycle, as in view-calls.ts. */
export const cycleCalls: Record<string, Record<string, Budget | string>> = {
  'plg/cycle': {
    cycleFor: one(4, (at) => cycle.cycleFor(at.lead, at.plg.slug, null)),
    standingFor: one(3, (at) => cycle.standingFor(at.lead, at.plg.slug)),
    cyclesOf: many(2, (at) => cycle.cyclesOf(at.ids('plg'))),
    findCycle: one(1, (at) => cycle.findCycle(at.plg.id)),
  },
  'plg/agreement': {
    agreementFor: many(5, (at) => agreement.agreementFor(at.lead, at.plg.slug)),
  },
  'plg/inquiry': {
    focusFor: one(4, (at) => inquiry.focusFor(at.lead, at.plg.slug, null)),
  },
  'plg/programmes': {
    programmeChoices: one(1, () => programmes.programmeChoices()),
  },
}

export const foundingCalls = { foundingIds: PURE }
