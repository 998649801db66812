import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { commentsChanged, commentWritten, personsNamed } from './events.ts'
import * as sql from './sql.ts'

const tellDocument = ({ documentId: id }: { documentId: string }) =>
  tell(roomOf('document', id), { kind: 'document', id, what: 'comments-changed' })

export const reactions = [
  live(commentWritten, tellDocument),
  live(commentsChanged, tellDocument),

  durable(commentWritten, 'documents.tell-of-comment', ({ authorId, personIds, ...of }) =>
    notify({
      kind: 'documents.comment-written',
      thing: { kind: 'document-thread', id: of.threadId },
      actorId: authorId,
      audience: sql.followersToTell(of, personIds, now()),
      mail: 'digest',
    }),
  ),
  durable(personsNamed, 'documents.tell-named', ({ commentId, actorId, personIds }) =>
    notify({
      kind: 'documents.comment-mentioned',
      thing: { kind: 'document-comment', id: commentId },
      actorId,
      audience: sql.namedToTell(commentId, personIds, now()),
      mail: 'soon',
    }),
  ),
]
