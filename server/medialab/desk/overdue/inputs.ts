import { z } from 'zod'
import { termin } from '../handing/inputs.ts'

export const remindInput = z.strictObject({
  booking: z.string().regex(/^\d{4}-\d{1,9}$/, 'Diese Buchung gibt es nicht.'),
  termin,
})
