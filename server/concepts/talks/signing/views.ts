import * as sql from './sql.ts'

/** Who has signed what stands there now. */
export const signaturesOf = (talkId: string) => sql.listSignatures(talkId)
