import { z } from 'zod'

export const lineInput = z.strictObject({ line: z.uuid() })

export const allReadInput = z.strictObject({})
