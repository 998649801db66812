import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as editing from './software/editing/views.ts'
import * as experience from './software/experience/views.ts'
import * as gates from './software/gates/views.ts'
import * as linked from './software/linked/views.ts'
import * as plgs from './software/plgs/views.ts'
import * as products from './software/products/views.ts'
import * as question from './software/question/views.ts'
import * as questions from './software/questions/views.ts'
import * as uses from './software/uses/views.ts'
import type { Surroundings } from './surroundings.ts'

const slug = (at: Surroundings) => at.software().product
const product = (at: Surroundings) => at.software().productId
const asked = new URLSearchParams({ app: 'Bruch-App 0', jahrgang: '6' })

/** Views of one app and what is told of it, as in view-calls.ts. */
export const softwareProductCalls: Record<string, Record<string, Budget | string>> = {
  'software/products': {
    documentLevels: PURE,
    seenProduct: one(1, (at) => products.seenProduct(at.lead, slug(at))),
    documentFile: 'seenProduct, and one row by its id twice',
    usesFor: one(2, (at) => products.usesFor(at.lead, product(at))),
    productFor: many(10, (at) => products.productFor(at.lead, slug(at), asked)),
  },
  'software/question': {
    answerFor: PURE,
    useOf: one(1, (at) => question.useOf(at.lead, product(at))),
    askedFor: one(1, (at) => question.askedFor({ actor: at.lead, network: '::1' }, asked)),
  },
  'software/experience': {
    experiencesFor: many(4, (at) => experience.experiencesFor(at.lead, slug(at), 1)),
    newestExperiences: one(3, (at) => experience.newestExperiences(at.lead, product(at))),
    factsOf: PURE,
    newExperienceFor: one(3, (at) => experience.newExperienceFor(at.lead, slug(at))),
    editingFor: 'one row by its id; the choices of its form are counted with newExperienceFor',
    experienceCards: one(1, (at) => experience.experienceCards(at.lead, at.ids('person'))),
  },
  'software/questions': {
    questionsFor: one(3, (at) => questions.questionsFor(at.lead, slug(at), 1)),
    newestQuestions: one(2, (at) => questions.newestQuestions(at.lead, product(at))),
    factsOf: PURE,
    questionCards: one(1, (at) => questions.questionCards(at.lead, at.ids('person'))),
    answerCards: one(1, (at) => questions.answerCards(at.lead, at.ids('person'))),
  },
  'software/editing': {
    editingFor: one(1, (at) => editing.editingFor(at.staff, slug(at))),
    editableOf: PURE,
  },
  'software/uses': {
    usesPageFor: one(2, (at) => uses.usesPageFor(at.staff, slug(at))),
  },
  'software/gates': {
    unknownAmong: one(1, (at) =>
      gates.unknownAmong([
        {
          ...{ productId: product(at), projectId: at.ids('project')[0] ?? '' },
          ...{ schoolForms: ['primary'], schoolIds: [at.school.id] },
        },
      ]),
    ),
  },
  'software/linked': {
    linkedSoftware: one(3, (at) => linked.linkedSoftware(at.lead, at.ids('project')[0] ?? '')),
    productsOfProjects: one(1, (at) => linked.productsOfProjects(at.ids('project'))),
    softwareStandings: many(3, (at) => linked.softwareStandings(at.lead, at.ids('product'))),
    softwareNames: many(1, () => linked.softwareNames()),
  },
  'software/plgs': {
    speakingFor: one(1, (at) => plgs.speakingFor(at.lead)),
    plgsOf: one(3, (at) => plgs.plgsOf(at.lead, product(at))),
  },
}
