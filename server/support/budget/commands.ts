import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { euros, refusals } from '../words.ts'
import type { BudgetInput } from './inputs.ts'
import * as sql from './sql.ts'

/** What a year may cost. It cannot fall below what is granted already. */
export function setBudget(actor: Actor, input: BudgetInput): Promise<void> {
  return transaction(async () => {
    authorize(may.keepBudget, actor, {})
    await sql.insertBudget(input.year, actor.id, now())
    const before = existing(await sql.lockBudget(input.year))
    if (input.amount < before.committedCents)
      throw new Refusal(refusals.belowCommitted(euros(before.committedCents)), 'amount')
    const row = { amountCents: input.amount, setBy: actor.id, setAt: now() }
    await sql.updateBudget(input.year, row)
    await record(actor, {
      action: 'funding.budget-set',
      thingKind: 'funding-budget',
      thingId: String(input.year),
      details: { from: before.amountCents, to: input.amount },
    })
  })
}
