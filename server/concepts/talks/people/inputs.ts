import { z } from 'zod'
import { optionalLine } from '#server/platform/text.ts'
import { LIMITS, PERSON_SIDES } from '../contract.ts'

export const inviteInput = z.strictObject({
  side: z.enum(PERSON_SIDES, 'Bitte wählen Sie, für wen die Person teilnimmt.').optional(),
  person: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
  name: optionalLine({ max: LIMITS.name }),
})
export type InviteInput = z.output<typeof inviteInput>

export const seatInput = z.strictObject({ seat: z.uuid('Diese Person steht nicht in der Liste.') })
