import { sql, type SqlBool } from 'kysely'
import { rootOf } from '#db/word-search.ts'
import { withTies } from '../sql.ts'

type By = { personId: string | null; schoolIds: string[]; reach: string[] }

/** What the search finds: published ones for this reader, those of the own schools, and own drafts. */
export function listFound({ personId, schoolIds, reach }: By, words: string[], limit: number) {
  let query = withTies(personId)
    .where('l.deletedAt', 'is', null)
    .where(
      sql<SqlBool>`((l.visibility = any(${reach}::text[]) and l.visibility in ('network', 'public'))
        or (l.visibility = 'school' and l.school_id = any(${schoolIds}::uuid[]))
        or l.id in (select a.lesson_id from lesson_authors a where a.person_id = ${personId}::uuid))`,
    )
  for (const word of words) query = query.where(sql<SqlBool>`l.search @@ ${rootOf(word)}`)
  return query
    .orderBy(sql`ts_rank(l.search, ${rootOf(words[0] ?? '')})`, 'desc')
    .orderBy('l.changedAt', 'desc')
    .limit(limit)
    .execute()
}
