/** Address of the line on which documents are written together. */
export const COLLAB_PATH = '/collab'

/** A piece of a document's text and of what its writers show each other, at most so many bytes (safety.md WS-3). */
export const LARGEST_FRAME = 1024 * 1024

/** How a shared document is called on the line. */
export const documentName = (id: string) => `document.${id}`

/** What the server says to everybody who has a document open. */
export type CollabNews =
  /** The text holds something that is none of ours; the last good one is shown to readers. */
  | { kind: 'invalid' }
  /** The text is good again. */
  | { kind: 'valid' }
  /** It is too long to grow any further. */
  | { kind: 'full' }
