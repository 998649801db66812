import { z } from 'zod'
import { clientKey, line, paragraph } from '#server/platform/text.ts'
import { FREQUENCIES, OUTCOMES, WISH_LIMITS } from './contract.ts'
import { words } from './words.ts'

export const wishInput = z.strictObject({
  title: line({ ...WISH_LIMITS.title, missing: words.missingTitle }),
  purpose: paragraph({ max: WISH_LIMITS.purpose, missing: words.missingPurpose }),
  frequency: z.enum(FREQUENCIES, words.missingFrequency),
  isChecked: z.boolean().default(false),
  clientKey,
})
export const answerInput = z.strictObject({
  wish: z.uuid(),
  outcome: z.enum(OUTCOMES),
  answer: paragraph({ max: WISH_LIMITS.answer, missing: words.missingAnswer }),
  version: z.number().int().min(1),
})
export const wishIdInput = z.strictObject({ wish: z.uuid() })

export type NewWish = z.output<typeof wishInput>
export type Answer = z.output<typeof answerInput>
