/** The database takes no more. */
export const LIMITS = { body: { max: 4000 }, quote: { max: 300 } } as const

/** Beyond this nobody finds anything any more, and the column beside a text would weigh more than the text. */
export const MOST_OPEN = 200
export const MOST_IN_THREAD = 100
export const RESOLVED_PER_PAGE = 20

/** A thread's mark comes with the text, which is kept some seconds later than the thread itself. */
export const SECONDS_UNTIL_KEPT = 60

/** Where comments are shown, and so where a form leads back to. */
export const COMMENT_PAGES = ['document', 'edit', 'comments'] as const
export type CommentPage = (typeof COMMENT_PAGES)[number]

export type CommentView = {
  id: string
  author: string
  isOwn: boolean
  createdAt: Date
  isEdited: boolean
  isDeleted: boolean
  /** Plain text; '' when it was deleted. */
  body: string
  can: { edit: boolean; delete: boolean; restore: boolean }
}

export type ThreadView = {
  id: string
  /** Its place in the text, counted from 1; null without one. */
  number: number | null
  /** The words it was begun at; '' for a comment on the whole document. */
  quote: string
  /** The text does not hold those words any more. */
  isGone: boolean
  resolved: { by: string | null; at: Date } | null
  comments: CommentView[]
}
