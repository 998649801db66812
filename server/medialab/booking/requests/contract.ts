export const PAGE_SIZE = 30
/** So many are decided by one form. */
export const MOST_AT_ONCE = 50

/** Why a request stands where it stands (rule 15). */
export const RANKS = ['project', 'first_in_a_year', 'in_order'] as const
export type Rank = (typeof RANKS)[number]
