import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { registerSentences } from '#server/platform/sentences.ts'
import { registerThings } from '#server/platform/things.ts'
import { answerQuestion, askQuestion, putAway } from './commands.ts'
import { type EntryFacts, may } from './policy.ts'
import { reactions } from './reactions.ts'
import { answerCards, questionCards, questionsFor } from './views.ts'
import { notificationWords } from './words.ts'

let product: Awaited<ReturnType<typeof aProduct>>

beforeEach(async () => {
  await emptyDatabase()
  registerReactions(reactions)
  registerSentences({ notifications: [notificationWords], audit: [] })
  registerThings([
    { kind: 'software-question', word: 'Frage', cards: questionCards },
    { kind: 'software-answer', word: 'Antwort', cards: answerCards },
  ])
  product = await aProduct({ slug: 'buchwerk', name: 'Buchwerk' })
})

const key = () => ({ clientKey: randomUUID() })
const ask = (actor: Actor, text = 'Geht das ohne Konto?') =>
  askQuestion(actor, 'buchwerk', { text, ...key() })
const firstId = async () =>
  (await db().selectFrom('softwareQuestions').select('id').executeTakeFirst())?.id ?? ''
const answer = async (actor: Actor, isOfficial = false, text = 'Ja.') =>
  answerQuestion(actor, 'buchwerk', { question: await firstId(), text, isOfficial, ...key() })

async function react() {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}
const bell = async (who: Actor) =>
  (await bellFor(who, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

describe('questions and answers', () => {
  test('the officer answers as such, others cannot; their answer stands first', async () => {
    const teacher = await anActor('teacher', { firstName: 'Unverwechselbar' })
    const dpo = await anActor('school_dpo')
    await ask(teacher)
    await answer(teacher)
    for (const role of ['teacher', 'smz_staff', 'release_manager', 'operator'])
      await expect(answer(await anActor(role), true)).rejects.toMatchObject({ name: 'Forbidden' })
    await answer(dpo, true, 'Mit Pseudonym.')
    const [question] = (await questionsFor(null, 'buchwerk', 1)).rows
    expect(question?.answers.map(({ text, isOfficial }) => [text, isOfficial])).toEqual([
      ['Mit Pseudonym.', true],
      ['Ja.', false],
    ])
    expect(JSON.stringify(question)).not.toContain('Unverwechselbar')
    const [known] = (await questionsFor(dpo, 'buchwerk', 1)).rows
    expect(known?.author).toContain('Unverwechselbar')
  })

  test('the asker, who answered and who follows hear of it once, who did it does not', async () => {
    const [asker, helper] = [await anActor(), await anActor()]
    const [follower, dpo] = [await anActor(), await anActor('school_dpo')]
    await db()
      .insertInto('softwareFollows')
      .values(
        [asker, follower].map(({ id }) => ({
          ...{ productId: product.id, personId: id },
          since: new Date(),
        })),
      )
      .execute()
    await ask(asker)
    await react()
    expect(await bell(asker)).toEqual([])
    expect(await bell(follower)).toHaveLength(1)
    await answer(helper)
    await react()
    await answer(dpo, true)
    await react()
    const officially = 'Die Datenschutzbeauftragten haben geantwortet: Frage zu „Buchwerk“.'
    for (const who of [asker, helper, follower]) expect(await bell(who)).toContain(officially)
    expect((await bell(asker)).filter((line) => line === officially)).toHaveLength(1)
    expect(await bell(dpo)).toEqual([])
  })

  test('the same form twice at once is one question and one answer', async () => {
    const teacher = await anActor()
    const question = { text: 'Geht das?', ...key() }
    await Promise.all([1, 2].map(() => askQuestion(teacher, 'buchwerk', question)))
    const form = { question: await firstId(), text: 'Ja.', isOfficial: false, ...key() }
    await Promise.all([1, 2].map(() => answerQuestion(teacher, 'buchwerk', form)))
    const { rows } = await questionsFor(teacher, 'buchwerk', 1)
    expect(rows.map(({ answers }) => answers.length)).toEqual([1])
  })

  test('a question is answered on the page of its app only, and not when it is gone', async () => {
    const teacher = await anActor()
    const pending = await anActor('teacher', { state: 'pending' })
    await aProduct({ slug: 'anderes' })
    await expect(ask(pending)).rejects.toMatchObject({ name: 'Forbidden' })
    await ask(teacher)
    const id = await firstId()
    const form = { question: id, text: 'Ja.', isOfficial: false, ...key() }
    await expect(answerQuestion(teacher, 'anderes', form)).rejects.toMatchObject({
      name: 'NotFound',
    })
    const entry = { kind: 'question', id } as const
    await expect(putAway(teacher, 'anderes', { ...entry, isDeleted: true })).rejects.toMatchObject({
      name: 'NotFound',
    })
    await putAway(teacher, 'buchwerk', { ...entry, isDeleted: true })
    await expect(answerQuestion(teacher, 'buchwerk', form)).rejects.toMatchObject({
      name: 'Refusal',
    })
    expect(await questionCards(teacher, [id])).toEqual([])
    await putAway(teacher, 'buchwerk', { ...entry, isDeleted: false })
    expect((await questionsFor(teacher, 'buchwerk', 1)).rows).toHaveLength(1)
  })
})

const FACTS: EntryFacts[] = [
  { authorId: 'self', isOfficial: false, isDeleted: false },
  { authorId: 'other', isOfficial: false, isDeleted: false },
  { authorId: 'self', isOfficial: true, isDeleted: false },
  { authorId: 'other', isOfficial: true, isDeleted: true },
]
const EXPECTED: Record<string, string[][]> = {
  teacher: [['delete'], [], [], []],
  smz_staff: [['delete'], ['delete'], [], []],
  media_advisor: [['delete'], ['delete'], [], []],
  release_manager: [['delete'], [], [], []],
  school_dpo: [['delete'], [], ['delete'], ['restore']],
  operator: [['delete'], [], [], []],
}

test.each(Object.entries(EXPECTED))('who takes away what: %s', async (role, expected) => {
  const who = { ...(await anActor(role)), id: 'self' }
  const allowed = FACTS.map((facts) =>
    (['delete', 'restore'] as const).filter((act) => may[act](who, facts)),
  )
  expect(allowed).toEqual(expected)
})
