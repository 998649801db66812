import { HEADING_LEVELS } from '#server/rich-text/contract.ts'

export type HeadingLevel = (typeof HEADING_LEVELS)[number]

/**
 * The levels a heading may have here: at most one below the heading above it. The title of the page is the first
 * level and stands above them all.
 *
 * @param above levels of the headings above, in order
 */
export function allowedLevels(above: number[]): HeadingLevel[] {
  const last = above.at(-1) ?? 1
  return HEADING_LEVELS.filter((level) => level <= last + 1)
}

/** The level that comes closest to the wanted one. */
export function nearestLevel(wanted: number, above: number[]): HeadingLevel {
  return allowedLevels(above).findLast((level) => level <= wanted) ?? 2
}
