import type { HouseForm } from '#app/ui/form.tsx'
import type { CommentPage, ThreadView } from '#server/documents/comments/contract.ts'
import type { CommentsView } from '#server/documents/comments/views.ts'
import type { CommentActs } from './comment-acts.tsx'

/** Where somebody writes in a list of threads: an answer in one, or other words for a comment. */
export type Writing = { kind: 'reply' | 'edit'; id: string } | null

export type ThreadProps = {
  view: CommentsView
  page: CommentPage
  thread: ThreadView
  isActive: boolean
  acts: CommentActs
  writing: Writing
  /** Without a script: the answer to the form that is open, and the comment whose menu is. */
  answer?: Parameters<typeof HouseForm>[0]['reply']
  openMenu?: string | null
  onWrite: (writing: Writing) => void
  /** Something of this thread was sent. */
  onDone: (thread: string, said: string) => void
  /** Shows the words in the text; not given where a link does. @returns false when they are gone */
  onGoTo?: (thread: string) => boolean
}
