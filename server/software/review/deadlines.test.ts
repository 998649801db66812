import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aCatalogue, aProduct, aRelease, aReviewCase, aScenario } from '#db/factories/software.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { keepReviewsGoing } from './jobs.ts'
import { answerAsVendor, ask } from './questions/commands.ts'
import { hashOf } from './questions/rules.ts'
import { updateToken } from './questions/sql.ts'
import { vendorPage } from './questions/views.ts'
import { deskFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  await aCatalogue()
})

const DAY = 86_400_000
const at = (days: number) => new Date(Date.now() + days * DAY)
const inDays = (days: number) => localDayOf(at(days))
const TOKEN = 'einmal-und-nie-wieder'

const caseAt = (id: string) =>
  db().selectFrom('reviewCases').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
const cases = () => db().selectFrom('reviewCases').select(['reason', 'state']).execute()

async function askedVendor() {
  const officer = await anActor('school_dpo')
  const row = await aReviewCase({ productId: (await aProduct()).id, state: 'in_review' })
  const question = { text: 'Wo stehen die Server?', vendorEmail: 'info@anbieter.example' }
  await ask(officer, row.number, 'vendor', { ...question, dueOn: inDays(10) })
  const { id } = await db().selectFrom('reviewQuestions').select('id').executeTakeFirstOrThrow()
  await updateToken(id, hashOf(TOKEN))
  return { officer, row }
}

test('a vendor answers once through a link; all other links lead to a clear sentence', async () => {
  const { row } = await askedVendor()
  expect(await vendorPage('x')).toMatchObject({ state: 'unknown', question: null })
  expect((await vendorPage(TOKEN)).question).toMatchObject({ text: 'Wo stehen die Server?' })
  const answer = { name: 'Anbieter GmbH', answer: 'In Frankfurt.' }
  const results = await Promise.allSettled([
    answerAsVendor(TOKEN, answer),
    answerAsVendor(TOKEN, answer),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await caseAt(row.id)).state).toBe('in_review')
  expect(await vendorPage(TOKEN)).toMatchObject({ state: 'answered', question: null })
  await expect(answerAsVendor(TOKEN, answer)).rejects.toBeInstanceOf(Refusal)
  await expect(answerAsVendor('x', answer)).rejects.toBeInstanceOf(NotFound)
})

test('the link itself is kept nowhere', async () => {
  await askedVendor()
  const rows = await db().selectFrom('reviewQuestions').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(TOKEN)
})

test('a link ends with its case, or two weeks after its day', async () => {
  const { row } = await askedVendor()
  await db()
    .updateTable('reviewQuestions')
    .set({ dueOn: inDays(-15) })
    .execute()
  expect((await vendorPage(TOKEN)).state).toBe('expired')
  await db()
    .updateTable('reviewQuestions')
    .set({ dueOn: inDays(5) })
    .execute()
  await db()
    .updateTable('reviewCases')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', row.id)
    .execute()
  expect((await vendorPage(TOKEN)).state).toBe('expired')
})

test('asking needs a day that comes, somebody to ask, and an office', async () => {
  const officer = await anActor('school_dpo')
  const { number } = await aReviewCase({ productId: (await aProduct()).id, state: 'in_review' })
  const question = { text: 'Wofür?', dueOn: inDays(5) }
  for (const dueOn of [null, inDays(0), '2020-01-01'])
    await expect(ask(officer, number, 'requester', { ...question, dueOn })).rejects.toMatchObject({
      field: 'dueOn',
    })
  await expect(ask(officer, number, 'requester', question)).rejects.toBeInstanceOf(Refusal)
  const teacher = await anActor('teacher')
  await expect(ask(teacher, number, 'vendor', question)).rejects.toBeInstanceOf(NotFound)
  const manager = await anActor('release_manager')
  await expect(ask(manager, number, 'vendor', question)).rejects.toBeInstanceOf(Forbidden)
})

test('before its day a question is asked once more, after it the review goes on, however often the job runs', async () => {
  const { row } = await askedVendor()
  await keepReviewsGoing.run(at(5))
  const { remindedAt: early } = await reminder()
  expect(early).toBeNull()
  await keepReviewsGoing.run(at(8))
  await keepReviewsGoing.run(at(8))
  expect((await reminder()).remindedAt).not.toBeNull()
  expect((await caseAt(row.id)).state).toBe('waiting_vendor')
  await keepReviewsGoing.run(at(11))
  await keepReviewsGoing.run(at(11))
  expect(await caseAt(row.id)).toMatchObject({ state: 'in_review', waitingUntil: null })
  const events = await db().selectFrom('reviewEvents').select('event').orderBy('id').execute()
  expect(events.map(({ event }) => event)).toEqual(['ask_vendor', 'deadline'])
})

