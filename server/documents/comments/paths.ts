import type { CommentPage } from './contract.ts'

const anchor = (thread: string) => `#kommentar-${thread}`
const page = (document: string) => `${document}/kommentare`

/** Every address begins with that of the document. */
export const paths = {
  page,
  /** A thread where it is shown beside the text. */
  thread: (document: string, thread: string) => document + anchor(thread),
  /** A thread in the list of all. */
  inList: (document: string, thread: string) => page(document) + anchor(thread),
  resolved: (document: string, page = 1) =>
    `${document}/kommentare?erledigt${page > 1 ? `&seite=${page}` : ''}`,
  inResolved: (document: string, thread: string) =>
    `${document}/kommentare?erledigt${anchor(thread)}`,
  /** For people without a script: the list with a form or a menu open in it. */
  reply: (document: string, thread: string) =>
    `${page(document)}?antwort=${thread}${anchor(thread)}`,
  edit: (document: string, comment: string, thread: string) =>
    `${page(document)}?bearbeiten=${comment}${anchor(thread)}`,
  more: (document: string, comment: string, thread: string) =>
    `${page(document)}?mehr=${comment}${anchor(thread)}`,
  report: (comment: string) => `/melden/document-comment/${comment}`,
  /** Where a form leads that was sent on one of the pages with comments. */
  back: (document: string, from: CommentPage, thread: string) => {
    const to = { document, edit: `${document}/bearbeiten`, comments: page(document) }[from]
    return to + anchor(thread)
  },
}
