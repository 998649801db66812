import type { MutableRefObject } from 'react'
import type { Content, Pointer } from '#server/rich-text/contract.ts'

export type EditorProps = {
  documentId: string
  /** Where the document lives: its people come first behind "@". */
  home: Pointer
  /** Whose words are kept on this device. */
  personId: string
  /** Of the same person, to tell a second window of theirs from others. */
  name: string
  title: string
  canComment?: boolean
  /** The caret is in the words of this thread; null: in none. */
  onThread?: (thread: string | null) => void
  /** Begins a thread about these words. @returns its id, or null when nobody wrote anything */
  newThread?: (quote: string) => Promise<string | null>
  /** Strg+S. */
  onKeepVersion?: () => void
  /** Filled while the text is there: what the page around may do with it. */
  apiRef?: MutableRefObject<EditorApi | null>
}

export type EditorApi = {
  /** Shows the words of a thread and puts the caret there. @returns false when they are gone */
  goToThread: (thread: string) => boolean
  /** Marks its words as the ones that are looked at. */
  showThread: (thread: string | null) => void
  /** Takes the mark away: the thread is done, or deleted. */
  removeThread: (thread: string) => void
  /** Begins a thread about the selected words, as the button does. */
  comment: () => void
  /** Puts blocks beside the one with the caret. @returns false when nothing may be written */
  insert: (blocks: Content[]) => boolean
  focus: () => void
}
