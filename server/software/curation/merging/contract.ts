/** Facts of an entry that somebody may take from the one or the other. */
export const MERGED_FIELDS = [
  'name',
  'vendorId',
  'kind',
  'description',
  'website',
  'appStoreId',
  'functionTags',
  'subjects',
  'gradeBands',
  'schoolForms',
  'costModel',
  'offlineUse',
  'advertising',
] as const
export type MergedField = (typeof MERGED_FIELDS)[number]

/** Whose fact stays: of the entry that remains, or of the one that goes. */
export const SIDES = ['target', 'source'] as const

/** Two entries that may be one, and why. */
export type Pair = {
  one: { slug: string; name: string; vendor: string | null }
  other: { slug: string; name: string; vendor: string | null }
  reason: string
}

/** How much of each would go over to the other entry. */
export type Moving = Record<(typeof MOVING)[number], number>
export const MOVING = [
  'projects',
  'cards',
  'watchLists',
  'follows',
  'experiences',
  'questions',
  'plgs',
  'uses',
  'adoptions',
  'reviews',
  'documents',
] as const

export const MOST_PAIRS = 50
