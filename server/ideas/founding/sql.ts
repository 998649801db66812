import { sql } from 'kysely'
import { db } from '#db/client.ts'

type About = {
  id: string
  title: string
  subjects: string[]
  gradeBands: string[]
  schoolForms: string[]
}

/** Who named its subjects and grades. Written for what the idea names, so that the indexes are used. */
function teaches({ subjects, gradeBands }: About) {
  const bySubject = sql`p.subjects && ${subjects}::text[]`
  const byGrade = sql`p.grade_bands && ${gradeBands}::text[]`
  if (subjects.length > 0 && gradeBands.length > 0) return sql`${bySubject} and ${byGrade}`
  if (subjects.length > 0) return bySubject
  return gradeBands.length > 0 ? byGrade : sql`false`
}

/**
 * Schools an idea may fit, that do not want it yet: those that joined one like it, those where somebody named its
 * subjects or grades in their profile, those of its Schulform. Counts only, never who.
 */
export async function listFitting(idea: About, at: Date, limit: number) {
  const { id, title, schoolForms } = idea
  const { rows } = await sql<{
    name: string
    slug: string
    alike: string | null
    teaching: number
    hasForm: boolean
  }>`
    with wanting as (
      select school_id from ideas where id = ${id} or merged_into = ${id}
      union select n.school_id from idea_interests n join ideas i on i.id = n.idea_id
        where i.id = ${id} or i.merged_into = ${id}
    ), alike as (
      select distinct on (n.school_id) n.school_id, other.title
      from ideas other join idea_interests n on n.idea_id = other.id
      where other.state = 'open' and other.id <> ${id} and search_key(other.title) % search_key(${title})
      order by n.school_id, similarity(search_key(other.title), search_key(${title})) desc
    ), teaching as (
      select m.school_id, count(*)::int as count
      from persons p cross join lateral (
        -- "offset 0": looked up person by person, for a hash join would read all memberships there are.
        select distinct school_id from memberships where person_id = p.id
          and state = 'confirmed' and school_id is not null and valid_from <= ${at}
          and (valid_until is null or valid_until > ${at}) offset 0) m
      where ${teaches(idea)}
      group by m.school_id
    )
    select schools.name, schools.slug, alike.title as alike, coalesce(teaching.count, 0) as teaching,
      schools.school_form = any(${schoolForms}::text[]) as has_form
    from schools
    left join alike on alike.school_id = schools.id
    left join teaching on teaching.school_id = schools.id
    where schools.operation in ('open', 'closing')
      and schools.id not in (select school_id from wanting where school_id is not null)
      and (alike.title is not null or teaching.count is not null)
      and (${schoolForms}::text[] = '{}' or alike.title is not null
        or schools.school_form = any(${schoolForms}::text[]))
    order by (alike.title is not null) desc, coalesce(teaching.count, 0) desc, schools.name
    limit ${limit}`.execute(db())
  return rows
}

/** The PLG, when this very form founded it. */
export function findPlgSlug(plgId: string, foundedBy: string, clientKey: string) {
  return db()
    .selectFrom('plgs')
    .where('id', '=', plgId)
    .where('foundedBy', '=', foundedBy)
    .where('clientKey', '=', clientKey)
    .select('slug')
    .executeTakeFirst()
}
