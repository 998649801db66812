import * as sql from './sql.ts'

/** What was agreed, in the order in which it was written down. */
export const agreementsOf = (talkId: string) => sql.listAgreements(talkId)
