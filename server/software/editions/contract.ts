export const SCHEMA_NAME = 'lernen25-positivliste/1'

/** What a Positivliste can say. Trials and refusals are not on it. */
export const EDITION_STATUSES = [
  'approved',
  'approved_no_data',
  'approved_with_conditions',
] as const

export const EDITION_FORMATS = ['json', 'csv', 'pdf'] as const
export type EditionFormat = (typeof EDITION_FORMATS)[number]

export const PAGE_SIZE = 20
