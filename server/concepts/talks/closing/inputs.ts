import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'

export const closeInput = z.strictObject({ reason: optionalParagraph({ max: LIMITS.closeReason }) })
export type CloseInput = z.output<typeof closeInput>
