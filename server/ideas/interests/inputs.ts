import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'

export const joinInput = z.strictObject({
  schoolId: z.uuid('Bitte wählen Sie eine Ihrer Schulen.').optional(),
  note: optionalParagraph({ max: LIMITS.note }),
})
export type JoinInput = z.output<typeof joinInput>