const reminder = () =>
  db().selectFrom('reviewQuestions').select('remindedAt').executeTakeFirstOrThrow()

async function released(validUntil: string) {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id })
  await aRelease({ scenarioId: scenario.id, validUntil, decidedAt: at(-100) })
  return product
}

test('sixty days before its end a release gets a case, one, and none again once it was dropped', async () => {
  const product = await released(inDays(60))
  await keepReviewsGoing.run(at(-1))
  expect(await cases()).toEqual([])
  await Promise.all([keepReviewsGoing.run(at(0)), keepReviewsGoing.run(at(0))])
  expect(await cases()).toEqual([{ reason: 'expiry', state: 'triage' }])
  await db()
    .updateTable('reviewCases')
    .set({ state: 'rejected_intake', closedAt: new Date(), outcome: 'withdrawn' })
    .where('productId', '=', product.id)
    .execute()
  await keepReviewsGoing.run(at(1))
  expect(await cases()).toHaveLength(1)
})

test('a legal document with other words than before opens a case, the same words do not', async () => {
  const [changed, same] = [await released(inDays(300)), await released(inDays(300))]
  const add = (productId: string, sha: string, addedAt: Date, replacedAt: Date | null) =>
    db()
      .insertInto('softwareDocuments')
      .values({ productId, kind: 'privacy_policy', sha256: sha.repeat(64), addedAt, replacedAt })
      .execute()
  for (const [{ id }, sha] of [
    [changed, 'b'],
    [same, 'a'],
  ] as const) {
    await add(id, 'a', at(-200), at(-2))
    await add(id, sha, at(-2), null)
  }
  await keepReviewsGoing.run(at(0))
  const rows = await db().selectFrom('reviewCases').select(['productId', 'reason']).execute()
  expect(rows).toEqual([{ productId: changed.id, reason: 'change' }])
})

test('three schools that complain take a case up by themselves, two do not', async () => {
  const row = await aReviewCase({
    ...{ productId: (await aProduct()).id, reason: 'complaint', schoolId: (await aSchool()).id },
  })
  const complain = async () =>
    db()
      .insertInto('reviewDemands')
      .values({
        ...{ caseId: row.id, personId: (await anActor('teacher')).id, at: new Date() },
        schoolId: (await aSchool()).id,
      })
      .execute()
  await complain()
  await keepReviewsGoing.run(at(0))
  expect((await caseAt(row.id)).state).toBe('submitted')
  await complain()
  await keepReviewsGoing.run(at(0))
  expect(await caseAt(row.id)).toMatchObject({ state: 'triage', priority: 'high' })
})

test('the desk sorts what is new, what waits, what ends soon and what has ended', async () => {
  const officer = await anActor('school_dpo')
  await aReviewCase({ productId: (await aProduct({ name: 'Neu' })).id, state: 'in_review' })
  await aReviewCase({ productId: (await aProduct({ name: 'Wartet' })).id, state: 'waiting_vendor' })
  await aReviewCase({ productId: (await aProduct({ name: 'Vorher' })).id, state: 'triage' })
  const [soon, gone] = [await released(inDays(30)), await released(inDays(-5))]
  const at1 = async (filter: string) =>
    (await deskFor(officer, { filter, page: 1 })).rows.map(({ app, days }) => [app, days])
  expect((await at1('all')).map(([app]) => app).toSorted()).toEqual(['Neu', 'Wartet'])
  expect((await at1('new')).map(([app]) => app)).toEqual(['Neu'])
  expect((await at1('waiting')).map(([app]) => app)).toEqual(['Wartet'])
  expect(await at1('expiring')).toEqual([[soon.name, 0]])
  expect(await at1('expired')).toEqual([[gone.name, 5]])
  const { counts } = await deskFor(officer, { filter: randomUUID(), page: 1 })
  expect(counts).toEqual({ all: 2, new: 1, reviewing: 0, waiting: 1, expiring: 1, expired: 1 })
  await expect(
    deskFor(await anActor('principal'), { filter: null, page: 1 }),
  ).rejects.toBeInstanceOf(Forbidden)
})
