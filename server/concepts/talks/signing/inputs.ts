import { z } from 'zod'

/** What was read is what is signed. */
export const signInput = z.strictObject({ content: z.coerce.number().int().min(1) })
export type SignInput = z.output<typeof signInput>
