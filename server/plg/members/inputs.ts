import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { schoolId } from '../inputs.ts'

/** For acts that are nothing but a button. */
export const nothingInput = z.strictObject({})

export const joinInput = z.strictObject({ schoolId })
export type JoinInput = z.output<typeof joinInput>

export const requestInput = z.strictObject({
  schoolId,
  message: optionalParagraph({ max: LIMITS.message }),
})
export type RequestInput = z.output<typeof requestInput>
