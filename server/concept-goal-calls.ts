import * as checkIns from './concepts/goals/check-ins/views.ts'
import * as entering from './concepts/goals/entering/views.ts'
import * as due from './concepts/goals/due/views.ts'
import * as measures from './concepts/goals/measures/views.ts'
import * as trainings from './concepts/goals/trainings/views.ts'
import * as goals from './concepts/goals/views.ts'
import * as history from './concepts/history/views.ts'
import * as people from './concepts/people/views.ts'
import * as taking from './concepts/reflections/taking/views.ts'
import * as reflections from './concepts/reflections/views.ts'
import { conceptHome } from './concepts/home/views.ts'
import * as concepts from './concepts/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const nothing = new URLSearchParams()
const TODAY = '2026-11-23'
const firstOf = ({ ids }: Surroundings, kind: string) => ids(kind)[0] ?? ''
const goalOf = ({ conceptGoal }: Surroundings) => String(conceptGoal())
const working = (at: Surroundings) => concepts.workingOf(at.principal, { slug: at.school.slug })

/** Views of goals, reflections, people and history of media concepts, as in view-calls.ts. */
export const conceptGoalCalls: Record<string, Record<string, Budget | string>> = {
  concepts: {
    factsOf: PURE,
    schoolOf: PURE,
    workingOf: one(1, working),
    headOf: PURE,
    frameFor: one(1, (at) => concepts.frameFor(at.principal, at.school.slug)),
    beginFor: many(3, (at) => concepts.beginFor(at.principal)),
    ownConcepts: one(1, (at) => concepts.ownConcepts(at.lead)),
    conceptCards: one(3, async (at) =>
      concepts.conceptCards(at.lead, [(await working(at)).concept.id]),
    ),
    locateConcept: one(1, (at) => concepts.locateConcept(`/konzepte/${at.school.slug}/entwurf`)),
    mayHearConcept: one(2, async (at) =>
      concepts.mayHearConcept(at.principal, (await working(at)).concept.id),
    ),
  },
  'concepts/home': {
    conceptHome: one(1, (at) => conceptHome.enter(at.principal, { slug: at.school.slug })),
  },
  'concepts/goals/entering': {
    insideGoal: one(2, async (at) =>
      entering.insideGoal(at.principal, await working(at), at.conceptGoal()),
    ),
  },
  'concepts/goals': {
    readerOf: PURE,
    dueOf: PURE,
    glanceFor: many(3, (at) => goals.glanceFor(at.principal, at.school.slug)),
    goalsFor: many(3, (at) => goals.goalsFor(at.principal, at.school.slug, nothing, 1)),
    goalFor: many(7, (at) => goals.goalFor(at.principal, at.school.slug, goalOf(at), 1)),
    newGoalFor: many(4, (at) => goals.newGoalFor(at.principal, at.school.slug, null)),
    goalEditingFor: many(5, (at) => goals.goalEditingFor(at.principal, at.school.slug, goalOf(at))),
    goalChoices: many(2, async (at) => goals.goalChoices(at.principal, await working(at))),
    goalCards: many(2, (at) => goals.goalCards(at.lead, at.ids('concept-goal'))),
    goalStanding: one(2, (at) => goals.goalStanding(at.lead, firstOf(at, 'concept-goal'))),
    locateGoal: one(1, (at) =>
      goals.locateGoal(`/konzepte/${at.school.slug}/entwurf/ziele/${goalOf(at)}`),
    ),
    searchGoals: many(6, (at) => goals.searchGoals(at.lead, ['bruch'], 11)),
  },
  'concepts/goals/check-ins': {
    checkInsOf: many(2, (at) => checkIns.checkInsOf(firstOf(at, 'concept-goal'), 1)),
  },
  'concepts/goals/due': {
    waitingFor: many(3, (at) => due.waitingFor(at.lead)),
  },
  'concepts/goals/measures': {
    measuresOf: many(1, (at) => measures.measuresOf(at.lead, firstOf(at, 'concept-goal'), TODAY)),
    measureFor: many(5, (at) =>
      measures.measureFor(at.principal, at.school.slug, goalOf(at), firstOf(at, 'goal-measure')),
    ),
  },
  'concepts/goals/trainings': {
    trainingsFor: many(4, (at) => trainings.trainingsFor(at.principal, at.school.slug, 1, null)),
  },
  'concepts/history': {
    historyFor: many(3, (at) => history.historyFor(at.principal, at.school.slug, 1)),
  },
  'concepts/people': {
    staffOf: many(1, (at) => people.staffOf(at.school.id)),
    advisersFor: one(1, () => people.advisersFor()),
    peopleFor: many(4, (at) => people.peopleFor(at.principal, at.school.slug)),
    settingsFor: one(1, (at) => people.settingsFor(at.principal, at.school.slug)),
  },
  'concepts/reflections': {
    reflectionsFor: many(5, (at) =>
      reflections.reflectionsFor(at.principal, at.school.slug, nothing, 1),
    ),
    newReflectionFor: many(2, (at) =>
      reflections.newReflectionFor(at.principal, at.school.slug, nothing),
    ),
    reflectionsFile: many(4, (at) =>
      reflections.reflectionsFile(at.principal, at.school.slug, nothing),
    ),
  },
  'concepts/reflections/taking': {
    takingFor: many(4, (at) =>
      taking.takingFor(at.lead, { kind: 'project', id: firstOf(at, 'concept-goal') }),
    ),
    takingPage: 'asks what takingFor asks, and for one card',
  },
}
