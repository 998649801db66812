import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Suggestion } from './contract.ts'

/** The product of exactly this name or address; merged ones lead to what they became. */
export async function findNamed(name: string, slug: string): Promise<Suggestion | undefined> {
  return db()
    .selectFrom('softwareProducts')
    .where('state', '=', 'listed')
    .where((eb) =>
      eb.or([eb('slug', '=', slug), eb(sql`search_key(name)`, '=', sql`search_key(${name})`)]),
    )
    .orderBy(sql`slug = ${slug}`, 'desc')
    .orderBy('name')
    .select(['slug', 'name'])
    .executeTakeFirst()
}

/** Listed products with a name like this, the most alike first. */
export function listLike(name: string, limit: number): Promise<Suggestion[]> {
  const key = sql<string>`search_key(${name})`
  return db()
    .selectFrom('softwareProducts')
    .where('state', '=', 'listed')
    .where(sql<boolean>`(search_key(name) % ${key} or search_key(name) %> ${key})`)
    .orderBy(sql`word_similarity(${key}, search_key(name))`, 'desc')
    .orderBy('name')
    .limit(limit)
    .select(['slug', 'name'])
    .execute()
}

/** Schools that use the product and say so, and how the reader's own stand; one query. */
export async function findUse(productId: string, ownSchools: string[]) {
  const { rows } = await sql<{
    schools: number
    names: string[]
    own: { school: string; slug: string; status: string }[]
  }>`
    with used as (
      select s.name, s.slug, s.id, a.status, a.is_visible from school_adoptions a
      join schools s on s.id = a.school_id
      where a.product_id = ${productId} and a.ended_at is null)
    select (select count(distinct id) from used where is_visible and status in ('in_use', 'pilot')) as schools,
      array(select distinct name from used where is_visible and status in ('in_use', 'pilot') order by name limit 12) as names,
      coalesce((select json_agg(json_build_object('school', s.name, 'slug', s.slug, 'status',
        (select status from used u where u.id = s.id
          order by array_position(array['in_use', 'pilot', 'considering', 'stopped', 'not_used'], u.status) limit 1))
        order by s.name) from schools s where s.id = any(${ownSchools}::uuid[])), '[]') as own`.execute(
    db(),
  )
  return rows[0] ?? { schools: 0, names: [], own: [] }
}
