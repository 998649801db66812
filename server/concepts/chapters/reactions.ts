import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { chapterGiven } from './events.ts'
import * as sql from './sql.ts'

export const reactions = [
  durable(chapterGiven, 'concepts.tell-responsible', ({ chapterId, documentId, actorId }) =>
    notify({
      kind: 'concepts.chapter-given',
      thing: { kind: 'document', id: documentId },
      actorId,
      audience: sql.responsibleToTell(chapterId, actorId),
      mail: 'digest',
    }),
  ),
]
