import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aBudget, aFundableProject, fundingInState } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { setBudget } from '../budget/commands.ts'
import { budgetFile, budgetFor } from '../budget/views.ts'
import { fundingFor, fundingsFor, fundingStanding } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

describe('reading', () => {
  test('lists show each person what they may read', async () => {
    const at = await aFundableProject()
    const { number, id } = await fundingInState(at, 'submitted')
    const shown = async (person: Actor) =>
      (await fundingsFor(person, { state: '', page: 1 })).fundings.rows.map((row) => row.number)
    for (const person of [at.lead, at.member, at.principal, at.decider, at.other])
      expect(await shown(person)).toEqual([number])
    const strangers = [await anActor(), await anActor('principal'), await anActor('smz_staff')]
    for (const person of strangers) {
      expect(await shown(person)).toEqual([])
      await expect(fundingFor(person, number)).rejects.toThrow(NotFound)
      expect(await fundingStanding(person, id)).toEqual({
        canRead: false,
        canChange: false,
        plgId: null,
      })
    }
  })

  test('files can be brought while it is written and while it is proven', async () => {
    const at = await aFundableProject()
    const { id } = await fundingInState(at, 'draft')
    const changes = async (person: Actor) => (await fundingStanding(person, id)).canChange
    expect(await changes(at.lead)).toBe(true)
    expect(await changes(at.member)).toBe(false)
    await db().updateTable('fundingApplications').set({ state: 'submitted' }).execute()
    expect(await changes(at.lead)).toBe(false)
  })

  test('the report is for Schulträger and SMZ; a closed group stays closed in it', async () => {
    const at = await aFundableProject({ joining: 'closed', title: 'Geheim' })
    await db().updateTable('projects').set({ title: '=HYPERLINK("x")' }).execute()
    await fundingInState(at, 'submitted')
    const smz = await anActor('smz_staff')
    const text = JSON.stringify([
      await budgetFor(smz, { year: '2026', page: 1 }),
      await budgetFile(smz, '2026'),
    ])
    expect(text).not.toContain('HYPERLINK')
    expect((await budgetFile(at.decider, '2026')).text).toContain(`"'=HYPERLINK(""x"")"`)
    for (const person of [at.lead, at.principal, await anActor('operator')]) {
      await expect(budgetFor(person, { year: null, page: 1 })).rejects.toThrow(Forbidden)
      await expect(budgetFile(person, null)).rejects.toThrow(Forbidden)
    }
    for (const year of ['', 'x', '99999', '-1', '2026; drop table'])
      await budgetFor(at.decider, { year, page: 1 })
  })

  test('the budget cannot fall below what is granted, and others do not set it', async () => {
    const at = await aFundableProject()
    await aBudget(2026, 100_000, 60_000)
    await expect(setBudget(at.decider, { year: 2026, amount: 59_999 })).rejects.toThrow(Refusal)
    await setBudget(at.decider, { year: 2026, amount: 60_000 })
    for (const person of [at.lead, await anActor('smz_staff'), await anActor('operator')])
      await expect(setBudget(person, { year: 2026, amount: 1 })).rejects.toThrow(Forbidden)
  })
})
