import { z } from 'zod'
import { optionalLine, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { LIMITS, MOST_NORMS, VERDICTS } from './contract.ts'
import { words } from './words.ts'

export const agreementInput = z.strictObject({
  /** The version the form shows; 0 before the first. */
  version: z.number().int().min(0).max(1_000_000),
  text: paragraph({ max: LIMITS.text, missing: words.missingText }),
  rhythm: optionalLine({ max: LIMITS.rhythm }),
  endsOn: z.iso.date(words.noDay).optional(),
})
export type AgreementInput = z.output<typeof agreementInput>

export const budgetInput = z.strictObject({
  schoolId: z.uuid(),
  /** The version of it that the form shows. */
  version: z.number().int().min(1).max(1_000_000),
  timeBudget: optionalLine({ max: LIMITS.timeBudget }),
})
export type BudgetInput = z.output<typeof budgetInput>

/** Lines that were ticked, and own ones, each on a line. */
export const normsInput = z.strictObject({
  chosen: z.array(z.string().max(LIMITS.norm)).max(MOST_NORMS).default([]),
  own: optionalParagraph({ max: MOST_NORMS * LIMITS.norm }),
})
export type NormsInput = z.output<typeof normsInput>

export const reviewInput = z.strictObject({
  normId: z.uuid(),
  verdict: z.enum(VERDICTS),
  text: optionalLine({ max: LIMITS.norm }),
})
export type ReviewInput = z.output<typeof reviewInput>

export const normInput = z.strictObject({ normId: z.uuid() })
