import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { SoftwareAnswers, SoftwareQuestions } from '#db/types.ts'

const MOST_ANSWERS = 100

type AnswerRow = {
  id: string
  text: string
  at: string
  isOfficial: boolean
  authorId: string | null
  firstName: string | null
  lastName: string | null
}

/** Questions of a product with their answers, the newest first; official answers stand before the others. */
export function listOf(productId: string, limit: number, offset = 0) {
  return db()
    .selectFrom('softwareQuestions as q')
    .leftJoin('persons', 'persons.id', 'q.authorId')
    .where('q.productId', '=', productId)
    .where('q.deletedAt', 'is', null)
    .select(['q.id', 'q.text', 'q.createdAt', 'q.authorId', 'q.deletedAt'])
    .select(['persons.firstName', 'persons.lastName'])
    .select(
      sql<AnswerRow[]>`coalesce((select json_agg(json_build_object('id', a.id, 'text', a.text,
        'at', a.created_at, 'isOfficial', a.is_official, 'authorId', a.author_id,
        'firstName', p.first_name, 'lastName', p.last_name)
        order by a.is_official desc, a.created_at, a.id)
        from software_answers a left join persons p on p.id = a.author_id
        where a.question_id = q.id and a.deleted_at is null), '[]')`.as('answers'),
    )
    .orderBy('q.createdAt', 'desc')
    .orderBy('q.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countOf(productId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('softwareQuestions')
    .where('productId', '=', productId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @returns undefined when this very form was sent before */
export function insertQuestion(row: Insertable<SoftwareQuestions>) {
  return db()
    .insertInto('softwareQuestions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertAnswer(row: Insertable<SoftwareAnswers>) {
  return db()
    .insertInto('softwareAnswers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** The question, locked until the end of the transaction, and whether another answer fits under it. */
export async function lockQuestion(id: string) {
  const question = await db()
    .selectFrom('softwareQuestions')
    .where('id', '=', id)
    .select(['id', 'productId', 'authorId', 'deletedAt', sql<boolean>`false`.as('isOfficial')])
    .forUpdate()
    .executeTakeFirst()
  return question
}

export async function hasRoom(questionId: string): Promise<boolean> {
  const { count } = await db()
    .selectFrom('softwareAnswers')
    .where('questionId', '=', questionId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count < MOST_ANSWERS
}

export function lockAnswer(id: string) {
  return db()
    .selectFrom('softwareAnswers as a')
    .innerJoin('softwareQuestions as q', 'q.id', 'a.questionId')
    .where('a.id', '=', id)
    .select(['a.id', 'q.productId', 'a.authorId', 'a.deletedAt', 'a.isOfficial'])
    .forUpdate('a')
    .executeTakeFirst()
}

export async function markDeleted(
  table: 'softwareQuestions' | 'softwareAnswers',
  id: string,
  deletedAt: Date | null,
): Promise<void> {
  await db().updateTable(table).set({ deletedAt }).where('id', '=', id).execute()
}

/** Those who follow the app. */
export const followersToTell = (questionId: string) =>
  db()
    .selectFrom('softwareQuestions as q')
    .innerJoin('softwareFollows as f', 'f.productId', 'q.productId')
    .where('q.id', '=', questionId)
    .where('q.deletedAt', 'is', null)
    .select('f.personId')

/** Who asked, who has answered already, and those who follow the app. */
export const listenersToTell = (questionId: string) =>
  followersToTell(questionId)
    .union(
      db()
        .selectFrom('softwareQuestions')
        .where('id', '=', questionId)
        .where('deletedAt', 'is', null)
        .where('authorId', 'is not', null)
        .select('authorId as personId')
        .$narrowType<{ personId: string }>(),
    )
    .union(
      db()
        .selectFrom('softwareAnswers')
        .where('questionId', '=', questionId)
        .where('deletedAt', 'is', null)
        .where('authorId', 'is not', null)
        .select('authorId as personId')
        .$narrowType<{ personId: string }>(),
    )

/** Questions, or answers, as lines elsewhere. */
export async function listCards(kind: 'question' | 'answer', ids: string[]) {
  const among = sql<string>`any(${ids}::uuid[])`
  const from =
    kind === 'question'
      ? db()
          .selectFrom('softwareQuestions as x')
          .innerJoin('softwareQuestions as q', 'q.id', 'x.id')
          .where('x.id', '=', among)
          .select(['x.id', 'x.text'])
      : db()
          .selectFrom('softwareAnswers as x')
          .innerJoin('softwareQuestions as q', 'q.id', 'x.questionId')
          .where('x.id', '=', among)
          .where('x.deletedAt', 'is', null)
          .select(['x.id', 'x.text'])
  return from
    .innerJoin('softwareProducts as p', 'p.id', 'q.productId')
    .where('q.deletedAt', 'is', null)
    .select(['q.id as questionId', 'p.slug', 'p.name as product', 'p.state'])
    .execute()
}
