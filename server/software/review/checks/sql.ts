import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ReviewEvidence } from '#db/types.ts'
import type { Answer, Evidence } from './contract.ts'

/** The points of the catalogue of a case with what was answered, in one query. */
export function listPoints(caseId: string, version: string) {
  return db()
    .selectFrom('reviewCriteria as c')
    .leftJoin('reviewAnswers as a', (join) =>
      join.onRef('a.criterionId', '=', 'c.id').on('a.caseId', '=', caseId),
    )
    .leftJoin('persons as p', 'p.id', 'a.answeredBy')
    .where('c.catalogueVersion', '=', version)
    .orderBy('c.position')
    .select([
      'c.id',
      'c.area',
      'c.question',
      'c.goodAnswer',
      'c.knockOut',
      'c.isShort',
      sql<Answer | null>`a.answer`.as('answer'),
      sql<string>`coalesce(a.comment, '')`.as('comment'),
      sql<string | null>`p.first_name || ' ' || p.last_name`.as('by'),
      sql<
        Evidence[]
      >`coalesce((select json_agg(json_build_object('id', e.id, 'url', e.url, 'quote', e.quote,
        'retrievedOn', e.retrieved_on, 'document', d.kind) order by e.added_at, e.id)
        from review_evidence e left join software_documents d on d.id = e.document_id
        where e.case_id = ${caseId}::uuid and e.criterion_id = c.id), '[]')`.as('evidence'),
    ])
    .execute()
}

export async function saveAnswer(row: {
  caseId: string
  criterionId: string
  answer: Answer
  comment: string
  answeredBy: string
  at: Date
}): Promise<void> {
  const { answer, comment, answeredBy, at } = row
  await db()
    .insertInto('reviewAnswers')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['caseId', 'criterionId']).doUpdateSet({
        ...{ answer, comment, answeredBy, at },
        version: sql<number>`review_answers.version + 1`,
      }),
    )
    .execute()
}

export async function insertEvidence(row: Insertable<ReviewEvidence>): Promise<void> {
  await db().insertInto('reviewEvidence').values(row).execute()
}

export async function removeEvidence(caseId: string, id: string): Promise<void> {
  await db()
    .deleteFrom('reviewEvidence')
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .execute()
}

/** A document of the product, with its fingerprint at this moment. */
export function findDocument(productId: string, id: string) {
  return db()
    .selectFrom('softwareDocuments')
    .where('productId', '=', productId)
    .where('id', '=', id)
    .select(['id', 'sha256', 'url'])
    .executeTakeFirst()
}
