import { z } from 'zod'

const memberId = z.uuid('Dieses Mitglied gibt es nicht.')

/** An act about one row of the list. */
export const memberInput = z.strictObject({ memberId })

export const roleInput = z.strictObject({ memberId, role: z.enum(['lead', 'member']) })
export type RoleInput = z.output<typeof roleInput>

export const facilitatorInput = z.strictObject({
  personId: z.uuid('Bitte wählen Sie, wer begleitet.'),
})
