import { event } from '#server/platform/bus.ts'

type InHome = { documentId: string; homeKind: string; homeId: string }

export const documentCreated = event<InHome & { authorId: string }>('documents.created')
/** It was renamed, put away, brought back, moved or made a template: whoever has it open is judged anew. */
export const documentChanged = event<InHome & { isElsewhere: boolean }>('documents.changed')
/** Its text is another one since `at` (ISO), and the pages that show an earlier one are outdated. */
export const textChanged = event<{ documentId: string; at: string }>('documents.text-changed')
/** The server itself has changed the text: these pieces of the journal go to those who have it open. */
export const piecesAdded = event<{ documentId: string; ids: number[] }>('documents.pieces-added')
