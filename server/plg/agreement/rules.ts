import { cleanText } from '#server/platform/text.ts'
import type { Phase } from '../contract.ts'

/** The lines of a form as norms: white space joined, empty ones and doubles left out. */
export function normsFrom(chosen: string[], own: string): string[] {
  const lines = [...chosen, ...own.split('\n')].map((line) =>
    cleanText(line)
      .replace(/^\s*[-*•]\s+/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return [...new Set(lines.filter(Boolean))]
}

/**
 * Once per cycle a group looks at its norms: at the beginning of every further cycle, and when it evaluates the
 * first.
 */
export function isReviewDue(
  norm: { reviewedCycle: number | null },
  plg: { cycle: number; phase: Phase },
): boolean {
  if (norm.reviewedCycle === plg.cycle || plg.phase === 'closed') return false
  return plg.cycle > 1 || plg.phase === 'evaluate' || plg.phase === 'transfer'
}
