import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { LIMITS } from '../contract.ts'

export const aDay = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(
    (day) => isLocalDay(day) && day >= '2020-01-01' && day <= '2049-12-31',
    'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  )

const { min, max } = LIMITS.months
const MONTHS = `Bitte eine Zahl von ${min} bis ${max}.`

export const cycleInput = z.strictObject({
  clientKey,
  startsOn: aDay,
  months: z.coerce.number(MONTHS).int(MONTHS).min(min, MONTHS).max(max, MONTHS),
  dueOn: aDay,
})
export type CycleInput = z.output<typeof cycleInput>

export const callInput = z.strictObject({
  clientKey,
  school: z.uuid('Bitte wählen Sie eine Schule.'),
  occasion: line({ max: LIMITS.occasion, missing: 'Bitte schreiben Sie kurz, worum es geht.' }),
})
export type CallInput = z.output<typeof callInput>
