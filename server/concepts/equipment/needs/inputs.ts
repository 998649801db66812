import { z } from 'zod'
import { clientKey, optionalLine, paragraph } from '#server/platform/text.ts'
import { LIMITS, NEED_STATES } from '../contract.ts'
import { refusals } from '../words.ts'

const quantity = z.coerce
  .number(`Bitte eine Zahl von 1 bis ${LIMITS.quantity}.`)
  .int('Bitte eine ganze Zahl.')
  .min(1, `Bitte eine Zahl von 1 bis ${LIMITS.quantity}.`)
  .max(LIMITS.quantity, `Bitte eine Zahl von 1 bis ${LIMITS.quantity}.`)
const classId = z.uuid('Bitte wählen Sie eine Klasse.')
const wantedBy = z
  .string()
  .regex(/^20[2-4]\d\/\d{2}$/, 'Bitte wählen Sie ein Schuljahr.')
  .optional()
const common = {
  clientKey,
  class: classId,
  quantity,
  site: optionalLine({ max: LIMITS.site }),
  wantedBy,
}

/** Base equipment: how many, and nothing else. There is no field for a reason (R4-8). */
export const baseNeedInput = z.strictObject(common)
export type BaseNeedInput = z.output<typeof baseNeedInput>

export const furtherNeedInput = z.strictObject({
  ...common,
  purpose: paragraph({ max: LIMITS.purpose, missing: refusals.purposeMissing }),
  reports: z.array(z.uuid()).max(20).default([]),
})
export type FurtherNeedInput = z.output<typeof furtherNeedInput>

export const needInput = z.strictObject({ need: z.uuid(refusals.needGone) })

export const decideInput = z.strictObject({
  need: z.uuid(refusals.needGone),
  version: z.coerce.number().int().min(1),
  state: z.enum(NEED_STATES, 'Bitte wählen Sie einen Stand.'),
})
export type DecideInput = z.output<typeof decideInput>
