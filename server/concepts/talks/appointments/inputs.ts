import { z } from 'zod'
import { optionalLine } from '#server/platform/text.ts'
import { aDay } from '../cycles/inputs.ts'
import { LIMITS } from '../contract.ts'

const aTime = z
  .string('Bitte geben Sie eine Uhrzeit an.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit wie 14:30 an.')
  .optional()
const day = aDay.optional()

/** Up to three dates at once; a line that stays empty is none. */
export const proposeInput = z.strictObject({
  place: optionalLine({ max: LIMITS.place }),
  ...{ day1: day, from1: aTime, to1: aTime },
  ...{ day2: day, from2: aTime, to2: aTime },
  ...{ day3: day, from3: aTime, to3: aTime },
})
export type ProposeInput = z.output<typeof proposeInput>

export const dateInput = z.strictObject({ date: z.uuid('Bitte wählen Sie einen Termin.') })
