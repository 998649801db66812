import { z } from 'zod'

/** An act about one row of the list. */
export const memberInput = z.strictObject({ memberId: z.uuid('Dieses Mitglied gibt es nicht.') })

export const facilitatorInput = z.strictObject({
  personId: z.uuid('Bitte wählen Sie, wer begleitet.'),
})
