import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aCatalogue, aProduct, aReviewCase } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import {
  answerQuestion,
  demand,
  propose,
  requestReview,
  undemand,
  withdrawProposal,
} from './commands.ts'
import { proposeInput } from './inputs.ts'
import { slugsFor } from './rules.ts'
import { proposalFor, proposingFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  await aCatalogue()
})

const typed = (given: object = {}) =>
  proposeInput.parse({
    ...{ name: 'Trickfilmstudio', website: 'www.trickfilm.example', purpose: 'Filme drehen' },
    ...{ deviceScenario: 'school_shared_at_school', pupilAccount: 'none' },
    ...{ clientKey: randomUUID(), ...given },
  })

test('a proposal is an app nobody lists yet, a use of it and a case with a number; sent twice it is one', async () => {
  const teacher = await anActor('teacher')
  const given = typed()
  const numbers = await Promise.all([propose(teacher, given), propose(teacher, given)])
  expect(new Set(numbers).size).toBe(1)
  const product = await db().selectFrom('softwareProducts').selectAll().executeTakeFirstOrThrow()
  expect(product).toMatchObject({
    ...{ slug: 'trickfilmstudio', state: 'proposed', website: 'https://www.trickfilm.example' },
  })
  const { proposal, canWithdraw } = await proposalFor(teacher, numbers[0] ?? 0)
  expect(proposal).toMatchObject({ app: 'Trickfilmstudio', state: 'submitted', schools: 1 })
  expect(canWithdraw).toBe(true)
})

test('what is there under a name with a slip of the pen is found first', async () => {
  const teacher = await anActor('teacher')
  const known = await aProduct({ name: 'Trickfilm-Studio' })
  const { similar } = await proposingFor(teacher, {
    ...{ name: 'Trikfilmstudio', draft: null, page: 1 },
  })
  expect(similar.map(({ id }) => id)).toEqual([known.id])
  await expect(propose(teacher, typed())).rejects.toMatchObject({ field: 'isOther' })
  await propose(teacher, typed({ isOther: 'on' }))
})

test('no address of our own pages is an app, and no address is given twice', async () => {
  expect(slugsFor('Liste')[0]).toBe('app-liste')
  const [one, two] = [await anActor('teacher'), await anActor('teacher')]
  const given = { isOther: 'on', name: 'Vergleich' }
  await Promise.all([propose(one, typed(given)), propose(two, typed(given))])
  const rows = await db().selectFrom('softwareProducts').select('slug').orderBy('slug').execute()
  expect(rows.map(({ slug }) => slug)).toEqual(['app-vergleich', 'app-vergleich-2'])
})

test.each([
  ['a day in the past', { neededBy: '2020-01-01' }, 'neededBy'],
  ['a school of somebody else', { schoolId: randomUUID() }, undefined],
])('%s is refused', async (_what, given, field) => {
  const teacher = await anActor('teacher')
  const error = await propose(teacher, typed(given)).catch((one: unknown) => one)
  expect(error).toBeInstanceOf(field ? Refusal : Forbidden)
  if (field) expect(error).toMatchObject({ field })
})

test.each(['javascript:alert(1)', 'kein link', 'ftp://x.example', 'https://'])(
  '"%s" is no address of an app',
  (website) => {
    expect(() => typed({ website })).toThrow()
  },
)

test('"Mich auch" counts once for each person, schools once, and can be taken back', async () => {
  const requester = await anActor('teacher')
  const one = await anActor('teacher')
  const schoolId = one.memberships[0]?.schoolId ?? ''
  const colleague = await anActor('teacher', { schoolId })
  const number = await propose(requester, typed())
  await Promise.all([demand(one, number), demand(one, number), demand(colleague, number)])
  await demand(requester, number)
  const schools = async () => (await proposalFor(requester, number)).proposal.schools
  expect(await schools()).toBe(2)
  expect(await db().selectFrom('reviewDemands').select('personId').execute()).toHaveLength(2)
  await undemand(one, number)
  await undemand(colleague, number)
  expect(await schools()).toBe(1)
})

test('who asks while a case runs counts there, and a complaint stands in its log', async () => {
  const [requester, other] = [await anActor('teacher'), await anActor('teacher')]
  const number = await propose(requester, typed())
  const again = { purpose: 'Neue Werbung', neededBy: null, clientKey: randomUUID() }
  const asked = await requestReview(other, 'trickfilmstudio', { ...again, reason: 'complaint' })
  expect(asked).toBe(number)
  const { proposal } = await proposalFor(requester, number)
  expect(proposal.schools).toBe(2)
  expect(proposal.log.map(({ event }) => event)).toEqual(['suggest', 'complain'])
})

test('a proposal belongs to whoever made it, and is theirs to take back until the review begins', async () => {
  const [requester, other] = [await anActor('teacher'), await anActor('principal')]
  const number = await propose(requester, typed())
  await expect(proposalFor(other, number)).rejects.toBeInstanceOf(NotFound)
  await expect(withdrawProposal(other, number)).rejects.toBeInstanceOf(NotFound)
  await withdrawProposal(requester, number)
  expect((await proposalFor(requester, number)).proposal.outcome).toBe('withdrawn')
  const late = await aReviewCase({
    ...{ productId: (await aProduct()).id, requestedBy: requester.id, state: 'in_review' },
  })
  await expect(withdrawProposal(requester, late.number)).rejects.toBeInstanceOf(Forbidden)
})

test('a question is answered once, and the review goes on', async () => {
  const requester = await anActor('teacher')
  const row = await aReviewCase({
    ...{ productId: (await aProduct()).id, requestedBy: requester.id },
    ...{ state: 'waiting_requester', waitingUntil: '2030-01-01' },
  })
  const { id } = await db()
    .insertInto('reviewQuestions')
    .values({
      ...{ caseId: row.id, addressee: 'requester', text: 'Mit welchem Konto?' },
      ...{ askedAt: new Date(), dueOn: '2030-01-01' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const answer = { questionId: id, answer: 'Ohne.' }
  const results = await Promise.allSettled([
    answerQuestion(requester, row.number, answer),
    answerQuestion(requester, row.number, answer),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { proposal } = await proposalFor(requester, row.number)
  expect(proposal).toMatchObject({ state: 'in_review', questions: [{ answer: 'Ohne.' }] })
})

test('people whom no school has confirmed propose nothing', async () => {
  const pending = await anActor('teacher', { state: 'pending' })
  await expect(propose(pending, typed())).rejects.toBeInstanceOf(Forbidden)
})
