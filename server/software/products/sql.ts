import { type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import { standings } from '../standing/sql.ts'
import type {
  DataLine,
  ProductFacts,
  PublicDocument,
  Seal,
  Use,
  UseOpinion,
  UseRelease,
  Variant,
} from './contract.ts'

const rowsOf = <T>(query: RawBuilder<unknown>) => sql<T[]>`coalesce((${query}), '[]')`

const visible = (levels: string[]) => sql`d.visibility = any(${levels}::text[])`

/**
 * A product by its address, or one of before, with what stands around it in one query.
 *
 * @param levels which documents the reader may see
 */
export function findProduct(slug: string, levels: string[]) {
  return db()
    .selectFrom('softwareProducts as p')
    .leftJoin('vendors as v', 'v.id', 'p.vendorId')
    .leftJoin('softwareProducts as target', 'target.id', 'p.mergedInto')
    .where(
      'p.id',
      '=',
      sql<string>`(select id from software_products where slug = ${slug}
        union all select product_id from software_slugs where slug = ${slug} limit 1)`,
    )
    .select([
      'p.id',
      'p.slug',
      'p.state',
      'p.version',
      'p.changedAt',
      'target.slug as mergedSlug',
      'v.name as vendor',
      'v.country as vendorCountry',
      'v.website as vendorWebsite',
    ])
    .select(facts)
    .select([
      sql<boolean>`exists (select from review_cases k where k.product_id = p.id
        and k.state not in ('draft', 'closed', 'rejected_intake'))`.as('hasOpenCase'),
      sql<boolean>`exists (select from software_documents d where d.product_id = p.id
        and d.kind = 'avv' and d.replaced_at is null)`.as('hasAvv'),
      rowsOf<Seal>(sql`select json_agg(json_build_object('id', s.id, 'scheme', s.scheme,
        'result', s.result, 'issuedOn', s.issued_on, 'url', s.url, 'validUntil', s.valid_until)
        order by s.scheme, s.id) from software_seals s where s.product_id = p.id`).as('seals'),
      rowsOf<PublicDocument>(sql`select json_agg(json_build_object('id', d.id, 'kind', d.kind,
        'url', d.url, 'versionLabel', d.version_label, 'retrievedOn', d.retrieved_on,
        'file', case when f.id is not null then json_build_object('name', f.name, 'mediaType', v.media_type,
          'bytes', v.bytes) end)
        order by d.kind, d.id) from software_documents d left join files f on f.id = d.file_id
          left join file_versions v on v.file_id = f.id and v.number = 1 where d.product_id = p.id
        and d.replaced_at is null and (d.url is not null or f.id is not null) and ${visible(levels)}`).as(
        'documents',
      ),
      rowsOf<Variant>(sql`select json_agg(json_build_object('id', w.id, 'name', w.name,
        'versionNote', w.version_note, 'hostingCountry', w.hosting_country,
        'hostingProvider', w.hosting_provider, 'hasAi', w.has_ai, 'aiNote', w.ai_note,
        'subprocessors', coalesce((select json_agg(json_build_object('name', b.name,
          'country', b.country, 'service', b.service, 'basis', b.transfer_basis)
          order by b.position) from variant_subprocessors b where b.variant_id = w.id), '[]'))
        order by w.position, w.name) from software_variants w where w.product_id = p.id`).as(
        'variants',
      ),
      rowsOf<DataLine>(sql`select json_agg(distinct jsonb_build_object('subject', x.subject,
        'category', x.category, 'purpose', x.purpose, 'retention', x.retention))
        from scenario_data x join software_scenarios s on s.id = x.scenario_id
        where s.product_id = p.id`).as('data'),
    ])
    .executeTakeFirst()
}

const facts = [
  'p.name',
  sql<ProductFacts['kind']>`p.kind`.as('kind'),
  sql<ProductFacts['functionTags']>`p.function_tags`.as('functionTags'),
  'p.description',
  'p.website',
  'p.subjects',
  'p.gradeBands',
  'p.schoolForms',
  'p.languages',
  sql<ProductFacts['costModel']>`p.cost_model`.as('costModel'),
  sql<ProductFacts['costUnit']>`p.cost_unit`.as('costUnit'),
  'p.costCents',
  'p.costNote',
  sql<ProductFacts['procuredBy']>`p.procured_by`.as('procuredBy'),
  sql<ProductFacts['delivery']>`p.delivery`.as('delivery'),
  sql<ProductFacts['offlineUse']>`p.offline_use`.as('offlineUse'),
  sql<ProductFacts['advertising']>`p.advertising`.as('advertising'),
  'p.accessibilityNote',
  sql<ProductFacts['lifecycle']>`p.lifecycle`.as('lifecycle'),
] as const

const release = sql<UseRelease | null>`case when r.id is null then null else json_build_object(
  'number', r.number, 'kind', r.kind, 'decidedAt', r.decided_at, 'decidedName', r.decided_name,
  'mode', r.mode, 'deviates', r.deviates, 'deviationReason', r.deviation_reason,
  'conditions', r.conditions, 'scope', json_build_object('schoolForms', r.school_forms,
    'gradeMin', r.grade_min, 'gradeMax', r.grade_max),
  'isForSome', r.school_ids is not null, 'schools', array(select schools.name from schools
    where schools.id = any(r.school_ids) order by schools.name)) end`

const lastOpinion = sql<UseOpinion | null>`(select json_build_object('number', o.number,
  'verdict', o.verdict, 'givenAt', o.given_at, 'signedName', o.signed_name,
  'signedOffice', o.signed_office, 'reasoning', o.reasoning, 'alternative', o.alternative,
  'graceText', o.grace_text) from opinions o where o.scenario_id = s.id
  order by o.given_at desc, o.number desc limit 1)`

const isRunning = (r: RawBuilder<unknown>, today: string) => sql`(${r}.ended_at is null
  and ${r}.suspended_at is null and ${r}.valid_from <= ${today}::date and ${r}.valid_until >= ${today}::date)`

/** A document that somebody with these levels may read. */
export function findDocument(of: { id: string; productId: string; levels: string[] }) {
  return db()
    .selectFrom('softwareDocuments as d')
    .where('d.id', '=', of.id)
    .where('d.productId', '=', of.productId)
    .where(sql<boolean>`${visible(of.levels)}`)
    .where(sql<boolean>`(d.replaced_at is null or ${of.levels.includes('reviewers')})`)
    .select('d.fileId')
    .executeTakeFirst()
}

/** All uses of these products with what may be said of each on this day; the scope of releases is judged by rules. */
export function listUses(
  products: string[],
  { today, schools }: { today: string; schools: string[] },
): Promise<(Use & { productId: string })[]> {
  return db()
    .selectFrom(standings({ today, form: null, schools, products }).as('st'))
    .innerJoin('softwareScenarios as s', (join) => join.on(sql`s.id`, '=', sql`st."scenarioId"`))
    .innerJoin('softwareVariants as v', 'v.id', 's.variantId')
    .leftJoin('releases as r', (join) => join.on(sql`r.id`, '=', sql`st."releaseId"`))
    .orderBy('v.position')
    .orderBy('v.name')
    .orderBy('s.createdAt')
    .orderBy('s.id')
    .select([
      's.id',
      's.productId',
      's.label',
      'v.name as variant',
      's.minAge',
      'st.until',
      sql<Use['device']>`s.device_scenario`.as('device'),
      sql<Use['account']>`s.pupil_account`.as('account'),
      sql<Use['users']>`s.users`.as('users'),
      sql<Use['content']>`s.content`.as('content'),
      sql<Use['scope']>`json_build_object('schoolForms', s.school_forms, 'gradeMin', s.grade_min,
        'gradeMax', s.grade_max)`.as('scope'),
      sql<Use['standing']>`st.name`.as('standing'),
      release.as('release'),
      lastOpinion.as('opinion'),
      sql<string>`coalesce((select reason from (
          select e.reason, e.at from release_events e join releases x on x.id = e.release_id
          where x.scenario_id = s.id and e.event in ('suspended', 'withdrawn')
          union all select f.reason, f.decided_at from release_refusals f where f.scenario_id = s.id
        ) as ends order by at desc limit 1), '')`.as('endReason'),
      sql<boolean>`true`.as('isForForm'),
      sql<boolean>`(r.id is null and exists (select from releases x where x.scenario_id = s.id
        and not x.school_ids && ${schools}::uuid[] and ${isRunning(sql`x`, today)}))`.as(
        'isElsewhere',
      ),
    ])
    .execute()
}

const projectsWith = (productId: string, levels: readonly string[]) =>
  db()
    .selectFrom('projectSoftware as w')
    .innerJoin('projects as p', 'p.id', 'w.projectId')
    .where('w.productId', '=', productId)
    .where('p.deletedAt', 'is', null)
    .where('p.visibility', 'in', levels)

/** Vorhaben that name this product, the newest first; whoever shows them asks for their cards. */
export async function listProjectIds(
  productId: string,
  levels: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await projectsWith(productId, levels)
    .select(['p.id', 'p.changedAt'])
    .distinct()
    .orderBy('p.changedAt', 'desc')
    .orderBy('p.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** How many Vorhaben with it the people of the school network may read, beyond what is public. */
export async function countInNetwork(productId: string): Promise<number> {
  const { count } = await projectsWith(productId, ['network'])
    .innerJoin('plgs as g', 'g.id', 'p.plgId')
    .where('g.kind', '<>', 'principals_circle')
    .select((eb) => eb.fn.count<number>('p.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
