import * as closing from './projects/closing/views.ts'
import * as evaluation from './projects/evaluation/views.ts'
import * as exporting from './projects/exporting/views.ts'
import * as plan from './projects/plan/views.ts'
import * as publishing from './projects/publishing/views.ts'
import * as reading from './projects/reading/views.ts'
import * as results from './projects/results/views.ts'
import * as transfer from './projects/transfer/views.ts'
import * as trials from './projects/trials/views.ts'
import * as projects from './projects/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { StoredHtml } from './rich-text/render.ts'
import type { Surroundings } from './surroundings.ts'

const place = (at: Surroundings) => ({ plg: at.plg.slug, project: at.firstProject() })
const first = (ids: string[]) => ids[0] ?? ''
const searching = new URLSearchParams({ q: 'bruch', fach: 'mathematics' })
const by = (at: Surroundings) => ({ actor: at.outsider, network: '::1' })
const mentioning = (ids: string[]) =>
  ids.map((id) => `<l25-verweis kind="school" id="${id}"></l25-verweis>`).join('') as StoredHtml

/** Views of Vorhaben and what hangs on them, as in view-calls.ts. */
export const projectCalls: Record<string, Record<string, Budget | string>> = {
  projects: {
    insideProject: one(2, (at) => projects.insideProject(at.lead, place(at))),
    insideAlsoDeleted: one(2, (at) => projects.insideAlsoDeleted(at.lead, place(at))),
    factsOf: PURE,
    named: PURE,
    projectsFor: many(3, (at) => projects.projectsFor(at.lead, at.plg.slug, 1)),
    newProjectFor: many(4, (at) => projects.newProjectFor(at.lead, at.plg.slug)),
    editingFor: many(6, (at) => projects.editingFor(at.lead, place(at))),
    headOf: PURE,
    originalOf: one(1, (at) => projects.originalOf(at.lead, first(at.ids('project')))),
    standingTo: one(1, (at) => projects.standingTo(at.lead, first(at.ids('project')))),
    publicCards: many(1, (at) => projects.publicCards(at.ids('project'))),
    projectCards: many(1, (at) => projects.projectCards(at.outsider, at.ids('project'))),
    cardOf: PURE,
    locateProject: one(1, (at) => projects.locateProject(`/vorhaben/${at.firstProject()}`)),
  },
  'projects/reading': {
    projectFor: many(7, (at) => reading.projectFor(at.lead, place(at))),
  },
  'projects/plan': {
    shownPlan: many(1, (at) => plan.shownPlan(at.lead, mentioning(at.ids('school')))),
    takingFor: many(7, (at) => plan.takingFor(at.lead, place(at), 1)),
  },
  'projects/trials': {
    trialsOf: many(3, async (at) =>
      trials.trialsOf(at.lead, await projects.insideProject(at.lead, place(at))),
    ),
    newTrialFor: one(2, (at) => trials.newTrialFor(at.lead, place(at))),
    trialFor: one(3, (at) => trials.trialFor(at.lead, place(at), first(at.ids('trial')))),
  },
  'projects/evaluation': {
    evaluationOf: many(1, (at) => evaluation.evaluationOf(first(at.ids('project')))),
    evaluationFor: many(3, (at) => evaluation.evaluationFor(at.lead, place(at))),
  },
  'projects/closing': {
    closingOf: one(1, (at) => closing.closingOf(first(at.ids('project')))),
    closingFor: one(3, (at) => closing.closingFor(at.lead, place(at))),
  },
  'projects/publishing': {
    publishingFor: many(9, (at) => publishing.publishingFor(at.lead, place(at))),
  },
  'projects/results': {
    resultsFor: many(2, (at) => results.resultsFor(by(at), searching, 1)),
    findPublished: one(1, (at) => results.findPublished(null, at.firstProject())),
    publishedRow: one(1, (at) => results.publishedRow(null, at.firstProject())),
    publishedFor: many(7, (at) => results.publishedFor(at.outsider, at.firstProject())),
    aboutOf: PURE,
    shownAuthors: PURE,
    searchProjects: many(1, (at) => results.searchProjects(at.lead, ['bruch'], 11)),
  },
  'projects/exporting': {
    exportFor: many(4, (at) => exporting.exportFor(null, at.firstProject(), 'json')),
  },
  'projects/transfer': {
    transferFor: many(4, (at) => transfer.transferFor(at.lead, at.plg.slug, null)),
    readsTransferOf: PURE,
    schoolTransferFor: one(2, (at) => transfer.schoolTransferFor(at.principal, at.school.slug)),
  },
}
