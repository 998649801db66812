import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { ADVERTISING, COST_MODELS, FUNCTIONS, OFFLINE_USES, PRODUCT_KINDS } from '../../contract.ts'

/** What may be set for many at once, and to what. Lists get one more entry. */
export const BULK_FIELDS = {
  costModel: COST_MODELS,
  offlineUse: OFFLINE_USES,
  advertising: ADVERTISING,
  kind: PRODUCT_KINDS,
  subjects: SUBJECTS,
  gradeBands: GRADE_BANDS,
  schoolForms: SCHOOL_FORMS,
  functionTags: FUNCTIONS,
} as const
export type BulkField = keyof typeof BULK_FIELDS

export const LIST_FIELDS: readonly BulkField[] = [
  'subjects',
  'gradeBands',
  'schoolForms',
  'functionTags',
]

export const MOST_AT_ONCE = 100
