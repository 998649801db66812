import { BadContent, type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { LIMITS } from '../contract.ts'

const RESTORED = 'Wiederhergestellt: '

/** Restored twice, it is still called after what was restored first. */
export const nameOfRestored = (name: string) => shortened(RESTORED + plainName(name))
export const nameOfReplaced = (name: string) =>
  shortened(`Vor der Wiederherstellung von „${plainName(name)}“`)

const plainName = (name: string) => (name.startsWith(RESTORED) ? name.slice(RESTORED.length) : name)

/** Counted as the database counts, so that no letter is cut in two. */
function shortened(name: string): string {
  const letters = [...name]
  const { max } = LIMITS.versionName
  return letters.length <= max ? name : `${letters.slice(0, max - 1).join('')}…`
}

/** A kept text. @returns undefined when what may stand in a text has changed since, so that it is none any more */
export function readable(content: unknown): CheckedContent | undefined {
  try {
    return content === undefined ? undefined : checkContent(content)
  } catch (error) {
    if (error instanceof BadContent) return undefined
    throw error
  }
}
