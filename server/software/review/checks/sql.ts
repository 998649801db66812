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
        'retrievedOn', e.retrieved_on, 'document', d.kind,
        'documentAt', case when d.file_id is not null then json_build_object('slug', p.slug, 'id', d.id) end,
        'file', case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'bytes', v.bytes,
          'sha256', e.sha256) end) order by e.added_at, e.id)
        from review_evidence e left join software_documents d on d.id = e.document_id
          left join software_products p on p.id = d.product_id
          left join files f on f.id = e.file_id left join file_versions v on v.file_id = f.id and v.number = 1
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

/** @returns undefined where there is none (any more) */
export function removeEvidence(caseId: string, id: string) {
  return db()
    .deleteFrom('reviewEvidence')
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .returning(['criterionId', 'fileId'])
    .executeTakeFirst()
}

/** The same words, or the same bytes, for the same point. */
export function findSame(row: {
  caseId: string
  criterionId: string
  url: string
  quote: string
  documentId: string | null
  sha256: string | null
}) {
  return db()
    .selectFrom('reviewEvidence')
    .where('caseId', '=', row.caseId)
    .where('criterionId', '=', row.criterionId)
    .where('url', '=', row.url)
    .where('quote', '=', row.quote)
    .where('documentId', 'is not distinct from', row.documentId)
    .where('sha256', 'is not distinct from', row.sha256)
    .select('id')
    .executeTakeFirst()
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
