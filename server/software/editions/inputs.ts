import { z } from 'zod'
import { clientKey, optionalParagraph } from '#server/platform/text.ts'

export const publishInput = z.strictObject({ clientKey, note: optionalParagraph({ max: 1000 }) })
