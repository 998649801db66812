import { foldForgotten } from '#server/collab/attach.ts'
import type { Area } from '#server/platform/area.ts'
import { collab } from './collab.ts'
import { reactions as commentReactions } from './comments/reactions.ts'
import { commentCards, threadCards } from './comments/views.ts'
import * as commentWords from './comments/words.ts'
import { emptyBin } from './jobs.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { rooms } from './sockets.ts'
import { documentCards, locateDocument, searchDocuments, standingTo } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const documents: Area = {
  name: 'documents',
  reactions: [...reactions, ...commentReactions],
  rooms,
  due: [emptyBin, foldForgotten],
  things: [
    {
      kind: 'document',
      word: 'Dokument',
      cards: documentCards,
      standing: standingTo,
      locate: locateDocument,
    },
    { kind: 'document-comment', word: 'Kommentar', cards: commentCards },
    { kind: 'document-thread', word: 'Kommentar', cards: threadCards },
  ],
  search: [{ kind: 'document', title: 'Dokumente', find: searchDocuments }],
  collab,
  notificationWords: { ...notificationWords, ...commentWords.notificationWords },
  auditWords: { ...auditWords, ...commentWords.auditWords },
  privacy,
}
