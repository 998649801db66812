import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aFundableProject, fundingInState } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { accountFunding } from '../funding/commands.ts'
import { fundingFor } from '../funding/views.ts'
import { addProof, removeProof } from './commands.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

describe('proving', () => {
  const proof = (amount: number, more: object = {}) => ({
    ...{ text: 'Rechnung', amount, spentOn: '2026-10-01', clientKey: randomUUID() },
    ...more,
  })
  const paid = { decidedAt: new Date(), grantedCents: 100_000 }

  test('counts each form once, takes entries back, and ends with the account', async () => {
    const at = await aFundableProject()
    const { number } = await fundingInState(at, 'paid', paid)
    const once = proof(40_000)
    await Promise.all([addProof(at.lead, number, once), addProof(at.lead, number, once)])
    await addProof(at.lead, number, proof(1))
    const { proofs, funding } = await fundingFor(at.lead, number)
    expect(funding.spentCents).toBe(40_001)
    await removeProof(at.lead, number, proofs[1]?.id ?? '')
    await accountFunding(at.lead, number, { version: 1 })
    await expect(addProof(at.lead, number, proof(1))).rejects.toThrow(Refusal)
    await expect(removeProof(at.lead, number, proofs[0]?.id ?? '')).rejects.toThrow(Refusal)
  })

  test('refuses nothing, the future, sums beyond all measure, and other people', async () => {
    const at = await aFundableProject()
    const { number } = await fundingInState(at, 'paid', paid)
    await expect(addProof(at.lead, number, proof(0))).rejects.toThrow(Refusal)
    await expect(addProof(at.lead, number, proof(1, { spentOn: null }))).rejects.toThrow(Refusal)
    const late = proof(1, { spentOn: '2099-01-01' })
    await expect(addProof(at.lead, number, late)).rejects.toThrow(Refusal)
    await addProof(at.lead, number, proof(10_000_000_000))
    await expect(addProof(at.lead, number, proof(1))).rejects.toThrow(Refusal)
    await expect(addProof(at.member, number, proof(1))).rejects.toThrow(Forbidden)
    await expect(addProof(at.decider, number, proof(1))).rejects.toThrow(Forbidden)
    await expect(removeProof(at.lead, number, randomUUID())).rejects.toThrow(NotFound)
  })
})
