import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'

export const consentInput = z.strictObject({
  plgId: z.uuid(),
  consent: z.enum(['granted', 'refused'], 'Bitte wählen Sie, wie Sie entscheiden.'),
  reason: optionalParagraph({ max: LIMITS.reason }),
})
export type ConsentInput = z.output<typeof consentInput>
