export const VISIBILITIES = ['private', 'network'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const LONGEST_TITLE = 120
export const LONGEST_NOTE = 500
/** Lists of one person, and apps of one list: enough for everybody, and an end for machines. */
export const MOST_LISTS = 50
export const MOST_ITEMS = 200
/** Lists that others share, the newest. */
export const MOST_SHARED = 50

export type WatchList = { id: string; title: string; visibility: Visibility; count: number }
/** A list of somebody else, with who shares it. */
export type SharedList = WatchList & { owner: string }
