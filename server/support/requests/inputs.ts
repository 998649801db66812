import { z } from 'zod'
import { clientKey, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { ADDRESSEES, LIMITS, SUPPORT_KINDS } from '../contract.ts'
import { optionalDay, version } from '../inputs.ts'

export const askInput = z.strictObject({
  kind: z.enum(SUPPORT_KINDS, 'Bitte wählen Sie, was Sie brauchen.'),
  // Left open, the kind decides.
  addressee: z.enum(ADDRESSEES, 'Bitte wählen Sie, wer antworten soll.').optional(),
  projectId: z.uuid('Bitte wählen Sie ein Vorhaben Ihrer PLG.').optional(),
  text: paragraph({ max: LIMITS.requestText, missing: 'Bitte schreiben Sie, worum es geht.' }),
  wishedBy: optionalDay,
  clientKey,
})

export const answerInput = z.strictObject({
  version,
  answer: optionalParagraph({ max: LIMITS.answer }),
})
export const declineInput = z.strictObject({
  version,
  answer: paragraph({ max: LIMITS.answer, missing: 'Bitte schreiben Sie, warum.' }),
})
export const withdrawInput = z.strictObject({ version })

export type AskInput = z.output<typeof askInput>
export type StepInput = { version: number; answer?: string }
