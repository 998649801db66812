import { z } from 'zod'
import { line } from '#server/platform/text.ts'
import { isLocalDay, LIMITS } from './contract.ts'

const day = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(isLocalDay, 'Bitte geben Sie einen Tag an.')

export const freeDayInput = z.strictObject({
  day,
  name: line({ max: LIMITS.name, missing: 'Bitte geben Sie dem Tag einen Namen.' }),
})
export type FreeDayInput = z.output<typeof freeDayInput>

export const noFreeDayInput = z.strictObject({ day })
