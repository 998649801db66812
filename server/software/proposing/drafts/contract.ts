/** So long a draft is kept after it was saved last. */
export const DRAFT_DAYS = 60
/** Enough for everybody, and an end for machines. */
export const MOST_DRAFTS = 20

/** What stood in the form, as it was typed; nothing of it is checked before it is sent. */
export type DraftFields = {
  website: string
  purpose: string
  subject: string
  gradeBand: string
  deviceScenario: string
  pupilAccount: string
  variant: string
  neededBy: string
  schoolId: string
  users: string[]
  schoolForms: string[]
}

export type Draft = { id: string; name: string; version: number; fields: DraftFields }
