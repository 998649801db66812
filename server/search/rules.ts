import { LONGEST_QUERY } from './contract.ts'

const MOST_WORDS = 6

/** What somebody typed as words to look for: all of them must be found. One letter alone is no word. */
export function wordsOf(q: string): string[] {
  const words = q
    .slice(0, LONGEST_QUERY)
    .split(/[\s,;]+/)
    .filter((word) => [...word].length > 1)
  return [...new Set(words)].slice(0, MOST_WORDS)
}
