import { z } from 'zod'
import { clientKey, paragraph } from '#server/platform/text.ts'
import { QUESTION_LENGTH } from './contract.ts'
import { words } from './words.ts'

export const askInput = z.strictObject({
  text: paragraph({ ...QUESTION_LENGTH, missing: words.missingQuestion }),
  clientKey,
})
export const answerInput = z.strictObject({
  question: z.uuid(),
  text: paragraph({ max: QUESTION_LENGTH.max, missing: words.missingAnswer }),
  isOfficial: z.boolean().default(false),
  clientKey,
})
export const entryInput = z.strictObject({ kind: z.enum(['question', 'answer']), id: z.uuid() })

export type AnswerInput = z.output<typeof answerInput>
export type Entry = z.output<typeof entryInput>
