import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { aBudget, aFunding, anInnovation } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { setBudget } from '../budget/commands.ts'
import { sumYear } from '../budget/sql.ts'
import { FUNDING_EVENTS, type FundingEvent } from '../contract.ts'
import { addProof } from '../proofs/commands.ts'
import * as acts from './commands.ts'
import { isCommitted } from './rules.ts'

/** Three applications compete for one budget; whoever may, does anything in any order, also at once. */
async function setting() {
  await emptyDatabase()
  registerHouse()
  const school = await aSchool()
  const plg = await aPlg()
  const lead = await anActor('teacher', { schoolId: school.id })
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead', schoolId: school.id })
  const deciders = [await anActor('release_manager'), await anActor('school_authority_staff')]
  await aBudget(2026, 150_000)
  const numbers: number[] = []
  for (let i = 0; i < 3; i++) {
    const project = await anInnovation({ plgId: plg.id })
    const about = { plgId: plg.id, projectId: project.id, schoolId: school.id }
    // They begin as far as they can without a decision.
    const state = ['draft', 'in_review', 'in_review'][i] ?? 'draft'
    numbers.push((await aFunding({ ...about, state })).number)
  }
  return { lead, deciders, numbers, school }
}
type Setting = Awaited<ReturnType<typeof setting>>

type Act = {
  event: FundingEvent | 'edit' | 'prove' | 'budget'
  which: number
  by: number
  cents: number
}
const act: fc.Arbitrary<Act> = fc.record({
  event: fc.oneof(
    { weight: 3, arbitrary: fc.constant('approve' as const) },
    { weight: 6, arbitrary: fc.constantFrom(...FUNDING_EVENTS, 'edit', 'prove', 'budget') },
  ),
  which: fc.nat(2),
  by: fc.nat(2),
  cents: fc.constantFrom(1, 40_000, 80_000, 100_000, 120_000),
})

const versionOf = async (number: number) =>
  (
    await db()
      .selectFrom('fundingApplications')
      .where('number', '=', number)
      .select('version')
      .executeTakeFirstOrThrow()
  ).version

async function run(at: Setting, { event, which, by, cents }: Act): Promise<void> {
  const actor = [at.lead, ...at.deciders][by] as Actor
  const number = at.numbers[which] ?? 0
  const version = await versionOf(number)
  const step = { version, text: 'Ja.' }
  const doing: Record<Act['event'], () => Promise<void>> = {
    submit: () => acts.submitFunding(actor, number, step),
    takeUp: () => acts.takeUpFunding(actor, number, step),
    ask: () => acts.askAboutFunding(actor, number, step),
    answer: () => acts.answerQuery(actor, number, step),
    approve: () =>
      acts.approveFunding(actor, number, { version, granted: cents, text: '', conditions: '' }),
    reject: () => acts.rejectFunding(actor, number, step),
    withdraw: () => acts.withdrawFunding(actor, number, step),
    pay: () => acts.payFunding(actor, number, step),
    account: () => acts.accountFunding(actor, number, step),
    close: () => acts.closeFunding(actor, number, step),
    edit: () =>
      acts.editFunding(actor, number, {
        ...{ version, year: 2026, schoolId: at.school.id, ownShare: 0 },
        ...{ reason: 'a', innovation: 'b', risk: '' },
        items: [{ text: 'Gerät', quantity: 2, unitCents: cents }],
      }),
    prove: () =>
      addProof(actor, number, {
        ...{ text: 'Beleg', amount: cents, spentOn: '2026-02-01', clientKey: randomUUID() },
      }),
    budget: () => setBudget(actor, { year: 2026, amount: cents * 2 }),
  }
  try {
    await doing[event]()
  } catch (error) {
    const isNo = [Refusal, Conflict, Forbidden, NotFound].some((kind) => error instanceof kind)
    if (!isNo) throw error
  }
}

async function expectWhole(): Promise<void> {
  const budget = await db().selectFrom('fundingBudgets').selectAll().executeTakeFirstOrThrow()
  const rows = await db().selectFrom('fundingApplications').selectAll().execute()
  const granted = rows.filter(({ state }) => isCommitted(state as never))
  const sum = granted.reduce((all, { grantedCents }) => all + (grantedCents ?? 0), 0)
  expect(budget.committedCents).toBe(sum)
  expect(sum).toBeLessThanOrEqual(budget.amountCents)
  expect((await sumYear(2026)).grantedCents).toBe(sum)
  const decisions = await db()
    .selectFrom('auditEntries')
    .where('action', 'in', ['funding.approve', 'funding.reject'])
    .select('thingId')
    .execute()
  expect(new Set(decisions.map(({ thingId }) => thingId)).size).toBe(decisions.length)
  expect(decisions).toHaveLength(rows.filter(({ decidedAt }) => decidedAt !== null).length)
  const items = await db().selectFrom('fundingItems').selectAll().execute()
  for (const row of granted) {
    const costs = items
      .filter(({ applicationId }) => applicationId === row.id)
      .reduce((all, { quantity, unitCents }) => all + quantity * unitCents, 0)
    expect(row.grantedCents ?? 0).toBeLessThanOrEqual(costs - row.ownShareCents)
    expect((row.grantedCents ?? 0) > 0).toBe(true)
  }
}

test('no order of events gives two decisions, overspends, or a sum that differs from its parts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          act.map((one) => [one]),
          fc.tuple(act, act),
        ),
        {
          minLength: 4,
          maxLength: 14,
        },
      ),
      async (rounds) => {
        const at = await setting()
        for (const round of rounds) {
          await Promise.all(round.map((one) => run(at, one)))
          await expectWhole()
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
