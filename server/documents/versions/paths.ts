import type { ComparisonLayout } from '#server/rich-text/comparison/contract.ts'
import { PRESENT, type VersionMark } from './contract.ts'

/** Every address begins with that of the list of versions, or of a comparison. */
export const paths = {
  page: (versions: string, page: number) => (page > 1 ? `${versions}?seite=${page}` : versions),
  restore: (version: string) => `${version}#wiederherstellen`,
  comparison: (compare: string, layout: ComparisonLayout, page = 1) =>
    compare + (layout === 'side' ? `&ansicht=${BESIDE}` : '') + (page > 1 ? `&seite=${page}` : ''),
}

const BESIDE = 'nebeneinander'

/** How an address wants two texts to be shown. */
export const layoutOf = (given: string | null): ComparisonLayout =>
  given === BESIDE ? 'side' : 'inline'

/** The version that an address names. @returns undefined for what can be none */
export function versionMark(given: string | null | undefined): VersionMark | undefined {
  if (given === PRESENT) return PRESENT
  return /^[1-9]\d{0,8}$/.test(given ?? '') ? Number(given) : undefined
}

/** What was ticked, each once, the older first. The text as it stands is the youngest. */
export function inOrder(ticked: string[]): VersionMark[] {
  const marks = ticked.map(versionMark).filter((mark) => mark !== undefined)
  const age = (mark: VersionMark) => (mark === PRESENT ? Infinity : mark)
  return [...new Set(marks)].sort((a, b) => age(a) - age(b))
}
