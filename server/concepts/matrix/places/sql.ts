import { sql } from 'kysely'
import { db } from '#db/client.ts'

export type Found = {
  competency: string
  kind: 'lesson' | 'project'
  id: string
  number: number
  title: string
  school: string
}

type Wanted = {
  competencies: string[]
  reach: string[]
  /** Who looks: what a concept has already, and what the school made itself, is no news to it. */
  conceptId: string
  schoolId: string
  form: string
}

const MOST_OF_EACH = 5

/** Published Vorhaben and lesson concepts of others for each competency, those of the same Schulform first. */
export async function listElsewhere(wanted: Wanted): Promise<Found[]> {
  const { competencies, reach, conceptId, schoolId, form } = wanted
  const { rows } = await sql<Found>`
    with found as (
      select wanted.competency, 'project' as kind, p.id, p.number, p.title, '' as school, p.published_at,
        exists (select 1 from plg_seats t join schools s on s.id = t.school_id
          where t.plg_id = p.plg_id and s.school_form = ${form}) as is_same
      from unnest(${competencies}::text[]) as wanted (competency)
        join projects p on p.competencies @> array[wanted.competency] and p.deleted_at is null
          and p.visibility <> 'plg' and p.visibility = any(${reach}::text[])
        join plgs g on g.id = p.plg_id and g.kind <> 'principals_circle'
      where p.id not in (select k.project_id from concept_projects k where k.concept_id = ${conceptId})
      union all
      select wanted.competency, 'lesson', l.id, l.number, l.title, s.name, l.published_at,
        s.school_form = ${form} or l.school_forms @> array[${form}::text]
      from unnest(${competencies}::text[]) as wanted (competency)
        join lesson_concepts l on l.competencies @> array[wanted.competency] and l.deleted_at is null
          and l.visibility in ('network', 'public') and l.visibility = any(${reach}::text[])
        join schools s on s.id = l.school_id
      where l.school_id <> ${schoolId}),
    ranked as (
      select *, row_number() over (partition by competency order by is_same desc, published_at desc nulls last, id)
        as place
      from found)
    select competency, kind, id, number, title, school from ranked where place <= ${MOST_OF_EACH}::int
    order by competency, place`.execute(db())
  return rows
}
