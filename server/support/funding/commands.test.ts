import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import {
  aBudget,
  aCall,
  aFundableProject,
  anInnovation,
  fundingInState,
} from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { setBudget } from '../budget/commands.ts'
import { budgetFor } from '../budget/views.ts'
import { addProof } from '../proofs/commands.ts'
import * as acts from './commands.ts'
import { fundingFor, fundingForEdit, newFundingFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const begin = (actor: Actor, projectId: string, more: object = {}) =>
  acts.beginFunding(actor, { projectId, year: 2026, clientKey: randomUUID(), ...more })
const approval = (granted: number, version = 1) => ({ version, granted, text: '', conditions: '' })
const said = (version: number, text = 'Bitte.') => ({ version, text })
const stateOf = async (number: number) =>
  (
    await db()
      .selectFrom('fundingApplications')
      .where('number', '=', number)
      .select('state')
      .executeTakeFirstOrThrow()
  ).state
const committed = async () =>
  (await db().selectFrom('fundingBudgets').select('committedCents').executeTakeFirst())
    ?.committedCents

async function work() {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}
const bellOf = async (person: Actor) => {
  const rows = await db()
    .selectFrom('notifications')
    .where('personId', '=', person.id)
    .select('kind')
    .execute()
  return rows.map(({ kind }) => kind).sort()
}

describe('the whole way', () => {
  test('from draft to closed, with everybody told and every step in the protocol', async () => {
    const at = await aFundableProject()
    const { lead, decider, principal } = at
    await setBudget(decider, { year: 2026, amount: 500_000 })
    const number = await begin(lead, at.project.id)
    await expect(fundingFor(decider, number)).rejects.toThrow(NotFound)
    await expect(fundingFor(principal, number)).rejects.toThrow(NotFound)
    const step = acts.submitFunding(lead, number, { version: 1 })
    await expect(step).rejects.toThrow(/Es fehlt noch: mindestens eine Kostenzeile/)
    await acts.editFunding(lead, number, {
      version: 1,
      year: 2026,
      schoolId: at.school.id,
      items: [{ text: 'Brille', quantity: 3, unitCents: 40_000 }],
      ownShare: 20_000,
      reason: 'Raum erfahren',
      innovation: 'Erstmals hier',
      risk: '',
    })
    await acts.submitFunding(lead, number, { version: 2 })
    await acts.takeUpFunding(decider, number, { version: 3 })
    await acts.askAboutFunding(decider, number, said(4, 'Warum drei?'))
    await acts.answerQuery(lead, number, said(5, 'Je Gruppe eine.'))
    await acts.approveFunding(decider, number, approval(80_000, 6))
    expect(await committed()).toBe(80_000)
    await acts.payFunding(decider, number, { version: 7 })
    await expect(acts.accountFunding(lead, number, { version: 8 })).rejects.toThrow(Refusal)
    await addProof(lead, number, {
      text: 'Rechnung',
      amount: 79_000,
      spentOn: '2026-10-01',
      clientKey: randomUUID(),
    })
    await acts.accountFunding(lead, number, { version: 8 })
    await acts.closeFunding(decider, number, said(9, ''))
    await work()
    const { funding, entries } = await fundingFor(principal, number)
    expect(funding).toMatchObject({
      state: 'closed',
      requestedCents: 100_000,
      grantedCents: 80_000,
      spentCents: 79_000,
    })
    expect(entries.map(({ state }) => state)).toEqual([
      ...['submitted', 'in_review', 'queries', 'in_review', 'approved_partly'],
      ...['paid', 'accounted', 'closed'],
    ])
    const protocol = await db().selectFrom('auditEntries').orderBy('id').select('action').execute()
    expect(protocol.map(({ action }) => action.replace('funding.', ''))).toEqual([
      ...['budget-set', 'submit', 'takeUp', 'ask', 'answer', 'approve'],
      ...['pay', 'proof-added', 'account', 'close'],
    ])
    expect(await bellOf(principal)).toEqual([
      'funding.decided',
      'funding.for-school',
      'funding.paid',
    ])
    expect(await bellOf(at.other)).toEqual([
      'funding.accounted',
      'funding.answered',
      'funding.submitted',
    ])
    expect(await bellOf(lead)).toContain('funding.queries')
    const { sums } = await budgetFor(decider, { year: '2026', page: 1 })
    expect(sums).toMatchObject({
      count: 1,
      requestedCents: 100_000,
      grantedCents: 80_000,
      paidCents: 80_000,
      spentCents: 79_000,
    })
  })

  test('answers a call that can be answered', async () => {
    const at = await aFundableProject()
    const call = await aCall({ title: 'VR an Schulen' })
    expect((await newFundingFor(at.lead, String(call.number))).call?.title).toBe('VR an Schulen')
    const number = await begin(at.lead, at.project.id, { call: call.number })
    expect((await fundingFor(at.lead, number)).funding.callTitle).toBe('VR an Schulen')
    const over = await aCall({ closesOn: '2026-01-01' })
    const second = await anInnovation({ plgId: at.plg.id })
    await expect(begin(at.lead, second.id, { call: over.number })).rejects.toThrow(Refusal)
  })
})

describe('beginning', () => {
  test('one application for a Vorhaben at a time, however many begin', async () => {
    const { lead, project } = await aFundableProject()
    const results = await Promise.allSettled([begin(lead, project.id), begin(lead, project.id)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('the same form twice is one', async () => {
    const { lead, project } = await aFundableProject()
    const clientKey = randomUUID()
    const [a, b] = [begin(lead, project.id, { clientKey }), begin(lead, project.id, { clientKey })]
    expect(await a).toBe(await b)
  })
  test('not for other kinds, other PLGs, without the lead or by the Schulträger', async () => {
    const at = await aFundableProject()
    const lesson = await anInnovation({ plgId: at.plg.id, kind: 'teaching_development' })
    const foreign = await anInnovation({ plgId: (await aPlg()).id })
    for (const id of [lesson.id, foreign.id, randomUUID()])
      await expect(begin(at.lead, id)).rejects.toThrow(Refusal)
    for (const person of [at.member, at.decider, await anActor()])
      await expect(begin(person, at.project.id)).rejects.toThrow(Refusal)
  })
  test('an old page overwrites nothing, and another school receives nothing', async () => {
    const at = await aFundableProject()
    const { number } = await fundingInState(at, 'draft')
    const { items, funding } = await fundingForEdit(at.lead, number)
    const input = { ...funding, items, ownShare: 0 }
    await acts.editFunding(at.lead, number, { ...input, reason: 'Neu' })
    await expect(acts.editFunding(at.lead, number, input)).rejects.toThrow(Conflict)
    const elsewhere = { ...input, version: 2, schoolId: (await aSchool()).id }
    await expect(acts.editFunding(at.lead, number, elsewhere)).rejects.toThrow(Refusal)
  })
})

describe('deciding', () => {
  test('two decide at once: one decision', async () => {
    const at = await aFundableProject()
    await aBudget(2026, 1_000_000)
    const { number } = await fundingInState(at, 'in_review')
    const results = await Promise.allSettled([
      acts.approveFunding(at.decider, number, approval(100_000)),
      acts.rejectFunding(at.other, number, said(1)),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((result) => result.status === 'rejected')
    expect(String(lost?.reason)).toContain('schon entschieden')
  })

  test('two applications at once never overspend', async () => {
    const at = await aFundableProject()
    await aBudget(2026, 150_000)
    const projects = [at.project, await anInnovation({ plgId: at.plg.id })]
    const numbers: number[] = []
    for (const project of projects)
      numbers.push((await fundingInState({ ...at, project }, 'in_review')).number)
    const results = await Promise.allSettled(
      numbers.map((number, i) =>
        acts.approveFunding(i ? at.other : at.decider, number, approval(100_000)),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await committed()).toBe(100_000)
    const lost = results.find((result) => result.status === 'rejected')
    expect(String(lost?.reason)).toContain('500,00')
  })

  test('lowering the budget and granting at once never overspends', async () => {
    const at = await aFundableProject()
    await aBudget(2026, 150_000)
    const { number } = await fundingInState(at, 'in_review')
    const results = await Promise.allSettled([
      acts.approveFunding(at.decider, number, approval(100_000)),
      setBudget(at.other, { year: 2026, amount: 50_000 }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test.each([
    [0, 'lehnt den Antrag ab'],
    [100_001, 'Mehr als die beantragten'],
  ])('granting %i is refused', async (granted, sentence) => {
    const at = await aFundableProject()
    await aBudget(2026, 1_000_000)
    const { number } = await fundingInState(at, 'in_review')
    await expect(acts.approveFunding(at.decider, number, approval(granted))).rejects.toThrow(
      sentence,
    )
    expect(await committed()).toBe(0)
  })

  test('nothing is granted in a year without a budget', async () => {
    const at = await aFundableProject()
    const { number } = await fundingInState(at, 'in_review')
    await expect(acts.approveFunding(at.decider, number, approval(1))).rejects.toThrow('2026')
    expect(await stateOf(number)).toBe('in_review')
  })

  test('nobody decides on a Vorhaben they have a part in', async () => {
    const at = await aFundableProject()
    await aBudget(2026, 1_000_000)
    const { number } = await fundingInState(at, 'in_review')
    await aMember({ plgId: at.plg.id, personId: at.decider.id, role: 'member' })
    await db()
      .insertInto('projectAuthors')
      .values({ projectId: at.project.id, personId: at.other.id })
      .execute()
    for (const person of [at.decider, at.other, at.lead, at.principal])
      await expect(acts.approveFunding(person, number, approval(1))).rejects.toThrow(Forbidden)
  })

  test('a grant that is given back is free again', async () => {
    const at = await aFundableProject()
    await aBudget(2026, 100_000)
    const { number } = await fundingInState(at, 'in_review')
    await acts.approveFunding(at.decider, number, approval(100_000))
    await acts.withdrawFunding(at.lead, number, { version: 2 })
    expect(await committed()).toBe(0)
    await expect(acts.payFunding(at.decider, number, { version: 3 })).rejects.toThrow(Refusal)
  })
})
