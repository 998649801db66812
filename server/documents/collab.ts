import { record } from '#server/audit/commands.ts'
import type { CollabKind } from '#server/collab/kinds.ts'
import { keepText } from './text/commands.ts'
import { standingTo } from './views.ts'

/** Documents as something that is written together: who may, and what follows from their text. */
export const collab: CollabKind = {
  standing: async (actor, documentId) => {
    const { canRead, canChange } = await standingTo(actor, documentId)
    return canChange ? 'write' : canRead ? 'read' : 'none'
  },
  textChanged: keepText,
  textBroke: (documentId) =>
    record('Editor', {
      action: 'documents.text-broke',
      thingKind: 'document',
      thingId: documentId,
    }),
}
