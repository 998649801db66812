import { z } from 'zod'
import { optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { LIMITS as AGREEMENT } from '../agreement/contract.ts'
import { LIMITS } from '../contract.ts'

export const consentInput = z.strictObject({
  plgId: z.uuid(),
  consent: z.enum(['granted', 'refused'], 'Bitte wählen Sie, wie Sie entscheiden.'),
  reason: optionalParagraph({ max: LIMITS.reason }),
  /** The version of the agreement that was read. */
  agreedVersion: z.number().int().min(1).max(1_000_000).optional(),
  /** What the school gives; left out, it stays as it is. */
  timeBudget: optionalLine({ max: AGREEMENT.timeBudget }).optional(),
  /** The version of what the school gives that the form shows. */
  version: z.number().int().min(1).max(1_000_000).optional(),
})
export type ConsentInput = z.output<typeof consentInput>
