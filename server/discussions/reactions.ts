import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { memberJoined } from '#server/plg/events.ts'
import { tell } from '#server/realtime/emit.ts'
import { membersMentioned, postChanged, postWritten, topicChanged, topicOpened } from './events.ts'
import * as posts from './posts/sql.ts'
import * as sql from './sql.ts'

const tellTopic = (topicId: string, what: string) =>
  tell(roomOf('topic', topicId), { kind: 'topic', id: topicId, what })
/** Lists and counters of the PLG. */
const tellPlg = (plgId: string, what: string) =>
  tell(roomOf('plg', plgId), { kind: 'plg', id: plgId, what })
/** A topic stands beside the list of its PLG: most who listen to one listen to both. */
const tellBoth = ({ topicId, plgId }: { topicId: string; plgId: string }, what: string) =>
  tell([roomOf('topic', topicId), roomOf('plg', plgId)], {
    kind: 'topic',
    id: topicId,
    what,
    also: [{ kind: 'plg', id: plgId }],
  })

export const reactions = [
  live(topicOpened, ({ plgId }) => tellPlg(plgId, 'topic-opened')),
  live(postWritten, (news) => tellBoth(news, 'post-written')),
  live(postChanged, ({ topicId }) => tellTopic(topicId, 'post-changed')),
  live(topicChanged, (news) => tellBoth(news, 'topic-changed')),

  durable(topicOpened, 'discussions.tell-of-topic', ({ topicId, postId, authorId }) =>
    notify({
      kind: 'discussions.topic-opened',
      thing: { kind: 'topic', id: topicId },
      actorId: authorId,
      audience: posts.membersToTell(topicId, postId),
      mail: 'digest',
    }),
  ),
  durable(postWritten, 'discussions.tell-of-post', ({ topicId, postId, authorId }) =>
    notify({
      kind: 'discussions.post-written',
      thing: { kind: 'topic', id: topicId },
      actorId: authorId,
      audience: posts.followersToTell(topicId, postId),
      mail: 'digest',
    }),
  ),
  durable(membersMentioned, 'discussions.tell-mentioned', ({ postId, actorId, personIds }) =>
    notify({
      kind: 'discussions.mentioned',
      thing: { kind: 'post', id: postId },
      actorId,
      audience: posts.mentionedToTell(postId, personIds),
      mail: 'soon',
    }),
  ),
  // Who comes a second time starts like everybody who joins: what was before is not "new".
  durable(memberJoined, 'discussions.forget-reads', async ({ plgId, personId, way }) => {
    if (way !== 'returned') await sql.removeReads(plgId, personId)
  }),
]
