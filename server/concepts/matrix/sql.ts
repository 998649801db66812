import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Mark } from '../contract.ts'

/**
 * Where the competencies stand in the working copy: each thing once at each competency, grade and subject. Cells with
 * lessons that colleagues read count through them; what is retired, deleted or a draft of single authors not at all.
 * A title stands only in what may be read outside the school, because versions keep it as it is here.
 */
export async function listMarks(conceptId: string): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    with own as (select id, school_id, state from concepts where id = ${conceptId}),
    -- A draft in the archive keeps the lessons that its successor works on.
    here as (
      select l.* from lesson_concepts l join own on own.school_id = l.school_id
      union all
      select l.* from own join lesson_former_schools f on f.school_id = own.school_id
        join lesson_concepts l on l.id = f.lesson_id and l.school_id <> own.school_id
      where own.state = 'archived'),
    shared as (
      select l.id, l.competencies, l.grade_levels, l.subjects, l.last_taught,
        case when l.visibility in ('network', 'public') then l.title else '' end as title
      from here l
      where l.deleted_at is null and l.visibility in ('school', 'network', 'public')),
    cells as (
      select c.* from concept_cells c join own on own.id = c.concept_id where c.status <> 'retired'
        and c.deleted_at is null),
    through as (
      select c.id as cell_id, c.competency, c.grade_level, c.subject, c.status, s.id, s.title,
        greatest(c.last_taught, s.last_taught) as last_taught
      from cells c join cell_lessons k on k.cell_id = c.id join shared s on s.id = k.lesson_id),
    marks as (
      select competency, grade_level as grade, subject, 'cell' as source_kind, id as source_id, unit as title,
        status, last_taught
      from cells where id not in (select cell_id from through)
      union all
      select competency, grade_level, subject, 'lesson', id, title, status, last_taught from through
      union all
      select competency, grade, subject, 'lesson', s.id, s.title, '', s.last_taught
      from shared s, unnest(s.competencies) competency,
        unnest(case when s.grade_levels = '{}' then '{""}' else s.grade_levels end) grade,
        unnest(case when s.subjects = '{}' then '{""}' else s.subjects end) subject
      union all
      select competency, grade, subject, 'project', p.id,
        case when p.visibility = 'plg' then '' else p.title end, p.status, k.last_taught
      from own join concept_projects k on k.concept_id = own.id
        join projects p on p.id = k.project_id and p.deleted_at is null,
        unnest(k.competencies) competency,
        unnest(case when k.grade_bands = '{}' then '{""}' else k.grade_bands end) grade,
        unnest(case when k.subjects = '{}' then '{""}' else k.subjects end) subject)
    select distinct on (competency, grade, subject, source_kind, source_id)
      competency, grade, subject, source_kind as "sourceKind", source_id as "sourceId", title, status,
      last_taught as "lastTaught"
    from marks
    order by competency, grade, subject, source_kind, source_id, last_taught desc nulls last, status desc`.execute(
    db(),
  )
  return rows
}

/** The same of frozen versions. */
export function listVersionMarks(versionIds: string[]): Promise<(Mark & { versionId: string })[]> {
  return db()
    .selectFrom('conceptVersionMarks')
    .where('versionId', '=', sql<string>`any(${versionIds}::uuid[])`)
    .select([
      'versionId',
      'competency',
      'grade',
      'subject',
      'sourceId',
      'title',
      'status',
      'lastTaught',
      sql<Mark['sourceKind']>`source_kind`.as('sourceKind'),
    ])
    .orderBy('competency')
    .orderBy('grade')
    .orderBy('subject')
    .orderBy('sourceKind')
    .orderBy('sourceId')
    .execute()
}

/** A version with what its matrix needs: the school as it was then, and who reads the chapter about the framework. */
export function findVersion(
  of: { id: string; publishedVersionId: string | null },
  which: number | 'current',
) {
  return db()
    .selectFrom('conceptVersions as v')
    .where('v.conceptId', '=', of.id)
    .$if(which === 'current', (query) => query.where('v.id', '=', of.publishedVersionId))
    .$if(which !== 'current', (query) => query.where('v.number', '=', Number(which)))
    .select([
      'v.id',
      'v.number',
      'v.status',
      'v.scope',
      'v.schoolName',
      'v.schoolForm',
      'v.publishedAt',
      'v.createdAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('conceptVersionSections as s')
        .whereRef('s.versionId', '=', 'v.id')
        .where('s.kind', '=', 'mkr_coverage')
        .select('s.visibility')
        .orderBy('s.position')
        .limit(1)
        .as('visibility'),
    )
    .executeTakeFirst()
}
