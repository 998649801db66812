import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'

export const releaseInput = z.strictObject({
  visitId: z.uuid(),
  personId: z.uuid(),
  release: z.enum(['granted', 'refused'], 'Bitte wählen Sie, wie Sie entscheiden.'),
  reason: optionalParagraph({ max: LIMITS.reason }),
})
export type ReleaseInput = z.output<typeof releaseInput>
