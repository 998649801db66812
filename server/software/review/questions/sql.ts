import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ReviewQuestionFiles, ReviewQuestions } from '#db/types.ts'
import type { ReviewState } from '../../cases/contract.ts'
import type { ProofFile } from '../checks/contract.ts'
import type { Addressee, Question } from './contract.ts'

export async function insertQuestion(row: Insertable<ReviewQuestions>): Promise<string> {
  const { id } = await db()
    .insertInto('reviewQuestions')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export function listQuestions(caseId: string): Promise<Question[]> {
  return db()
    .selectFrom('reviewQuestions')
    .where('caseId', '=', caseId)
    .orderBy('askedAt')
    .select([
      'id',
      'text',
      'askedAt',
      'dueOn',
      'vendorEmail',
      'answer',
      'answeredName',
      'answeredAt',
      sql<Addressee>`addressee`.as('addressee'),
      sql<
        ProofFile[]
      >`coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', v.bytes,
        'sha256', x.sha256) order by x.position) from review_question_files x join files f on f.id = x.file_id
        join file_versions v on v.file_id = f.id and v.number = 1
        where x.question_id = review_questions.id), '[]')`.as('files'),
    ])
    .execute()
}

const withCase = () =>
  db()
    .selectFrom('reviewQuestions as q')
    .innerJoin('reviewCases as k', 'k.id', 'q.caseId')
    .innerJoin('softwareProducts as p', 'p.id', 'k.productId')
    .select([
      'q.id',
      'q.caseId',
      'q.text',
      'q.dueOn',
      'q.vendorEmail',
      'q.answeredAt',
      'p.name as app',
      sql<ReviewState>`k.state`.as('state'),
    ])

export const findQuestion = (id: string) => withCase().where('q.id', '=', id).executeTakeFirst()

export const findByToken = (hash: Buffer) =>
  withCase().where('q.tokenHash', '=', hash).executeTakeFirst()

/** A new link makes those sent before worthless. */
export async function updateToken(id: string, tokenHash: Buffer): Promise<void> {
  await db().updateTable('reviewQuestions').set({ tokenHash }).where('id', '=', id).execute()
}

/** @returns false when somebody has answered already */
export async function updateAnswer(
  id: string,
  given: { answer: string; answeredName: string; answeredAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db()
    .updateTable('reviewQuestions')
    .set(given)
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertAnswerFile(row: Insertable<ReviewQuestionFiles>): Promise<void> {
  await db().insertInto('reviewQuestionFiles').values(row).execute()
}

/** Questions due until this day of which nobody was reminded; marks them so. */
export async function markReminded(until: string, at: Date) {
  const { rows } = await sql<{ questionId: string; caseId: string; addressee: Addressee }>`
    update review_questions q set reminded_at = ${at} from review_cases k
    where k.id = q.case_id and q.answered_at is null and q.reminded_at is null and q.due_on <= ${until}::date
      and k.state = case q.addressee when 'vendor' then 'waiting_vendor' else 'waiting_requester' end
    returning q.id as "questionId", q.case_id as "caseId", q.addressee`.execute(db())
  return rows
}

/** Cases whose day has passed without an answer. */
export async function listOverdue(today: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('reviewCases')
    .where('state', 'in', ['waiting_requester', 'waiting_vendor'])
    .where('waitingUntil', '<', today)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
