import { foldForgotten } from '#server/collab/attach.ts'
import type { Area } from '#server/platform/area.ts'
import { collab } from './collab.ts'
import { emptyBin } from './jobs.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { rooms } from './sockets.ts'
import { documentCards, searchDocuments, standingTo } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const documents: Area = {
  name: 'documents',
  reactions,
  rooms,
  due: [emptyBin, foldForgotten],
  things: [{ kind: 'document', word: 'Dokument', cards: documentCards, standing: standingTo }],
  search: [{ kind: 'document', title: 'Dokumente', find: searchDocuments }],
  collab,
  notificationWords,
  auditWords,
  privacy,
}
