import { type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import { rootOf } from '#db/word-search.ts'
import type { Found, Shelved } from './rules.ts'

export type Reach = ('network' | 'public')[]

/** What is published now and reaches the reader: the one that addresses without a number show. */
const current = (reach: Reach) => sql`
  select c.id, v.id as version_id, v.number, v.title, v.published_at, s.id as school_id, s.slug, s.name,
    s.school_form as form, s.district
  from concepts c
  join concept_versions v on v.id = c.published_version_id
  join schools s on s.id = c.school_id
  where c.state = 'active' and v.status = 'published' and v.scope = any(${reach}::text[])`

export type ShelfRow = Shelved & { slug: string; number: number }

/**
 * Every concept that this reader finds, with all it can be narrowed by; one row for each school. The matrix counts
 * where its chapter may be read.
 */
export async function listShelf(reach: Reach): Promise<ShelfRow[]> {
  const { rows } = await sql<ShelfRow>`
    with current as materialized (${current(reach)}),
    sections as materialized (
      select x.version_id, array_agg(distinct x.kind) filter (where x.visibility = any(${reach}::text[])) as kinds,
        bool_or(x.kind = 'mkr_coverage' and not x.visibility = any(${reach}::text[])) as hides_matrix
      from current join concept_version_sections x using (version_id) group by 1),
    goals as materialized (
      select x.version_id, x.dimension, x.competencies, x.subjects
      from current join concept_version_goals x using (version_id) where x.visibility = any(${reach}::text[])),
    marks as materialized (
      select m.version_id, array_agg(distinct m.competency) as competencies,
        array_agg(distinct m.subject) filter (where m.subject <> '') as subjects
      from current join concept_version_marks m using (version_id) group by 1)
    select k.id, k.version_id as "versionId", k.number, k.title, k.published_at as "publishedAt", k.slug, k.name, k.form,
      k.district, coalesce(x.kinds, '{}') as chapters,
      array(select distinct g.dimension from goals g where g.version_id = k.version_id and g.dimension is not null)
        as dimensions,
      array(select unnest(g.competencies) from goals g where g.version_id = k.version_id
        union select unnest(m.competencies) where not coalesce(x.hides_matrix, false)) as competencies,
      array(select unnest(g.subjects) from goals g where g.version_id = k.version_id
        union select unnest(m.subjects) where not coalesce(x.hides_matrix, false)) as subjects
    from current k
    left join sections x on x.version_id = k.version_id
    left join marks m on m.version_id = k.version_id
    order by k.published_at desc, k.id`.execute(db())
  return rows
}

/** Words as the database looks for them; '' for a word that says nothing ("die"). */
export async function findRoots(words: string[]): Promise<string[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ queries: string[] }>`
    select array[${sql.join(words.map((word) => sql`(${rootOf(word)})::text`))}] as queries`.execute(
    db(),
  )
  return rows[0]?.queries ?? []
}

/** Where each word stands in what this reader may read of the current versions. */
export async function listFound(roots: string[], reach: Reach): Promise<Found[]> {
  if (roots.length === 0) return []
  const ofWord = (root: string, word: number): RawBuilder<unknown> => sql`
    select ${word}::int as word, x.version_id as "versionId", 'section' as place, x.position, x.kind, x.title
    from concept_version_sections x join current using (version_id)
    where x.search @@ ${root}::tsquery and x.visibility = any(${reach}::text[])
    union all
    select ${word}::int, x.version_id, 'goal', x.position, 'goal', x.title
    from concept_version_goals x join current using (version_id)
    where x.search @@ ${root}::tsquery and x.visibility = any(${reach}::text[])`
  const { rows } = await sql<Found>`
    with current as materialized (${current(reach)})
    ${sql.join(roots.map(ofWord), sql` union all `)}`.execute(db())
  return rows
}

export type Place = Pick<Found, 'versionId' | 'place' | 'position'>

/** The texts of these places, from where the first of the roots stands. */
export async function listTexts(
  places: Place[],
  reach: Reach,
): Promise<(Place & { text: string })[]> {
  if (places.length === 0) return []
  const { rows } = await sql<Place & { text: string }>`
    with wanted as (select * from unnest(${places.map(({ versionId }) => versionId)}::uuid[],
      ${places.map(({ place }) => place)}::text[], ${places.map(({ position }) => position)}::int[])
      as w (version_id, place, position))
    select w.version_id as "versionId", w.place, w.position, left(x.words, 100000) as text
    from wanted w join concept_version_sections x on x.version_id = w.version_id and x.position = w.position
    where w.place = 'section' and x.visibility = any(${reach}::text[])
    union all
    select w.version_id, w.place, w.position, concat_ws(' · ', g.title, nullif(g.why, ''), nullif(g.success_sign, ''))
    from wanted w join concept_version_goals g on g.version_id = w.version_id and g.position = w.position
    where w.place = 'goal' and g.visibility = any(${reach}::text[])`.execute(db())
  return rows
}

/** Of living concepts what is published of them and who carries them, for the links on top. */
export function listPublishedOf(conceptIds: string[]) {
  return db()
    .selectFrom('concepts as c')
    .innerJoin('conceptVersions as v', 'v.id', 'c.publishedVersionId')
    .where('c.id', '=', sql<string>`any(${conceptIds}::uuid[])`)
    .where('v.status', '=', 'published')
    .select(['c.id', 'v.number'])
    .execute()
}

/** Published goals in which all these words stand. */
export async function listGoalsWith(roots: string[], reach: Reach, limit: number) {
  const { rows } = await sql<{
    versionId: string
    position: number
    title: string
    slug: string
    name: string
    number: number
    schoolId: string
  }>`with current as materialized (${current(reach)})
    select x.version_id as "versionId", x.position, x.title, k.slug, k.name, k.number, k.school_id as "schoolId"
    from concept_version_goals x join current k using (version_id)
    where ${sql.join(
      roots.map((root) => sql`x.search @@ ${root}::tsquery`),
      sql` and `,
    )} and x.visibility = any(${reach}::text[])
    order by k.published_at desc, x.version_id, x.position limit ${limit}`.execute(db())
  return rows
}
