import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { localDay, localTime } from '../inputs.ts'

const aPerson = z.uuid('Bitte wählen Sie aus der Liste.')
/** More guests than this are no visit but a demonstration. */
const MOST_VISITORS = 8

export const agreeInput = z.strictObject({
  clientKey,
  lesson: line({ ...LIMITS.lesson, missing: 'Bitte schreiben Sie, worum es in der Stunde geht.' }),
  day: localDay,
  from: localTime,
  to: localTime,
  hostId: aPerson,
  visitors: z
    .array(aPerson)
    .max(MOST_VISITORS, `Höchstens ${MOST_VISITORS} Personen.`)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
})
export type AgreeInput = z.output<typeof agreeInput>
