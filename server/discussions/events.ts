import { event } from '#server/platform/bus.ts'

type InTopic = { plgId: string; topicId: string }

export const topicOpened = event<InTopic & { postId: string; authorId: string }>(
  'discussions.topic-opened',
)
export const postWritten = event<InTopic & { postId: string; authorId: string }>(
  'discussions.post-written',
)
/** A post was edited, deleted, restored or reacted to. */
export const postChanged = event<InTopic>('discussions.post-changed')
/** A topic was renamed, pinned, solved, locked, deleted or restored. */
export const topicChanged = event<InTopic>('discussions.topic-changed')
/** These persons are named in a post and have not been before. */
export const membersMentioned = event<{ postId: string; actorId: string; personIds: string[] }>(
  'discussions.members-mentioned',
)
