import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DocumentRow, SealRow, VariantRow } from './contract.ts'
import type {
  DataInput,
  DocumentInput,
  SealInput,
  SubprocessorInput,
  UseInput,
  VariantInput,
} from './inputs.ts'

/** Editions with their uses, seals and documents of a product: all that curators write, in one query. */
export async function findAll(productId: string) {
  const { rows } = await sql<{
    variants: VariantRow[]
    seals: SealRow[]
    documents: DocumentRow[]
  }>`
    select coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'versionNote', v.version_note,
      'hostingCountry', v.hosting_country, 'hostingProvider', v.hosting_provider, 'hasAi', v.has_ai, 'aiNote', v.ai_note,
      'subprocessors', coalesce((select json_agg(json_build_object('position', b.position, 'name', b.name,
        'country', b.country, 'service', b.service, 'transferBasis', b.transfer_basis) order by b.position)
        from variant_subprocessors b where b.variant_id = v.id), '[]'),
      'uses', coalesce((select json_agg(json_build_object('id', s.id, 'label', s.label, 'isDecided', ${decided},
        'data', coalesce((select json_agg(json_build_object('position', d.position, 'subject', d.subject,
          'category', d.category, 'isRequired', d.is_required, 'purpose', d.purpose, 'legalBasis', d.legal_basis,
          'withinVoDv', d.within_vo_dv, 'retention', d.retention, 'recipients', d.recipients) order by d.position)
          from scenario_data d where d.scenario_id = s.id), '[]')) order by s.created_at, s.id)
        from software_scenarios s where s.variant_id = v.id), '[]')) order by v.position, v.name)
      from software_variants v where v.product_id = ${productId}), '[]') as variants,
    coalesce((select json_agg(json_build_object('id', l.id, 'scheme', l.scheme, 'result', l.result,
      'issuedOn', l.issued_on, 'validUntil', l.valid_until, 'url', l.url) order by l.scheme, l.id)
      from software_seals l where l.product_id = ${productId}), '[]') as seals,
    coalesce((select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'url', o.url, 'body', o.body,
      'versionLabel', o.version_label, 'retrievedOn', o.retrieved_on, 'visibility', o.visibility, 'sha256', o.sha256,
      'file', case when f.id is not null then json_build_object('name', f.name, 'bytes', v.bytes) end) order by o.kind, o.id)
      from software_documents o left join files f on f.id = o.file_id
        left join file_versions v on v.file_id = f.id and v.number = 1 where o.product_id = ${productId} and o.replaced_at is null), '[]') as documents`.execute(
    db(),
  )
  return rows[0] ?? { variants: [], seals: [], documents: [] }
}

/** Something was decided about the use, or is being decided: it is what the words were about. */
const decided = sql<boolean>`(exists (select from opinions x where x.scenario_id = s.id)
  or exists (select from releases x where x.scenario_id = s.id)
  or exists (select from review_case_scenarios x where x.scenario_id = s.id)
  or exists (select from school_adoptions x where x.scenario_id = s.id))`

export async function putVariant(
  productId: string,
  { variant, ...row }: VariantInput,
): Promise<void> {
  await (variant
    ? db().updateTable('softwareVariants').set(row).where('id', '=', variant).execute()
    : db()
        .insertInto('softwareVariants')
        .values({
          ...row,
          productId,
          position: sql<number>`(select count(*) from software_variants where product_id = ${productId})`,
        })
        .execute())
}

export async function insertUse(
  productId: string,
  { variant: variantId, ...row }: UseInput,
  createdAt: Date,
): Promise<void> {
  await db()
    .insertInto('softwareScenarios')
    .values({ ...row, variantId, productId, createdAt })
    .execute()
}

const next = (table: string, column: string, id: string) =>
  sql<number>`(select coalesce(max(position) + 1, 0) from ${sql.table(table)}
    where ${sql.ref(column)} = ${id})`

export async function insertSubprocessor({
  variant: variantId,
  ...row
}: SubprocessorInput): Promise<void> {
  const position = next('variant_subprocessors', 'variant_id', variantId)
  await db()
    .insertInto('variantSubprocessors')
    .values({ ...row, variantId, position })
    .execute()
}

export async function insertData({ use: scenarioId, ...row }: DataInput): Promise<void> {
  const position = next('scenario_data', 'scenario_id', scenarioId)
  await db()
    .insertInto('scenarioData')
    .values({ ...row, scenarioId, position })
    .execute()
}

export async function insertSeal(productId: string, row: SealInput): Promise<void> {
  await db()
    .insertInto('softwareSeals')
    .values({ ...row, productId })
    .execute()
}

export async function insertDocument(
  productId: string,
  { url, ...row }: DocumentInput,
  of: { id: string; fileId: string | null; sha256: string | null; addedBy: string; addedAt: Date },
): Promise<void> {
  await db()
    .insertInto('softwareDocuments')
    .values({ ...row, ...of, url: url || null, productId })
    .execute()
}

/** A document of this app that was taken away. */
export function findReplaced(id: string, productId: string) {
  return db()
    .selectFrom('softwareDocuments')
    .where('id', '=', id)
    .where('productId', '=', productId)
    .where('replacedAt', 'is not', null)
    .select(['id', 'kind', 'versionLabel', 'url'])
    .executeTakeFirst()
}

/** Evidence of reviews may point at a document: it stays, but nobody is shown it any more. */
export async function replaceDocument(id: string, replacedAt: Date | null): Promise<void> {
  await db().updateTable('softwareDocuments').set({ replacedAt }).where('id', '=', id).execute()
}
