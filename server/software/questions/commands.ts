import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may as mayInDirectory } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import { questionAnswered, questionAsked } from './events.ts'
import type { AnswerInput, Entry } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf } from './views.ts'
import { words } from './words.ts'

/** Asks all who know the app. The same form again is the same question. */
export async function askQuestion(
  actor: Actor,
  slug: string,
  { text, clientKey }: { text: string; clientKey: string },
): Promise<void> {
  const product = await seenProduct(actor, slug)
  authorize(mayInDirectory.tell, actor, {})
  await spend('posts', actor.id)
  await transaction(async (publish) => {
    const row = { productId: product.id, authorId: actor.id, text, clientKey, createdAt: now() }
    const made = await sql.insertQuestion(row)
    if (made) publish(questionAsked({ questionId: made.id, actorId: actor.id }))
  })
}

/** Answers a question; the officer for data protection may do it as such. */
export async function answerQuestion(
  actor: Actor,
  slug: string,
  { question: id, text, isOfficial, clientKey }: AnswerInput,
): Promise<void> {
  const product = await seenProduct(actor, slug)
  authorize(mayInDirectory.tell, actor, {})
  if (isOfficial) authorize(mayInDirectory.answerOfficially, actor, {})
  await spend('posts', actor.id)
  await transaction(async (publish) => {
    const question = existing(await sql.lockQuestion(id))
    existing(question.productId === product.id ? question : undefined)
    if (question.deletedAt !== null) throw new Refusal(words.gone, 'text')
    if (!(await sql.hasRoom(id))) throw new Refusal(words.tooMany, 'text')
    const by = { authorId: actor.id, createdAt: now() }
    const made = await sql.insertAnswer({ questionId: id, text, isOfficial, clientKey, ...by })
    if (made) publish(questionAnswered({ questionId: id, actorId: actor.id, isOfficial }))
  })
}

const TABLES = { question: 'softwareQuestions', answer: 'softwareAnswers' } as const

/** Takes a question or an answer away, or brings it back. */
export function putAway(
  actor: Actor,
  slug: string,
  { kind, id, isDeleted }: Entry & { isDeleted: boolean },
): Promise<void> {
  return transaction(async () => {
    const product = await seenProduct(actor, slug)
    const row = existing(await (kind === 'question' ? sql.lockQuestion(id) : sql.lockAnswer(id)))
    existing(row.productId === product.id ? row : undefined)
    const facts = factsOf(row)
    if (facts.isDeleted === isDeleted) return
    authorize(isDeleted ? may.delete : may.restore, actor, facts)
    await sql.markDeleted(TABLES[kind], id, isDeleted ? now() : null)
    if (row.authorId !== actor.id)
      await record(actor, {
        action: `software.${kind}-${isDeleted ? 'deleted' : 'restored'}`,
        thingKind: 'software',
        thingId: product.id,
      })
  })
}
