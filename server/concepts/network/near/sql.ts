import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { SimilarRow } from '../adopting/sql.ts'
import { current, type Reach } from '../sql.ts'

/** `words` are of letters and digits alone; their beginnings count, in their German root. */
export type Wanted = {
  words: string[]
  competencies: string[]
  ownSchools: string[]
  limit: number
}
export type NearRow = Omit<SimilarRow, 'sameNetworkGoal' | 'likeness'>

/**
 * Open goals of what other schools have published now that share words with a sentence: two of them, the only one there
 * is, or one and a competency. The most alike first, of a school only its nearest.
 */
export async function listNear(
  { words, competencies, ownSchools, limit }: Wanted,
  reach: Reach,
): Promise<NearRow[]> {
  const { rows } = await sql<NearRow>`
    with current as materialized (${current(reach)}),
    roots as materialized (
      select q from unnest(${words.map((word) => `'${word}':*`)}::text[]) as word, to_tsquery('german', word) as q
      where numnode(q) > 0),
    near as (
      select distinct on (k.school_id) k.*, x.position, x.title as goal, x.status, x.competencies,
        x.competencies && ${competencies}::text[] as same, x.hits
      from current k, lateral (
        select g.*, (select count(*) from roots where g.search @@ roots.q)::int as hits
        from concept_version_goals g where g.version_id = k.version_id offset 0) x
      where k.school_id <> all(${ownSchools}::uuid[]) and x.visibility = any(${reach}::text[])
        and x.status in ('active', 'planned', 'idea')
        and x.hits + (x.competencies && ${competencies}::text[])::int >= least(2, (select count(*) from roots))
        and x.hits > 0
      order by k.school_id, x.hits desc, same desc, x.position)
    select version_id as "versionId", position, goal as title, status, competencies, slug, name, form, number,
      same as "sameCompetency"
    from near order by hits desc, same desc, published_at desc, id limit ${limit}`.execute(db())
  return rows
}
