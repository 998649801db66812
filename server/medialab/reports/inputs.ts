import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { RECOMMENDATIONS, REPORT_LIMITS, VISIBILITIES } from './contract.ts'
import { words } from './words.ts'

const score = z
  .number({ error: words.missingScore })
  .int(words.missingScore)
  .min(1, words.missingScore)
  .max(5, words.missingScore)
const orNothing = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .enum(values)
    .optional()
    .transform((value) => value ?? '')

const about = {
  schoolForm: orNothing(SCHOOL_FORMS),
  gradeBand: orNothing(GRADE_BANDS),
  subject: orNothing(SUBJECTS),
  usedFor: paragraph({ max: REPORT_LIMITS.usedFor, missing: words.missingUse }),
  learning: score,
  handling: score,
  robustness: score,
  prepEffort: score,
  support: score,
  recommendation: z.enum(RECOMMENDATIONS, words.missingRecommendation),
  conditions: optionalParagraph({ max: REPORT_LIMITS.conditions }),
  isContact: z.boolean().default(false),
  visibility: z.enum(VISIBILITIES).default('network'),
  isChecked: z.boolean().default(false),
}

export const writeInput = z.strictObject({
  ...about,
  offer: z.uuid({ error: words.missingOffer }),
  clientKey,
})
export const editInput = z.strictObject({ ...about, version: z.number().int().min(1) })
export const declineInput = z.strictObject({})
export const reportInput = z.strictObject({ report: z.uuid() })

export type WriteReport = z.output<typeof writeInput>
export type EditReport = z.output<typeof editInput>
