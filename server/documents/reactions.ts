import { reopenDocument, showChange } from '#server/collab/attach.ts'
import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { textChangedAt } from './contract.ts'
import { documentChanged, documentCreated, piecesAdded, textChanged } from './events.ts'
import * as sql from './sql.ts'

type InHome = { documentId: string; homeKind: string; homeId: string }

const tellHome = ({ homeKind, homeId }: InHome, what: string) =>
  tell(roomOf(homeKind, homeId), { kind: homeKind, id: homeId, what })

const tellDocument = (id: string, what: string) =>
  tell(roomOf('document', id), { kind: 'document', id, what })

export const reactions = [
  live(documentCreated, (news) => tellHome(news, 'document-created')),
  live(documentChanged, (news) => {
    reopenDocument(news.documentId)
    tellHome(news, 'document-changed')
    tellDocument(news.documentId, 'document-changed')
  }),
  live(textChanged, ({ documentId, at }) => tellDocument(documentId, textChangedAt(at))),
  live(piecesAdded, ({ documentId, ids }) => showChange(documentId, ids)),

  durable(documentCreated, 'documents.tell-members', ({ documentId, authorId }) =>
    notify({
      kind: 'documents.created',
      thing: { kind: 'document', id: documentId },
      actorId: authorId,
      audience: sql.membersToTell(documentId, now()),
      mail: 'digest',
    }),
  ),
]
