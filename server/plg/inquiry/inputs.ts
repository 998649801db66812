import { z } from 'zod'
import { line, optionalParagraph } from '#server/platform/text.ts'
import { DIMENSIONS, LIMITS } from './contract.ts'
import { words } from './words.ts'

export const inquiryInput = z.strictObject({
  cycle: z.number().int().min(1).max(1000),
  /** The version the form shows; 0 before the first. */
  version: z.number().int().min(0).max(1_000_000_000),
  question: line({ max: LIMITS.question, missing: words.missingQuestion }),
  shouldLearn: optionalParagraph({ max: LIMITS.shouldLearn }),
  knownBy: optionalParagraph({ max: LIMITS.knownBy }),
  evidence: optionalParagraph({ max: LIMITS.evidence }),
  goal: optionalParagraph({ max: LIMITS.goal }),
  measure: optionalParagraph({ max: LIMITS.measure }),
  dueOn: z.iso.date(words.noDay).optional(),
  dimension: z.enum(DIMENSIONS, words.noDimension).optional(),
  outOfScope: optionalParagraph({ max: LIMITS.outOfScope }),
})
export type InquiryInput = z.output<typeof inquiryInput>
