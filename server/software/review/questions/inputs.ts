import { z } from 'zod'
import { emailAddress, line, paragraph } from '#server/platform/text.ts'
import { optionalDay } from '../../proposing/inputs.ts'
import { QUESTION_LIMITS } from './contract.ts'

const question = {
  text: paragraph({
    min: 3,
    max: QUESTION_LIMITS.text,
    missing: 'Bitte schreiben Sie Ihre Frage.',
  }),
  dueOn: optionalDay,
}
export const askRequesterInput = z.strictObject(question)
export const askVendorInput = z.strictObject({ ...question, vendorEmail: emailAddress })
export type Ask = {
  text: string
  dueOn: string | null
  vendorEmail?: string
}

export const vendorAnswerInput = z.strictObject({
  name: line({ max: 200, missing: 'Bitte schreiben Sie, wer antwortet.' }),
  answer: paragraph({ max: QUESTION_LIMITS.answer, missing: 'Bitte schreiben Sie eine Antwort.' }),
})
export type VendorAnswer = z.output<typeof vendorAnswerInput>

export const resumeInput = z.strictObject({
  note: paragraph({ max: 2000, missing: 'Bitte schreiben Sie, wie es weitergeht.' }),
})
