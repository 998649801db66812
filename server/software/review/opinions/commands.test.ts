import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aReviewCase, aScenario, anAdoption } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Conflict, Forbidden, Refusal } from '#server/platform/errors.ts'
import type { Verdict } from '../../standing/contract.ts'
import { saveAnswers } from '../checks/commands.ts'
import type { Answer } from '../checks/contract.ts'
import { seenOf } from '../checks/rules.ts'
import { reopen, startCase } from '../triage/commands.ts'
import { prepareDecision, saveDraft, signDecision } from './commands.ts'
import { decisionInput } from './inputs.ts'
import { reviewFor, signingFor } from './views.ts'

const VERSION = '2026-1'
beforeEach(async () => {
  await emptyDatabase(['review_catalogues', 'review_criteria', 'condition_blocks'])
  registerHouse()
})

async function setting(given: { users?: string[]; requestedBy?: string } = {}) {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id, users: given.users ?? ['pupil'] })
  const row = await aReviewCase({
    ...{ productId: product.id, scenarioIds: [scenario.id], state: 'in_review' },
    ...{ catalogueVersion: VERSION, requestedBy: given.requestedBy ?? null },
  })
  return { product, scenario, row, officer: await anActor('school_dpo') }
}
type Setting = Awaited<ReturnType<typeof setting>>

const decision = ({ scenario }: Setting, verdict: Verdict = 'no_objection', version = 1) => ({
  ...{ version, internalNote: '' },
  draft: {
    ...{ verdicts: [{ scenarioId: scenario.id, verdict }], blocks: [], ownConditions: '' },
    ...{ validUntil: '2028-07-31', riskLevel: 'low' as const, dpia: 'not_needed' as const },
    ...{ reasoning: 'Alles Nötige liegt vor.', alternative: '', graceText: '' },
  },
})

const SHORT = ['C04', 'C08', 'C10', 'C11', 'C14', 'C16', 'C18', 'C19', 'C20']
const answerAll = (at: Setting, answer: Answer, ids = SHORT, by: Actor = at.officer) =>
  saveAnswers(
    by,
    at.row.number,
    ids.map((id) => ({ id, answer, comment: '', seen: seenOf(null, '') })),
  )

const opinions = () => db().selectFrom('opinions').selectAll().execute()
const stateOf = async (at: Setting) =>
  (
    await db()
      .selectFrom('reviewCases')
      .where('id', '=', at.row.id)
      .select('state')
      .executeTakeFirstOrThrow()
  ).state

async function prepared(verdict: Verdict = 'no_objection') {
  const at = await setting()
  await answerAll(at, 'yes')
  await prepareDecision(at.officer, at.row.number, decision(at, verdict))
  return at
}

test('what is signed stands there with name and office, releases the app, and is in the protocol', async () => {
  const at = await prepared()
  await signDecision(at.officer, at.row.number, { version: 2 })
  const [opinion] = await opinions()
  expect(opinion).toMatchObject({
    ...{ verdict: 'no_objection', recommendedUntil: '2028-07-31', givenBy: at.officer.id },
    signedName: `${at.officer.firstName} ${at.officer.lastName}`,
  })
  expect(opinion?.signedOffice).toContain('Datenschutz')
  expect(await stateOf(at)).toBe('closed')
  const releases = await db().selectFrom('releases').select(['validUntil', 'opinionId']).execute()
  expect(releases).toEqual([{ validUntil: '2028-07-31', opinionId: opinion?.id }])
  const actions = await db().selectFrom('auditEntries').select('action').execute()
  expect(actions.map(({ action }) => action)).toContain('software.case-sign')
})

test('whoever was counted before the signature gets a line after it', async () => {
  const at = await prepared()
  const head = await anActor('principal')
  const [follower, schoolId] = [await anActor(), head.memberships[0]?.schoolId ?? '']
  await anAdoption({ schoolId, scenarioId: at.scenario.id, productId: at.product.id })
  await db()
    .insertInto('softwareFollows')
    .values({ productId: at.product.id, personId: follower.id, since: new Date() })
    .execute()
  const { decision: shown } = await signingFor(at.officer, at.row.number)
  expect(shown?.consequences).toEqual({ schools: 1, persons: 2 })
  await takeJobs()
  await signDecision(at.officer, at.row.number, { version: 2 })
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
  const told = await db().selectFrom('notifications').select(['personId', 'kind']).execute()
  expect(new Map(told.map(({ personId, kind }) => [personId, kind]))).toEqual(
    new Map([
      [head.id, 'software.use-released'],
      [follower.id, 'software.standing-released'],
    ]),
  )
})

test('of two officers who sign at once exactly one does, and the other reads it', async () => {
  const at = await prepared()
  const other = await anActor('school_dpo')
  const results = await Promise.allSettled(
    [at.officer, other].map((one) => signDecision(one, at.row.number, { version: 2 })),
  )
  const refused = results.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]?.reason).toBeInstanceOf(Refusal)
  expect(String(refused[0]?.reason)).toContain('inzwischen schon jemand')
  expect(await opinions()).toHaveLength(1)
})

test.each(['smz_staff', 'media_advisor', 'release_manager', 'principal', 'teacher'])(
  'a verdict is nothing for %s, not even in a draft',
  async (role) => {
    const at = await prepared()
    const somebody = await anActor(role)
    const { number } = at.row
    await expect(saveDraft(somebody, number, decision(at))).rejects.toBeInstanceOf(Forbidden)
    await expect(prepareDecision(somebody, number, decision(at))).rejects.toBeInstanceOf(Forbidden)
    await expect(signDecision(somebody, number, { version: 2 })).rejects.toBeInstanceOf(Forbidden)
    await expect(signingFor(somebody, number)).rejects.toBeInstanceOf(Forbidden)
    expect(await opinions()).toHaveLength(0)
  },
)

