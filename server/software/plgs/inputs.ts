import { z } from 'zod'

export const plgInput = z.strictObject({ plg: z.uuid('Bitte wählen Sie eine PLG.') })
