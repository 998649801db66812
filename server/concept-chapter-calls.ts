import * as templates from './concepts/chapters/templates/views.ts'
import * as chapters from './concepts/chapters/views.ts'
import * as importing from './concepts/importing/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const slugOf = (at: Surroundings) => at.school.slug
const anImport = (at: Surroundings) => at.ids('concept-import')[0] ?? ''
const chapterOf = (at: Surroundings) => at.conceptChapter()

/** Views of chapters and of files that become some, as in view-calls.ts. */
export const conceptChapterCalls: Record<string, Record<string, Budget | string>> = {
  'concepts/chapters': {
    chaptersFor: many(2, (at) => chapters.chaptersFor(at.principal, slugOf(at), null)),
    pathOf: PURE,
    chapterFor: one(3, (at) => chapters.chapterFor(at.principal, slugOf(at), chapterOf(at))),
    newChapterFor: one(1, (at) => chapters.newChapterFor(at.principal, slugOf(at))),
  },
  'concepts/chapters/templates': {
    templatesForChapter: one(3, (at) =>
      templates.templatesForChapter(at.principal, slugOf(at), chapterOf(at)),
    ),
    takenTextFor: one(3, (at) =>
      templates.takenTextFor(at.principal, slugOf(at), chapterOf(at), 'ziele'),
    ),
    beginningOf: 'one row by its key',
  },
  'concepts/importing': {
    importsFor: many(4, (at) => importing.importsFor(at.principal, slugOf(at))),
    importFor: many(4, (at) => importing.importFor(at.principal, slugOf(at), anImport(at))),
    rowOf: 'one row by its id',
    piecesIn: PURE,
    begunWith: PURE,
    picturesFor: one(2, (at) => importing.picturesFor(at.principal, slugOf(at))),
    conceptStanding: 'asked by importStanding, which asks one row more',
    importStanding: one(2, (at) => importing.importStanding(at.principal, anImport(at))),
  },
}
