import { z } from 'zod'
import { clientKey, line, optionalLine } from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { INSTRUCTION_KINDS } from './contract.ts'
import { instructionWords as says } from './words.ts'

const about = {
  name: line({ max: 120, missing: says.nameMissing }),
  kind: z.enum(INSTRUCTION_KINDS, says.kindMissing),
  validMonths: z
    .number(says.months)
    .int(says.months)
    .min(1, says.months)
    .max(120, says.months)
    .optional()
    .transform((months) => months ?? null),
}
const version = z.number(says.stale).int(says.stale).min(1, says.stale)

export const addInstructionInput = z.strictObject({ clientKey, ...about })
export type AddInstructionInput = z.output<typeof addInstructionInput>

export const editInstructionInput = z.strictObject({ version, ...about })
export type EditInstructionInput = z.output<typeof editInstructionInput>

export const retireInstructionInput = z.strictObject({ version })

export const instructInput = z.strictObject({
  person: z.uuid(says.personMissing),
  givenOn: z
    .string(says.dayMissing)
    .refine((day) => isLocalDay(day) && day >= '2015-01-01' && day <= '2049-12-31', says.dayOdd),
  /** Kept so that a refused form shows the same people again. */
  q: optionalLine({ max: 100 }),
})
export type InstructInput = z.output<typeof instructInput>

export const proofInput = z.strictObject({ proof: z.uuid(says.stale) })
