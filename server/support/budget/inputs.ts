import { z } from 'zod'
import { LIMITS } from '../contract.ts'
import { amount, year } from '../funding/inputs.ts'

export const budgetInput = z.strictObject({
  year,
  amount: amount(LIMITS.budgetCents, 'Bitte geben Sie den Betrag des Jahres ein.'),
})
export type BudgetInput = z.output<typeof budgetInput>
