import { z } from 'zod'

/** A school begins its concept; empty chapters come with it, goals come first. */
export const beginInput = z.object({ clientKey: z.uuid(), schoolId: z.uuid() })
export type BeginConcept = z.output<typeof beginInput>

/** For acts that need nothing but the press of a button. */
export const nothingInput = z.object({})
