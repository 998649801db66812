import { event } from '#server/platform/bus.ts'

/** `personIds` are named in it: they are told of that. */
export const commentWritten = event<{
  documentId: string
  threadId: string
  commentId: string
  authorId: string
  personIds: string[]
}>('documents.comment-written')
/** A comment was edited, deleted or restored, or a thread resolved or reopened. */
export const commentsChanged = event<{ documentId: string }>('documents.comments-changed')
/** These persons are named in a comment and have not been before. */
export const personsNamed = event<{ commentId: string; actorId: string; personIds: string[] }>(
  'documents.comment-mentioned',
)
