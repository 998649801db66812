import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import { containsWord, rootOf } from '#db/word-search.ts'
import type { Advertising, CostModel, FunctionTag, OfflineUse, ProductKind } from '../contract.ts'
import { type Condition, type Place, type StandingName, STANDINGS } from '../standing/contract.ts'
import { standings } from '../standing/sql.ts'
import type { Shelved, Stood } from './contract.ts'

/** A word as it was typed, and the functions that it may mean. */
export type Word = { typed: string; functions: FunctionTag[] }

/** For whom the directory is shown; the standing is meant for this form of school and these schools. */
export type Reader = Place & { seesRefusals: boolean }
const ORDER = sql`${[...STANDINGS]}::text[]`

/**
 * By the stem or beginning, nearly so in the name, by who makes it or what it does. Each by itself, so that it can use
 * its index; what was merged is found by its old name.
 */
const matchesWord = ({
  typed: word,
  functions,
}: Word): RawBuilder<SqlBool> => sql<SqlBool>`p.id in (
  select coalesce(i.merged_into, i.id) from software_products i where i.search @@ (select ${rootOf(word)})
  union all select coalesce(i.merged_into, i.id) from software_products i
    where search_key(i.name) %> (select search_key(${word}))
  union all select i.id from vendors v join software_products i on i.vendor_id = v.id
    where search_key(v.name) %> (select search_key(${word}))
  union all select i.id from software_products i where i.function_tags && ${functions}::text[]
  union all select i.id from software_products i where (select numnode(${rootOf(word)}) = 0))`

const allOf = (conditions: RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`

/** Of each product what may be said of its best use. */
const bestUses = (place: Place & { products?: string[] }) => sql`
  select distinct on (st."productId") st."productId" as id, st.name, st.until, st."releaseId" as release_id
  from ${standings(place)} st
  order by st."productId", array_position(${ORDER}, st.name), st.until desc nulls last`

/** Everything that is listed, as it is looked through: what may be used first, then what many use. */
export async function listShelf({ seesRefusals, ...place }: Reader): Promise<Shelved[]> {
  const { rows } = await sql<Shelved>`with best as materialized (${bestUses(place)})
    select p.id, p.subjects, p.grade_bands, p.school_forms, p.function_tags, p.kind, p.cost_model, p.offline_use,
      p.advertising, s.standing, case when s.standing = best.name then best.until end as until,
      case when s.standing = best.name then best.release_id end as release_id
    from software_products p
    left join best on best.id = p.id
    left join software_reach r on r.product_id = p.id
    left join review_cases k on k.product_id = p.id and k.state not in ('draft', 'closed', 'rejected_intake')
    cross join lateral (select coalesce(best.name,
      case when k.id is not null then 'in_review' else 'not_reviewed' end) as name) as derived
    cross join lateral (select case when derived.name = 'not_approved' and not ${seesRefusals}::boolean
      then 'not_reviewed' else derived.name end as standing) as s
    where p.state = 'listed'
    order by array_position(${ORDER}, s.standing), coalesce(r.schools, 0) desc, p.name, p.id`.execute(
    db(),
  )
  return rows
}

/** Another one after every change of what the shelf is made of; null where nothing has changed ever. */
export async function findBeat(): Promise<string | null> {
  const row = await db().selectFrom('softwarePulse').select('beat').executeTakeFirst()
  return row?.beat ?? null
}

/** Schools that some release names: what holds differs from school to school for these alone. */
export async function listNamedSchools(): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct unnest(school_ids) as id from releases
    where school_ids is not null`.execute(db())
  return rows.map(({ id }) => id)
}

/** What answers the words, and whether its very name does. */
export async function listMatches(words: Word[]): Promise<{ id: string; isNamed: boolean }[]> {
  const { rows } = await sql<{ id: string; isNamed: boolean }>`select p.id,
      (${allOf(words.map(({ typed }) => containsWord(sql`p.name`, typed)))}) as is_named
    from software_products p where p.state = 'listed' and ${allOf(words.map(matchesWord))}`.execute(
    db(),
  )
  return rows
}

