import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { EXPERIENCE_LIMITS } from './contract.ts'
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
const orNull = z
  .uuid()
  .optional()
  .transform((value) => value ?? null)

const about = {
  scenarioId: orNull,
  schoolId: orNull,
  projectId: orNull,
  subject: orNothing(SUBJECTS),
  gradeBand: orNothing(GRADE_BANDS),
  setting: paragraph({ max: EXPERIENCE_LIMITS.setting, missing: words.missingSetting }),
  learningEffect: score,
  effort: score,
  stability: score,
  text: optionalParagraph({ max: EXPERIENCE_LIMITS.text }),
  again: z.enum(['yes', 'no'], words.missingAgain),
  isChecked: z.boolean().default(false),
}

export const writeInput = z.strictObject({ ...about, clientKey })
export const editInput = z.strictObject({ ...about, version: z.number().int().min(1) })
export const experienceInput = z.strictObject({ experience: z.uuid() })

export type WriteExperience = z.output<typeof writeInput>
export type EditExperience = z.output<typeof editInput>
