import * as demand from './medialab/demand/views.ts'
import * as reports from './medialab/reports/views.ts'
import * as utilisation from './medialab/utilisation/views.ts'
import * as wishes from './medialab/wishes/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const asked = (query: string) => new URLSearchParams(query)
const period = (nach: string) => asked(`von=2026-08-01&bis=2026-11-30&nach=${nach}`)
const heapOf = ({ ids }: Surroundings) => ids('lab-heap')[0] ?? ''
const reportAt = ({ ids }: Surroundings) => ids('lab-report')[0] ?? ''

/** Views of what the lab's bookings say, as in view-calls.ts. */
export const labFigureCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/reports': {
    factsOf: PURE,
    reportsOf: many(2, (at) => reports.reportsOf(at.lead, heapOf(at))),
    reportsFor: many(4, (at) => reports.reportsFor(at.staff, asked(''))),
    reportsFile: many(1, (at) => reports.reportsFile(at.staff, asked(''))),
    ownUse: one(1, (at) => reports.ownUse(at.lead, at.lab().closed)),
    newReportFor: one(1, (at) => reports.newReportFor(at.lead, at.lab().closed, '')),
    reportFor: one(1, (at) => reports.reportFor(at.lead, reportAt(at))),
    reportEditingFor: one(1, (at) => reports.reportEditingFor(at.lead, reportAt(at))),
    reportsWaitingFor: one(1, (at) => reports.reportsWaitingFor(at.lead)),
    askCards: many(1, (at) => reports.askCards(at.lead, at.ids('lab-closed'))),
    reportCards: many(1, (at) => reports.reportCards(at.lead, at.ids('lab-report'))),
    reportStanding: one(1, (at) => reports.reportStanding(at.lead, reportAt(at))),
    locateReport: PURE,
    searchReports: many(1, (at) => reports.searchReports(at.lead, ['Bruch'], 50)),
  },
  'medialab/demand': {
    demandFor: many(2, (at) => demand.demandFor(at.staff, period('month'))),
    demandFile: many(1, (at) => demand.demandFile(at.staff, period('offer'))),
  },
  'medialab/utilisation': {
    utilisationFor: many(6, (at) => utilisation.utilisationFor(at.staff, period('offer'))),
    utilisationFile: many(4, (at) => utilisation.utilisationFile(at.staff, period('offer'))),
  },
  'medialab/wishes': {
    factsOf: PURE,
    wishesFor: many(2, (at) => wishes.wishesFor(at.lead, asked(''))),
    wishCards: many(1, (at) => wishes.wishCards(at.lead, at.ids('lab-wish'))),
  },
}
