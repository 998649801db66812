import { z } from 'zod'
import { clientKey, paragraph } from '#server/platform/text.ts'
import { LONGEST } from './contract.ts'

/** Where the address says what is meant; anything else is no page. */
export const pointerInput = z.strictObject({
  kind: z.string().regex(/^[a-z_-]{1,40}$/),
  id: z.uuid(),
})

export const reportInput = z.strictObject({
  reason: paragraph({
    max: LONGEST.reason,
    missing: 'Bitte schreiben Sie, was nicht in Ordnung ist.',
  }),
  clientKey,
})

export const answerInput = z.strictObject({
  report: z.uuid(),
  answer: paragraph({ max: LONGEST.answer, missing: 'Bitte schreiben Sie eine Antwort.' }),
})
