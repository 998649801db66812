import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import { containsWord, rootOf } from '#db/word-search.ts'
import type { Found, Narrowing } from './rules.ts'

export type Reach = ('network' | 'public')[]

/** What is published now and reaches the reader: the one that addresses without a number show. */
export const current = (reach: Reach) => sql`
  select c.id, v.id as version_id, v.number, v.title, v.published_at, s.id as school_id, s.slug, s.name,
    s.school_form as form, s.district
  from concepts c
  join concept_versions v on v.id = c.published_version_id
  join schools s on s.id = c.school_id
  where c.state = 'active' and v.status = 'published' and v.scope = any(${reach}::text[])`

export type Current = {
  [Part in 'id' | 'versionId' | 'title' | 'slug' | 'name' | 'form']: string
} & { number: number; publishedAt: Date; district: string | null }

/** Every concept that this reader finds, the newest first; one row for each school. */
export async function listCurrent(reach: Reach): Promise<Current[]> {
  const { rows } = await sql<Current>`
    select k.id, k.version_id as "versionId", k.number, k.title, k.published_at as "publishedAt", k.slug, k.name, k.form,
      k.district from (${current(reach)}) k order by k.published_at desc, k.id`.execute(db())
  return rows
}

/**
 * What these versions can be narrowed by, as far as it reaches the reader. Frozen like the versions themselves. The matrix
 * counts where its chapter may be read.
 */
export async function listNarrowing(versionIds: string[], reach: Reach) {
  const { rows } = await sql<Narrowing & { versionId: string }>`
    with current as materialized (select * from unnest(${versionIds}::uuid[]) as k (version_id)),
    sections as materialized (
      select x.version_id, array_agg(distinct x.kind) filter (where x.visibility = any(${reach}::text[])) as kinds,
        bool_or(x.kind = 'mkr_coverage' and not x.visibility = any(${reach}::text[])) as hides_matrix
      from current, lateral (select * from concept_version_sections where version_id = current.version_id offset 0) x
      group by 1),
    goals as materialized (
      select x.version_id, x.dimension, x.competencies, x.subjects
      from current, lateral (select * from concept_version_goals where version_id = current.version_id offset 0) x
      where x.visibility = any(${reach}::text[])),
    marks as materialized (
      select m.version_id, array_agg(distinct m.competency) as competencies,
        array_agg(distinct m.subject) filter (where m.subject <> '') as subjects
      from current, lateral (select * from concept_version_marks where version_id = current.version_id offset 0) m
      group by 1)
    select k.version_id as "versionId", coalesce(x.kinds, '{}') as chapters,
      array(select distinct g.dimension from goals g where g.version_id = k.version_id and g.dimension is not null)
        as dimensions,
      array(select unnest(g.competencies) from goals g where g.version_id = k.version_id
        union select unnest(m.competencies) where not coalesce(x.hides_matrix, false)) as competencies,
      array(select unnest(g.subjects) from goals g where g.version_id = k.version_id
        union select unnest(m.subjects) where not coalesce(x.hides_matrix, false)) as subjects
    from current k
    left join sections x on x.version_id = k.version_id
    left join marks m on m.version_id = k.version_id`.execute(db())
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

/** A word that says nothing ("die") stands everywhere. */
const isIn = (
  place: RawBuilder<unknown>,
  word: string,
) => sql<SqlBool>`(numnode((select ${rootOf(word)})) = 0
  or ${place})`

/** What the search of the house finds: concepts that hold each word somewhere, the newest first. */
export async function listPublishedWith(words: string[], reach: Reach, limit: number) {
  const holds = words.map((word) => {
    const matches = sql`x.search @@ (select ${rootOf(word)}) and x.visibility = any(${reach}::text[])`
    return isIn(
      sql`${containsWord(sql`k.name || ' ' || k.title`, word)}
        or k.version_id in (select x.version_id from concept_version_sections x where ${matches})
        or k.version_id in (select x.version_id from concept_version_goals x where ${matches})`,
      word,
    )
  })
  const { rows } = await sql<{ id: string; title: string; slug: string; name: string }>`
    select k.id, k.title, k.slug, k.name from (${current(reach)}) k where ${sql.join(holds, sql` and `)}
    order by k.published_at desc, k.id limit ${limit}`.execute(db())
  return rows
}

/** The same of single goals, none of these schools. */
export async function listGoalsWith(
  words: string[],
  { reach, own, limit }: { reach: Reach; own: string[]; limit: number },
) {
  const { rows } = await sql<{
    versionId: string
    position: number
    title: string
    slug: string
    name: string
    number: number
  }>`with current as materialized (${current(reach)})
    select x.version_id as "versionId", x.position, x.title, k.slug, k.name, k.number
    from current k, lateral (select * from concept_version_goals where version_id = k.version_id offset 0) x
    where ${sql.join(
      words.map((word) => isIn(sql`x.search @@ (select ${rootOf(word)})`, word)),
      sql` and `,
    )} and x.visibility = any(${reach}::text[]) and k.school_id <> all(${own}::uuid[])
    order by k.published_at desc, x.version_id, x.position limit ${limit}`.execute(db())
  return rows
}

/** What a school has published, as far as it reaches the reader. */
export async function findCurrentOf(schoolId: string, reach: Reach) {
  const { rows } = await sql<{ title: string; number: number; slug: string; publishedAt: Date }>`
    select k.title, k.number, k.slug, k.published_at as "publishedAt" from (${current(reach)}) k
    where k.school_id = ${schoolId}`.execute(db())
  return rows[0]
}
