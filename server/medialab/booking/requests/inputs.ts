import { z } from 'zod'
import { line, optionalLine } from '#server/platform/text.ts'
import { LIMITS } from '../../contract.ts'
import { version } from '../inputs.ts'
import { MOST_AT_ONCE } from './contract.ts'

const number = z.string().regex(/^\d{4}-\d{1,9}$/)
/** One box or several. */
const numbers = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(number, 'Bitte wählen Sie mindestens eine Anfrage.').min(1).max(MOST_AT_ONCE),
)

const reason = line({
  ...{ min: 1, max: LIMITS.reason },
  missing: 'Bitte schreiben Sie in einem Satz, warum nicht. Die Schule liest ihn.',
})

/** With a reason also without the consent of the Schulleitung (rule 21). */
export const approveInput = z.strictObject({
  numbers,
  reason: optionalLine({ max: LIMITS.reason }),
})
export type ApproveInput = z.output<typeof approveInput>

export const rejectInput = z.strictObject({ numbers, reason })
export type RejectInput = z.output<typeof rejectInput>

export const consentInput = z.strictObject({ version })
export const refuseInput = z.strictObject({ version, reason })
