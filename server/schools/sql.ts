import { db } from '#db/client.ts'

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

export async function listNames(ids: string[]) {
  if (ids.length === 0) return []
  return db().selectFrom('schools').where('id', 'in', ids).select(['id', 'name', 'slug']).execute()
}
