import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { LIMITS } from '../contract.ts'
import { lockedFunding } from '../funding/commands.ts'
import { may } from '../policy.ts'
import { fundingStateNames, refusals } from '../words.ts'
import type { ProofInput } from './inputs.ts'
import * as sql from './sql.ts'

/** The application under lock, when its money is out and not accounted for yet. */
async function payingFunding(actor: Actor, number: number) {
  const row = await lockedFunding(actor, number)
  authorize(may.apply, actor, row)
  if (row.state !== 'paid') throw new Refusal(refusals.wrongState(fundingStateNames[row.state]))
  return row
}

/** Enters what money was spent on. The same form twice is one entry. */
export function addProof(actor: Actor, number: number, input: ProofInput): Promise<void> {
  return transaction(async () => {
    const row = await payingFunding(actor, number)
    if (await sql.findByKey(actor.id, input.clientKey)) return
    const { amount: amountCents, spentOn, text, clientKey } = input
    if (amountCents === 0) throw new Refusal('Der Betrag muss größer als 0 sein.', 'amount')
    if (spentOn === null) throw new Refusal(refusals.day, 'spentOn')
    if (spentOn > localDayOf(now()))
      throw new Refusal('Dieser Tag liegt in der Zukunft.', 'spentOn')
    if (row.spentCents + amountCents > LIMITS.cents) throw new Refusal(refusals.tooMuch, 'amount')
    const { count } = await sql.countProofs(row.id)
    if (count >= LIMITS.proofs)
      throw new Refusal(`Höchstens ${LIMITS.proofs} Ausgaben. Fassen Sie kleine zusammen.`)
    await sql.insertProof({
      ...{ text, amountCents, spentOn, clientKey },
      applicationId: row.id,
      createdBy: actor.id,
      createdAt: now(),
    })
    await recordProof(actor, row, 'funding.proof-added', amountCents)
  })
}

export function removeProof(actor: Actor, number: number, proofId: string): Promise<void> {
  return transaction(async () => {
    const row = await payingFunding(actor, number)
    const removed = existing(await sql.removeProof(row.id, proofId))
    await recordProof(actor, row, 'funding.proof-removed', removed.amountCents)
  })
}

const recordProof = (
  actor: Actor,
  row: { id: string; number: number },
  action: string,
  amountCents: number,
) =>
  record(actor, {
    action,
    thingKind: 'funding',
    thingId: row.id,
    details: { number: row.number, amountCents },
  })
