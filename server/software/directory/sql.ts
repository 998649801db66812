import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import { containsWord, rootOf } from '#db/word-search.ts'
import type { FunctionTag, ProductKind } from '../contract.ts'
import { type Condition, type StandingName, STANDINGS } from '../standing/contract.ts'
import { standings } from '../standing/sql.ts'
import {
  type DirectorySearch,
  type FacetName,
  FACETS,
  USABLE,
  USABLE_STANDINGS,
} from './contract.ts'
import { functionsNamed } from './rules.ts'

/** For whom the directory is shown. */
export type Reader = {
  today: string
  /** For this form of school the standing is meant; null: for all. */
  form: string | null
  seesRefusals: boolean
  schools: string[]
}
type Span = { size: number; offset: number }

const NAMES = Object.values(FACETS)
const ORDER = sql`${[...STANDINGS]}::text[]`
/** What schools do not pay for. */
const FREE = ['free', 'state_licence', 'city_licence']

/**
 * By the stem or beginning, nearly so in the name, by who makes it or what it does. Each by itself, so that it can use
 * its index; what was merged is found by its old name.
 */
const matchesWord = (word: string): RawBuilder<SqlBool> => sql<SqlBool>`p.id in (
  select coalesce(i.merged_into, i.id) from software_products i where i.search @@ (select ${rootOf(word)})
  union all select coalesce(i.merged_into, i.id) from software_products i
    where search_key(i.name) %> (select search_key(${word}))
  union all select i.id from vendors v join software_products i on i.vendor_id = v.id
    where search_key(v.name) %> (select search_key(${word}))
  union all select i.id from software_products i where i.function_tags && ${functionsNamed(word)}::text[]
  union all select i.id from software_products i where (select numnode(${rootOf(word)}) = 0))`

