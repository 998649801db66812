import { type ExpressionBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DB } from '#db/types.ts'

const TEACHING = ['open', 'closing']

/** Every school that teaches; few enough to be sorted by German rules in the view. */
export function listTeaching() {
  return db()
    .selectFrom('schools')
    .where('operation', 'in', TEACHING)
    .select(['id', 'slug', 'name', 'schoolForm'])
    .execute()
}

export function findBySlug(slug: string) {
  return db().selectFrom('schools').where('slug', '=', slug).selectAll().executeTakeFirst()
}

export async function findId(slug: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('schools')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** For a change: nobody else changes the row until the transaction ends. */
export function findForUpdate(by: { slug: string } | { id: string }) {
  return db()
    .selectFrom('schools')
    .where('slug' in by ? 'slug' : 'id', '=', 'slug' in by ? by.slug : by.id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}

export async function listNames(ids: string[]) {
  if (ids.length === 0) return []
  return db()
    .selectFrom('schools')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'name', 'slug'])
    .execute()
}

export function listForms(ids: string[]) {
  return db()
    .selectFrom('schools')
    .select('schoolForm')
    .distinct()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export function listCards(ids: string[]) {
  return db()
    .selectFrom('schools')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'slug', 'name', 'schoolForm', 'district'])
    .execute()
}

/** Spellings of one searched word, all of them as `search_key` would write them. */
export type SchoolFilter = {
  words: string[][]
  form?: string
  district?: string
  /** All schools for the administration; otherwise those that teach. */
  all?: boolean
}

const asPattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** The expression of the index schools_search, letter by letter. */
const searched = sql<string>`search_key(name || ' ' || official_name || ' ' || street || ' ' || postal_code)`

function matches({ words, form, district, all }: SchoolFilter) {
  return (eb: ExpressionBuilder<DB, 'schools'>) =>
    eb.and([
      ...(all ? [] : [eb('operation', 'in', TEACHING)]),
      ...(form ? [eb('schoolForm', '=', form)] : []),
      ...(district ? [eb('district', '=', district)] : []),
      ...words.map((spellings) =>
        eb.or([
          sql<boolean>`${searched} like any(select search_key(p) from unnest(${spellings.map(asPattern)}::text[]) p)`,
          ...(all ? [eb('schoolNumber', 'in', spellings)] : []),
        ]),
      ),
    ])
}

const LISTED = [
  'id',
  'slug',
  'schoolNumber',
  'name',
  'schoolForm',
  'district',
  'street',
  'postalCode',
  'city',
  'operation',
  'hasSeveralSites',
  'overridden',
] as const

/** One page of the list and how many there are in all. */
export async function listSchools(filter: SchoolFilter & { page: number; size: number }) {
  const [rows, count] = await Promise.all([
    db()
      .selectFrom('schools')
      .where(matches(filter))
      .select(LISTED)
      .orderBy(sql`search_key(name)`)
      .orderBy('id')
      .limit(filter.size)
      .offset((filter.page - 1) * filter.size)
      .execute(),
    db()
      .selectFrom('schools')
      .where(matches(filter))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: count.total }
}

/** The first few that match, for the search over everything. */
export function listFound(words: string[][], limit: number) {
  return db()
    .selectFrom('schools')
    .where(matches({ words }))
    .select(['id', 'slug', 'name', 'schoolForm', 'district'])
    .orderBy(sql`search_key(name)`)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** How many schools teach, by Schulform, Stadtbezirk and state. */
export function countTeaching() {
  return db()
    .selectFrom('schools')
    .where('operation', 'in', TEACHING)
    .groupBy(['schoolForm', 'district', 'operation'])
    .select((eb) => ['schoolForm', 'district', 'operation', eb.fn.countAll<number>().as('count')])
    .execute()
}

/** Schools that a register no longer lists and nobody has decided about, the oldest proposal first. */
export function listProposedClosures() {
  return db()
    .selectFrom('schools')
    .where('closureProposedAt', 'is not', null)
    .select(['id', 'slug', 'schoolNumber', 'name', 'street', 'closureProposedAt'])
    .orderBy('closureProposedAt')
    .orderBy('name')
    .execute()
}

export async function countProposedClosures(): Promise<number> {
  const { count } = await db()
    .selectFrom('schools')
    .where('closureProposedAt', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The newest changes of a school. */
export function listChanges(schoolId: string, limit: number) {
  return db()
    .selectFrom('schoolChanges')
    .where('schoolId', '=', schoolId)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** What a school did before it was closed. */
export async function findOperationBefore(schoolId: string): Promise<string | null> {
  const row = await db()
    .selectFrom('schoolChanges')
    .where('schoolId', '=', schoolId)
    .where('field', '=', 'operation')
    .where('after', '=', 'closed')
    .select('before')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.before ?? null
}

type Changeable = {
  name?: string
  district?: string | null
  homepage?: string
  operation?: string
  overridden?: string[]
  closureProposedAt?: Date | null
  closedAt?: Date | null
}

export async function updateSchool(id: string, set: Changeable, now: Date): Promise<void> {
  await db()
    .updateTable('schools')
    .set({ ...set, changedAt: now })
    .where('id', '=', id)
    .execute()
}

export async function insertChanges(
  rows: { schoolId: string; at: Date; field: string; before: string; after: string }[],
): Promise<void> {
  if (rows.length > 0) await db().insertInto('schoolChanges').values(rows).execute()
}
