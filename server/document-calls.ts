import * as comments from './documents/comments/views.ts'
import * as exchange from './documents/exchange/views.ts'
import * as documents from './documents/views.ts'
import * as text from './documents/text/views.ts'
import * as versions from './documents/versions/views.ts'
import { type CheckedContent, checkContent } from './rich-text/check.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const home = ({ plg }: Surroundings) => ({ kind: 'plg', slug: plg.slug })
/** The last one that was grown: it mentions the most. */
const place = (at: Surroundings) => ({ home: home(at), document: String(at.lastDocument()) })
const last = (ids: string[]) => ids.at(-1) ?? ''
const everything = { shelf: 'active', folder: null, search: 'bruch', page: 1 } as const
const mentioning = (ids: string[]): CheckedContent =>
  checkContent({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: ids.map((id) => ({ type: 'mention', attrs: { kind: 'school', id } })),
      },
    ],
  })

/** Views of documents and what hangs on them, as in view-calls.ts. */
export const documentCalls: Record<string, Record<string, Budget | string>> = {
  documents: {
    insideDocument: one(2, (at) => documents.insideDocument(at.lead, place(at))),
    insideAlsoDeleted: one(2, (at) => documents.insideAlsoDeleted(at.lead, place(at))),
    factsOf: PURE,
    documentsFor: many(4, (at) => documents.documentsFor(at.lead, home(at), everything)),
    nameOf: PURE,
    newDocumentFor: many(3, (at) => documents.newDocumentFor(at.lead, home(at))),
    detailsFor: many(4, (at) => documents.detailsFor(at.lead, place(at))),
    headOf: PURE,
    mayHearDocument: one(2, (at) => documents.mayHearDocument(at.lead, last(at.ids('document')))),
    standingTo: one(2, (at) => documents.standingTo(at.lead, last(at.ids('document')))),
    documentCards: many(2, (at) => documents.documentCards(at.lead, at.ids('document'))),
    searchDocuments: many(3, (at) => documents.searchDocuments(at.lead, ['bruch'], 11)),
    locateDocument: one(1, () => documents.locateDocument('/plg/x/dokumente/1-bruch')),
  },
  'documents/comments': {
    commentsBeside: many(3, async (at) => {
      const inside = await documents.insideDocument(at.lead, place(at))
      return comments.commentsBeside(at.lead, inside, '')
    }),
    commentsOf: many(4, (at) => comments.commentsOf(at.lead, place(at))),
    commentsFor: many(6, (at) => comments.commentsFor(at.lead, place(at), 1)),
    commentCards: many(3, (at) => comments.commentCards(at.lead, at.ids('thread-comment'))),
    threadCards: many(3, (at) => comments.threadCards(at.lead, at.ids('thread'))),
  },
  'documents/exchange': {
    exportFor: one(4, (at) => exchange.exportFor(at.lead, place(at), 'md')),
    wholeFile: 'one row and its bytes, asked through fileFor',
    importFor: one(6, (at) => exchange.importFor(at.lead, place(at))),
  },
  'documents/text': {
    readingFor: many(5, (at) => text.readingFor(at.lead, place(at))),
    cardsFor: many(1, (at) =>
      text.cardsFor(
        at.lead,
        at.ids('school').map((thingId) => ({ thingKind: 'school', thingId })),
      ),
    ),
    cardsOf: many(1, (at) => text.cardsOf(at.lead, mentioning(at.ids('school')))),
    editingFor: one(2, (at) => text.editingFor(at.lead, place(at))),
    simpleFormFor: one(3, (at) => text.simpleFormFor(at.lead, place(at))),
    namesFor: many(1, (at) => text.namesFor(at.lead, mentioning(at.ids('school')))),
  },
  'documents/versions': {
    versionsFor: many(5, (at) => versions.versionsFor(at.lead, place(at), 1)),
    versionFor: many(4, (at) => versions.versionFor(at.lead, place(at), 1)),
    compareFor: many(5, (at) =>
      versions.compareFor(at.lead, place(at), { from: 1, to: 'jetzt', layout: 'inline' }),
    ),
  },
}