const allOf = (conditions: RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`

const hasAny = (column: string, value: string) =>
  sql<SqlBool>`(${value}::text = '' or ${sql.ref(column)} = '{}' or ${sql.ref(column)} @> array[${value}::text])`

const is = (column: string, value: string) =>
  sql<SqlBool>`(${value}::text = '' or ${sql.ref(column)} = ${value}::text)`

/** An app that names no subject, grade or Schulform is for all of them. */
const fits = (search: DirectorySearch): Record<FacetName, RawBuilder<SqlBool>> => ({
  subject: hasAny('p.subjects', search.subject),
  gradeBand: hasAny('p.gradeBands', search.gradeBand),
  schoolForm: hasAny('p.schoolForms', search.schoolForm),
  function: sql`(${search.function}::text = '' or p.function_tags @> array[${search.function}::text])`,
  kind: is('p.kind', search.kind),
  cost: is('p.costModel', search.cost),
  standing: sql`(${search.standing}::text = '' or s.standing = ${search.standing}::text
    or (${search.standing}::text = ${USABLE} and s.standing = any(${USABLE_STANDINGS}::text[])))`,
})

const bitOf = (name: FacetName) => 2 ** NAMES.indexOf(name)

const isUsedAt = (
  schools: string[],
) => sql<SqlBool>`p.id in (select a.product_id from school_adoptions a
  where a.school_id = any(${schools}::uuid[]) and a.ended_at is null and a.status in ('in_use', 'pilot'))`

/**
 * All that answers the words, once: what each is, and as bits which of the chosen facets it misses. Whoever misses none
 * is shown; who misses one alone counts for that facet.
 */
function shelf(search: DirectorySearch, words: string[], reader: Reader) {
  const missed = Object.entries(fits(search)).map(
    ([name, fit]) => sql`case when ${fit} then 0 else ${bitOf(name as FacetName)}::int end`,
  )
  const { today, form, seesRefusals, schools } = reader
  return sql`with best as materialized (
      select st."productId" as id, min(array_position(${ORDER}, st.name)) as rank
      from ${standings({ today, form })} st group by 1
    ), shelf as materialized (
      select p.id, p.name, p.subjects, p.grade_bands, p.school_forms, p.function_tags, p.kind, p.cost_model,
        s.standing, coalesce(r.schools, 0) as schools,
        case when ${allOf(words.map((word) => containsWord(sql`p.name`, word)))} then 0 else 1 end as distance,
        ${sql.join(missed, sql` + `)} as missed
      from software_products p
      left join best on best.id = p.id
      left join software_reach r on r.product_id = p.id
      left join review_cases k on k.product_id = p.id and k.state not in ('draft', 'closed', 'rejected_intake')
      cross join lateral (select coalesce((${ORDER})[best.rank],
        case when k.id is not null then 'in_review' else 'not_reviewed' end) as name) as derived
      cross join lateral (select case when derived.name = 'not_approved' and not ${seesRefusals}::boolean
        then 'not_reviewed' else derived.name end as standing) as s
      where p.state = 'listed'
        and (not ${search.isFree}::boolean or p.cost_model = any(${FREE}::text[]))
        and (not ${search.isOffline}::boolean or p.offline_use in ('full', 'partly'))
        and (not ${search.isUsedHere}::boolean or ${isUsedAt(schools)})
        and ${allOf(words.map(matchesWord))}
    )`
}

const LISTS: [FacetName, string][] = [
  ['subject', 'subjects'],
  ['gradeBand', 'gradeBands'],
  ['schoolForm', 'schoolForms'],
  ['function', 'functionTags'],
]
const SINGLES: [FacetName, string][] = [
  ['kind', 'kind'],
  ['cost', 'costModel'],
  ['standing', 'standing'],
]

/** Only what misses nothing but this facet. A list that names nothing is for all: it counts as ''. */
const countsOfList = ([name, column]: [FacetName, string]) =>
  sql`select ${name}::text, v, count(*)::int from shelf
    cross join unnest(case when ${sql.ref(column)} = '{}' then array[''] else ${sql.ref(column)} end) v
    where missed & ~${bitOf(name)}::int = 0 group by v`
const countsOfOne = ([name, column]: [FacetName, string]) =>
  sql`select ${name}::text, ${sql.ref(column)}::text, count(*)::int from shelf
    where missed & ~${bitOf(name)}::int = 0 group by 2`

export type Found = { facet: FacetName | 'page' | 'total'; value: string; count: number }

/** One pass: the ids of a page in their order (facet "page"), how many there are, and what each choice would leave. */
export async function find(
  search: DirectorySearch,
  words: string[],
  reader: Reader,
  { size, offset }: Span,
): Promise<Found[]> {
  const { rows } = await sql<Found>`${shelf(search, words, reader)}
    (select 'page' as facet, id::text as value, (row_number() over ())::int as count
      from (select id from shelf where missed = 0
        order by distance, array_position(${ORDER}, standing), schools desc, name, id
        limit ${size} offset ${offset}) as ordered)
    union all select 'total', '', count(*)::int from shelf where missed = 0
    union all ${sql.join([...LISTS.map(countsOfList), ...SINGLES.map(countsOfOne)], sql` union all `)}`.execute(
    db(),
  )
  return rows
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
  standing: StandingName
  until: string | null
  conditions: Condition[] | null
  schools: number
  projects: number
}

/** Of these products what a card says, with the Vorhaben that are open to such readers. */
export async function listCards(
  ids: string[],
  { today, form }: Pick<Reader, 'today' | 'form'>,
  visible: string[],
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    with best as materialized (
      select distinct on (st."productId") st."productId" as id, st.name, st.until, st."releaseId" as release_id
      from ${standings({ today, form, products: ids })} st
      order by st."productId", array_position(${ORDER}, st.name), st.until desc nulls last
    )
    select p.id, p.slug, p.name, p.state, v.name as vendor, left(p.description, 400) as description, p.kind,
      p.subjects, p.function_tags as functions, best.until, l.conditions, coalesce(r.schools, 0) as schools,
      coalesce(best.name, case when k.id is not null then 'in_review' else 'not_reviewed' end) as standing,
      (select count(distinct w.id)::int from project_software u join projects w on w.id = u.project_id
        join plgs g on g.id = w.plg_id
        where u.product_id = p.id and w.visibility = any(${visible}::text[]) and w.visibility <> 'plg'
          and w.deleted_at is null and g.kind <> 'principals_circle') as projects
    from software_products p
    left join vendors v on v.id = p.vendor_id
    left join best on best.id = p.id
    left join releases l on l.id = best.release_id
    left join software_reach r on r.product_id = p.id
    left join review_cases k on k.product_id = p.id and k.state not in ('draft', 'closed', 'rejected_intake')
    where p.id = any(${ids}::uuid[])`.execute(db())
  return rows
}

/** What the search of the house finds: the nearest by name first. */
export async function listFound(words: string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from software_products p
    where p.state = 'listed' and ${allOf(words.map(matchesWord))}
    order by case when ${allOf(words.map((word) => containsWord(sql`p.name`, word)))} then 0 else 1 end, p.name, p.id
    limit ${limit}`.execute(db())
  return rows.map(({ id }) => id)
}
