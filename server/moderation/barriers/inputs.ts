import { z } from 'zod'
import { clientKey, optionalLine, paragraph } from '#server/platform/text.ts'
import { LONGEST } from './contract.ts'

export const barrierInput = z.strictObject({
  description: paragraph({
    max: LONGEST.description,
    missing: 'Bitte beschreiben Sie, was nicht geht.',
  }),
  page: optionalLine({ max: LONGEST.page }),
  contact: optionalLine({ max: LONGEST.contact }),
  clientKey,
})

export const barrierAnswerInput = z.strictObject({
  barrier: z.uuid(),
  answer: paragraph({ max: LONGEST.answer, missing: 'Bitte schreiben Sie eine Antwort.' }),
})
