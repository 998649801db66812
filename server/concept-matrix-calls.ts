import { idOf } from '#db/factories/neighbourhood.ts'
import * as exporting from './concepts/lessons/exporting/views.ts'
import * as finding from './concepts/lessons/finding/views.ts'
import * as lessons from './concepts/lessons/views.ts'
import * as cells from './concepts/matrix/cells/views.ts'
import * as compare from './concepts/matrix/compare/views.ts'
import * as grades from './concepts/matrix/grades/views.ts'
import * as links from './concepts/matrix/links/views.ts'
import * as places from './concepts/matrix/places/views.ts'
import * as matrix from './concepts/matrix/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const asked = (fields: Record<string, string> = {}) => new URLSearchParams(fields)
const place = asked({ zeile: '6.3', spalte: '9-10' })
const own = ({ school }: Surroundings) => school.slug
const first = (kind: string) => idOf(kind, 1)

/** Views of the matrix and of lesson concepts, as in view-calls.ts. */
export const conceptMatrixCalls: Record<string, Record<string, Budget | string>> = {
  'concepts/matrix': {
    schoolYearNow: PURE,
    tableOf: PURE,
    writesSome: PURE,
    workingMarks: many(3, (at) => matrix.workingMarks(at.principal, own(at))),
    workingMatrixFor: many(3, (at) => matrix.workingMatrixFor(at.principal, own(at), asked())),
    publishedMarks: many(3, (at) => matrix.publishedMarks(null, own(at))),
    publishedMatrixFor: one(3, (at) =>
      matrix.publishedMatrixFor(null, at.published().slug, asked()),
    ),
    workingMatrixFile: many(3, (at) => matrix.workingMatrixFile(at.principal, own(at), asked())),
    publishedMatrixFile: one(3, (at) =>
      matrix.publishedMatrixFile(null, at.published().slug, asked()),
    ),
  },
  'concepts/matrix/places': {
    workingPlaceFor: many(6, (at) => places.workingPlaceFor(at.principal, own(at), place)),
    publishedPlaceFor: many(6, (at) => places.publishedPlaceFor(null, own(at), place)),
  },
  'concepts/matrix/compare': {
    compareFor: many(2, (at) =>
      compare.compareFor(at.lead, asked({ schulen: at.published().slug })),
    ),
    compareFile: one(2, (at) => compare.compareFile(null, asked({ schulen: at.published().slug }))),
  },
  'concepts/matrix/grades': {
    ownListsOf: one(2, () => grades.ownListsOf(first('published-concept'))),
    gradesOf: PURE,
    ownListsFor: many(3, (at) => grades.ownListsFor(at.principal, own(at))),
  },
  'concepts/matrix/cells': {
    cellsFor: many(3, (at) => cells.cellsFor(at.principal, own(at), asked())),
    newCellsFor: many(4, (at) => cells.newCellsFor(at.principal, own(at), asked())),
    cellFor: many(10, (at) => cells.cellFor(at.principal, own(at), first('concept-cell'))),
  },
  'concepts/matrix/links': {
    linksFor: many(4, (at) => links.linksFor(at.principal, own(at), asked())),
    linkFor: one(3, (at) => links.linkFor(at.principal, own(at), first('project'))),
    takeProjectFor: many(4, (at) =>
      links.takeProjectFor(
        at.principal,
        asked({ vorhaben: at.firstProject().split('-')[0] ?? '' }),
      ),
    ),
  },
  'concepts/lessons': {
    factsOf: PURE,
    lessonNumber: PURE,
    shownAuthors: PURE,
    cardOf: PURE,
    lessonAt: one(1, (at) => lessons.lessonAt(null, at.lesson())),
    lessonFor: many(5, (at) => lessons.lessonFor(at.lead, at.lesson())),
    lessonsFor: many(2, (at) => lessons.lessonsFor(at.lead, own(at))),
    newLessonFor: many(5, (at) => lessons.newLessonFor(at.lead, own(at))),
    editLessonFor: many(7, (at) => lessons.editLessonFor(at.lead, at.lesson())),
    publishLessonFor: many(3, (at) => lessons.publishLessonFor(at.lead, at.lesson())),
    lessonCards: many(1, (at) => lessons.lessonCards(at.lead, at.ids('lesson'))),
    publicLessonCards: many(1, (at) => lessons.publicLessonCards(at.ids('lesson'))),
    standingToLesson: one(1, (at) => lessons.standingToLesson(at.lead, first('lesson'))),
    locateLesson: one(1, (at) => lessons.locateLesson(`/unterricht/${at.lesson()}`)),
  },
  'concepts/lessons/finding': {
    searchLessons: many(1, (at) => finding.searchLessons(at.lead, ['bruch'], 11)),
  },
  'concepts/lessons/exporting': {
    lessonFile: many(2, (at) => exporting.lessonFile(null, at.lesson(), 'md')),
  },
}
