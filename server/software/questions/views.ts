import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { paged } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { may as mayInDirectory } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import { NEWEST_QUESTIONS, type Question, QUESTIONS_PER_PAGE } from './contract.ts'
import { type EntryFacts, may } from './policy.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** All questions to an app with their answers, a page at a time. */
export async function questionsFor(actor: Actor | null, slug: string, page: number) {
  const { id, name } = await seenProduct(actor, slug)
  const [rows, total] = await Promise.all([
    sql.listOf(id, QUESTIONS_PER_PAGE, (page - 1) * QUESTIONS_PER_PAGE),
    sql.countOf(id),
  ])
  return {
    product: { slug, name },
    ...paged(
      rows.map((row) => shaped(actor, row)),
      total,
      page,
      QUESTIONS_PER_PAGE,
    ),
    can: {
      tell: actor !== null && mayInDirectory.tell(actor, {}),
      answerOfficially: actor !== null && mayInDirectory.answerOfficially(actor, {}),
    },
    clientKey: randomUUID(),
  }
}

/** The newest ones. */
export async function newestQuestions(actor: Actor | null, productId: string) {
  const [rows, total] = await Promise.all([
    sql.listOf(productId, NEWEST_QUESTIONS),
    sql.countOf(productId),
  ])
  return { total, rows: rows.map((row) => shaped(actor, row)) }
}

type Row = Awaited<ReturnType<typeof sql.listOf>>[number]

/** Names are for those who are signed in. */
function shaped(actor: Actor | null, { id, text, createdAt, answers, ...row }: Row): Question {
  const isKnown = mayInDirectory.seeForSchools(actor, {})
  const nameOf = ({
    firstName,
    lastName,
  }: {
    firstName: string | null
    lastName: string | null
  }) => (isKnown && firstName && lastName ? fullName({ firstName, lastName }) : null)
  const canDelete = (of: { authorId: string | null; isOfficial: boolean }) =>
    actor !== null && may.delete(actor, { ...of, isDeleted: false })
  return {
    ...{ id, text, at: createdAt, author: nameOf(row), answerKey: randomUUID() },
    canDelete: canDelete({ ...row, isOfficial: false }),
    answers: answers.map((answer) => ({
      ...{ id: answer.id, text: answer.text, at: answer.at, isOfficial: answer.isOfficial },
      author: nameOf(answer),
      canDelete: canDelete(answer),
    })),
  }
}

export const factsOf = (row: {
  authorId: string | null
  isOfficial: boolean
  deletedAt: Date | null
}): EntryFacts => ({
  ...{ authorId: row.authorId, isOfficial: row.isOfficial },
  isDeleted: row.deletedAt !== null,
})

export const questionCards = (actor: Actor, ids: string[]) => cards(actor, 'question', ids)
export const answerCards = (actor: Actor, ids: string[]) => cards(actor, 'answer', ids)

/** As lines for bell and moderation. */
async function cards(actor: Actor, kind: 'question' | 'answer', ids: string[]) {
  const rows = await sql.listCards(kind, ids)
  return rows
    .filter((row) => mayInDirectory.see(actor, row))
    .map(({ id, text, product, slug, questionId }): ThingCard => ({
      ...{ id, title: words[kind](product), context: text.slice(0, 140).toWellFormed() },
      path: `${paths.questions(slug)}#frage-${questionId}`,
    }))
}