test('an officer who proposed the app neither reviews nor signs it', async () => {
  const officer = await anActor('school_dpo')
  const at = await setting({ requestedBy: officer.id })
  await expect(answerAll(at, 'yes', SHORT, officer)).rejects.toBeInstanceOf(Forbidden)
  await expect(saveDraft(officer, at.row.number, decision(at))).rejects.toBeInstanceOf(Forbidden)
  const view = await reviewFor(officer, at.row.number)
  expect(Object.values(view.can)).toEqual(Object.values(view.can).map(() => false))
})

test('a knock-out point stops what lets pupils in, with its sentence, and nothing else', async () => {
  const at = await setting()
  await answerAll(at, 'yes')
  const { number } = at.row
  await saveAnswers(at.officer, number, [
    { id: 'C18', answer: 'no', comment: '', seen: seenOf('yes', '') },
  ])
  const positive: Verdict[] = ['no_objection', 'pilot_only', 'no_personal_data']
  for (const verdict of positive)
    await expect(prepareDecision(at.officer, number, decision(at, verdict))).rejects.toThrow(
      'Lernende sehen Werbung',
    )
  await prepareDecision(at.officer, number, decision(at, 'not_assessable'))
  const teachers = await setting({ users: ['teacher'] })
  await answerAll(teachers, 'no')
  await prepareDecision(teachers.officer, teachers.row.number, decision(teachers))
})

test('a knock-out point left open stops too; the fast lane needs none answered', async () => {
  const at = await setting()
  await expect(prepareDecision(at.officer, at.row.number, decision(at))).rejects.toThrow(
    'Noch offen',
  )
  await prepareDecision(at.officer, at.row.number, decision(at, 'no_personal_data'))
})

test('a point answered badly after the draft stops the signature', async () => {
  const at = await prepared()
  await saveAnswers(at.officer, at.row.number, [
    { id: 'C14', answer: 'no', comment: 'USA', seen: seenOf('yes', '') },
  ])
  await expect(signDecision(at.officer, at.row.number, { version: 2 })).rejects.toThrow('Drittland')
  expect(await opinions()).toHaveLength(0)
})

test('two officers at one draft see each other: the second is shown both texts', async () => {
  const at = await setting()
  const other = await anActor('school_dpo')
  const { number } = at.row
  const theirs = decision(at)
  theirs.draft.reasoning = 'Gründe des anderen'
  await saveDraft(other, number, theirs)
  const error = await saveDraft(at.officer, number, decision(at)).catch((one: unknown) => one)
  expect(error).toBeInstanceOf(Conflict)
  expect((error as Conflict).message).toContain(other.lastName)
  expect((error as Conflict).theirs).toContain('Gründe des anderen')
  await saveDraft(at.officer, number, decision(at, 'objection', 2))
})

test('officers at different points of one page do not disturb each other, at the same one they do', async () => {
  const at = await setting()
  const other = await anActor('smz_staff')
  await answerAll(at, 'yes', ['C04'], other)
  await answerAll(at, 'partly', ['C08'])
  await expect(answerAll(at, 'no', ['C04', 'C10'])).rejects.toBeInstanceOf(Conflict)
  const { points } = await reviewFor(at.officer, at.row.number)
  const answers = points.flatMap(({ id, answer }) => (answer ? [[id, answer]] : []))
  expect(answers).toEqual([
    ['C04', 'yes'],
    ['C08', 'partly'],
  ])
})

test.each<[string, object, string]>([
  ['no end', { validUntil: '' }, 'validUntil'],
  ['no reasons', { reasoning: ' ' }, 'reasoning'],
  ['no verdict', { verdict0: '' }, 'verdict0'],
  ['conditions without any', { verdict0: 'no_objection_with_conditions' }, 'blocks'],
  ['an objection without an alternative', { verdict0: 'objection' }, 'alternative'],
])('a decision with %s is refused beside its field', (_what, change, field) => {
  const whole = {
    ...{
      version: '1',
      scenario0: '9f4f7f0e-8f4e-4d0b-8a3c-0c5f9e6a1b2c',
      verdict0: 'no_objection',
    },
    ...{ validUntil: '2028-07-31', reasoning: 'Alles Nötige liegt vor.', alternative: '' },
    ...change,
  }
  const sent = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== ''))
  const result = decisionInput.safeParse(sent)
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('a date in the past, or one nobody can see ahead to, is refused', async () => {
  const at = await setting()
  await answerAll(at, 'yes')
  for (const validUntil of ['2020-01-01', '2099-01-01']) {
    const given = decision(at)
    given.draft.validUntil = validUntil
    await expect(prepareDecision(at.officer, at.row.number, given)).rejects.toMatchObject({
      field: 'validUntil',
    })
  }
})

test('one who gives a proposal on lists its app; one who opens a case that runs is told so', async () => {
  const staff = await anActor('smz_staff')
  const product = await aProduct({ state: 'proposed' })
  const scenario = await aScenario({ productId: product.id })
  const { number } = await aReviewCase({ productId: product.id, scenarioIds: [scenario.id] })
  await startCase(staff, number, { way: 'start', note: '' })
  const { state } = await db()
    .selectFrom('softwareProducts')
    .select('state')
    .executeTakeFirstOrThrow()
  expect(state).toBe('listed')
  await expect(reopen(staff, product.slug, 'change')).rejects.toBeInstanceOf(Refusal)
})
