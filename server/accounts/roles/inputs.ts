import { z } from 'zod'
import { line } from '#server/platform/text.ts'
import { LONGEST_REASON } from '../contract.ts'
import { row, schoolRole, schoolSlug } from '../inputs.ts'

const membershipId = z.uuid('Diese Rolle gibt es nicht mehr. Bitte laden Sie die Seite neu.')

export const requestRoleInput = z.strictObject({ school: schoolSlug, role: schoolRole })
export const membershipInput = z.strictObject({ ...row, membershipId })
export const refuseInput = z.strictObject({
  ...row,
  membershipId,
  reason: line({
    max: LONGEST_REASON,
    missing: 'Bitte schreiben Sie einen kurzen Grund. Die Person liest ihn.',
  }),
})
export const giveRoleInput = z.strictObject({
  personId: z.uuid('Bitte wählen Sie eine Person.'),
  role: schoolRole,
})
