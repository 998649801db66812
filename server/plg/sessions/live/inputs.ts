import { z } from 'zod'
import { isProtocol } from '../protocols/contract.ts'
import { RUN_ACTS } from './contract.ts'

/** `version` says where the group stood when the button was shown; 0 before anything ran. */
const version = z.number().int().min(0)

export const startInput = z.strictObject({
  version,
  protocol: z
    .string('Bitte wählen Sie eine Methode.')
    .refine(isProtocol, 'Bitte wählen Sie eine Methode.'),
})
export type StartInput = z.output<typeof startInput>

export const moveInput = z.strictObject({ version, act: z.enum(RUN_ACTS) })
export type MoveInput = z.output<typeof moveInput>

export const notesInput = z.strictObject({})
