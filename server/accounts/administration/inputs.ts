import { z } from 'zod'
import { networkRole, row } from '../inputs.ts'

export const officeInput = z.strictObject({
  role: networkRole,
  organisationId: z.uuid('Bitte wählen Sie eine Stelle aus der Liste.').optional(),
})
export const takeOfficeInput = z.strictObject({ ...row, membershipId: z.uuid() })
