import * as sql from './sql.ts'

/** Who takes part. */
export const peopleOfTalk = (talkId: string) => sql.listPeople(talkId)

/** Who may be invited. */
export const candidatesFor = (at: { schoolId: string; now: Date }) => sql.listCandidates(at)
