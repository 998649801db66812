import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { amount } from '../funding/inputs.ts'
import { optionalDay } from '../inputs.ts'

export const proofInput = z.strictObject({
  text: line({ max: LIMITS.itemText, missing: 'Bitte schreiben Sie, wofür.' }),
  amount: amount(LIMITS.cents, 'Bitte geben Sie den Betrag ein.'),
  spentOn: optionalDay,
  clientKey,
})
export const removeProofInput = z.strictObject({
  proofId: z.uuid('Diese Ausgabe gibt es nicht.'),
})
export type ProofInput = z.output<typeof proofInput>
