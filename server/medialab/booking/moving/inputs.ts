import { z } from 'zod'
import { optionalLine } from '#server/platform/text.ts'
import { LIMITS } from '../../contract.ts'
import { aDay, aTime, version } from '../inputs.ts'

/** Of a use in the lab the hours, of a loan the last day. */
export const moveInput = z.strictObject({
  version,
  day: aDay,
  to: aDay.optional(),
  from: aTime.optional(),
  until: aTime.optional(),
  /** Why the SMZ sets rules aside. */
  override: optionalLine({ max: LIMITS.reason }),
})
export type MoveInput = z.output<typeof moveInput>

export const extendInput = z.strictObject({ version, to: aDay })
export type ExtendInput = z.output<typeof extendInput>