/** What these schools use now, whether or not they show it. */
export async function listUsedAt(schools: string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select distinct a.product_id as id from school_adoptions a
    where a.school_id = any(${schools}::uuid[]) and a.ended_at is null and a.status in ('in_use', 'pilot')`.execute(
    db(),
  )
  return rows.map(({ id }) => id)
}

export type CardRow = {
  id: string
  slug: string
  name: string
  state: string
  vendor: string | null
  description: string
  kind: ProductKind
  subjects: string[]
  functions: FunctionTag[]
  conditions: Condition[] | null
  isForSome: boolean
  schools: number
  projects: number
}

/** What may be said of these products. */
export async function listStood(
  ids: string[],
  { today, form, schools }: Place,
): Promise<(Stood & { id: string })[]> {
  const { rows } = await sql<Stood & { id: string }>`
    with best as materialized (${bestUses({ today, form, schools, products: ids })})
    select p.id, best.until, best.release_id,
      coalesce(best.name, case when k.id is not null then 'in_review' else 'not_reviewed' end) as standing
    from software_products p
    left join best on best.id = p.id
    left join review_cases k on k.product_id = p.id and k.state not in ('draft', 'closed', 'rejected_intake')
    where p.id = any(${ids}::uuid[])`.execute(db())
  return rows
}

/**
 * Of these products what a card says, with the Vorhaben that are open to such readers.
 *
 * @param stood each with the release that holds for it
 */
export async function listCards(
  stood: { id: string; releaseId: string | null }[],
  visible: string[],
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select p.id, p.slug, p.name, p.state, v.name as vendor, left(p.description, 400) as description, p.kind,
      p.subjects, p.function_tags as functions, l.conditions, coalesce(r.schools, 0) as schools,
      l.school_ids is not null as is_for_some,
      (select count(distinct w.id)::int from project_software u join projects w on w.id = u.project_id
        join plgs g on g.id = w.plg_id
        where u.product_id = p.id and w.visibility = any(${visible}::text[]) and w.visibility <> 'plg'
          and w.deleted_at is null and g.kind <> 'principals_circle') as projects
    from unnest(${stood.map(({ id }) => id)}::uuid[], ${stood.map(({ releaseId }) => releaseId)}::uuid[])
      as wanted (id, release_id)
    join software_products p on p.id = wanted.id
    left join vendors v on v.id = p.vendor_id
    left join releases l on l.id = wanted.release_id
    left join software_reach r on r.product_id = p.id`.execute(db())
  return rows
}

/** What curators named as doing the same, on either side. */
export async function listNamedAlternatives(productId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select alternative_id as id from software_alternatives where product_id = ${productId}
    union select product_id from software_alternatives where alternative_id = ${productId}`.execute(
    db(),
  )
  return rows.map(({ id }) => id)
}

/** Names of those that are still offered. */
export function listOffered(ids: string[]): Promise<{ id: string; slug: string; name: string }[]> {
  return db()
    .selectFrom('softwareProducts')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('lifecycle', '=', 'active')
    .select(['id', 'slug', 'name'])
    .execute()
}

/** What the search of the house finds: the nearest by name first. */
export async function listFound(words: Word[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from software_products p
    where p.state = 'listed' and ${allOf(words.map(matchesWord))}
    order by case when ${allOf(words.map(({ typed }) => containsWord(sql`p.name`, typed)))} then 0 else 1 end, p.name, p.id
    limit ${limit}`.execute(db())
  return rows.map(({ id }) => id)
}

export type ComparedRow = {
  id: string
  slug: string
  name: string
  state: string
  vendor: string | null
  kind: ProductKind
  costModel: CostModel
  costNote: string
  offlineUse: OfflineUse
  advertising: Advertising
  subjects: string[]
  gradeBands: string[]
  languages: string[]
  schools: number
  uses: { label: string; name: StandingName; until: string | null }[]
  reports: number
  learningEffect: number | null
  effort: number | null
  stability: number | null
}

/** These products with each of their uses, and what people tell of them on average. */
export async function listCompared(
  slugs: string[],
  { today, form, schools }: Place,
): Promise<ComparedRow[]> {
  const { rows: found } = await sql<{ id: string }>`select id from software_products
    where slug = any(${slugs}::text[])`.execute(db())
  const ids = found.map(({ id }) => id)
  const { rows } = await sql<ComparedRow>`
    with st as materialized (select x.*, s.label from ${standings({ today, form, schools, products: ids })} x
      join software_scenarios s on s.id = x."scenarioId")
    select p.id, p.slug, p.name, p.state, v.name as vendor, p.kind, p.cost_model, p.cost_note, p.offline_use,
      p.advertising, p.subjects, p.grade_bands, p.languages, coalesce(r.schools, 0) as schools,
      coalesce((select jsonb_agg(jsonb_build_object('label', st.label, 'name', st.name, 'until', st.until)
        order by array_position(${ORDER}, st.name), st.label) from st where st."productId" = p.id), '[]') as uses,
      e.reports, e.learning_effect, e.effort, e.stability
    from software_products p
    left join vendors v on v.id = p.vendor_id
    left join software_reach r on r.product_id = p.id
    cross join lateral (select count(*)::int as reports, round(avg(learning_effect), 1)::float8 as learning_effect,
      round(avg(effort), 1)::float8 as effort, round(avg(stability), 1)::float8 as stability
      from experience_reports where product_id = p.id and deleted_at is null) as e
    where p.id = any(${ids}::uuid[])`.execute(db())
  return rows
}
