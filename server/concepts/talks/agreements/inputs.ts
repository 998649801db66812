import { z } from 'zod'
import { clientKey, paragraph } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { aDay } from '../cycles/inputs.ts'

export const agreementInput = z.strictObject({
  clientKey,
  text: paragraph({ max: LIMITS.agreement, missing: 'Bitte schreiben Sie, was vereinbart ist.' }),
  owner: z.enum(['school', 'authority'], 'Bitte wählen Sie, wer es übernimmt.'),
  due: aDay.optional(),
})
export type AgreementInput = z.output<typeof agreementInput>

export const agreementIdInput = z.strictObject({
  agreement: z.uuid('Diese Vereinbarung gibt es nicht.'),
})
