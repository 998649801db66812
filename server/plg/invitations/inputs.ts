import { z } from 'zod'
import { emailAddress, optionalParagraph } from '#server/platform/text.ts'
import { INVITED_ROLES, LIMITS } from '../contract.ts'

export const inviteInput = z.strictObject({
  email: emailAddress,
  role: z.enum(INVITED_ROLES, 'Bitte wählen Sie, als was Sie einladen.'),
  message: optionalParagraph({ max: LIMITS.message }),
})
export type InviteInput = z.output<typeof inviteInput>

export const invitationInput = z.strictObject({
  invitationId: z.uuid('Diese Einladung gibt es nicht.'),
})
