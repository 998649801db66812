import { z } from 'zod'
import { optionalParagraph, paragraph } from '#server/platform/text.ts'
import { CASE_LIMITS } from '../../cases/contract.ts'

const note = optionalParagraph({ max: CASE_LIMITS.note })

export const takeInput = z.strictObject({})
export const startInput = z.strictObject({ note })
export const closeInput = z.strictObject({
  note: paragraph({
    max: CASE_LIMITS.note,
    missing: 'Bitte schreiben Sie, wo die Entscheidung steht.',
  }),
})
export const rejectInput = z.strictObject({
  outcome: z.enum(['duplicate', 'incomplete'], { error: 'Bitte wählen Sie, warum.' }),
  note: paragraph({ max: CASE_LIMITS.note, missing: 'Bitte schreiben Sie einen Satz dazu.' }),
})
export const usesInput = z.strictObject({
  uses: z.array(z.uuid('Diese Nutzung gibt es nicht.')).max(12, 'Höchstens zwölf.').default([]),
})
export const priorityInput = z.strictObject({
  priority: z.enum(['low', 'normal', 'high'], { error: 'Bitte wählen Sie aus der Liste.' }),
})
export const reopenInput = z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,100}$/) })
