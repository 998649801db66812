import { sql } from 'kysely'
import { db } from '#db/client.ts'

type Around = { school: { id: string }; lead: { id: string }; ids: (kind: string) => string[] }

const WHEN = sql`timestamptz '2026-09-01T08:00:00Z'`
const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`

/**
 * In a neighbourhood: the school's concept has entries ('concept-cell'), levels and subjects of its own, linked Vorhaben
 * and public lesson concepts ('lesson'), of which the first has as much of everything.
 *
 * @returns the number of that first lesson concept
 */
export async function matrixAmong({ school, lead, ids }: Around): Promise<string> {
  const [cells, lessons] = [ids('concept-cell'), ids('lesson')]
  const [cell = ''] = cells
  const [lesson = ''] = lessons
  await sql`insert into concepts (school_id, title, created_at, changed_at, client_key)
    values (${school.id}, 'Konzept', ${WHEN}, ${WHEN}, ${cell}) ${NOTHING}`.execute(db())
  const own = sql`(select id from concepts where school_id = ${school.id} and state = 'active')`
  await sql`insert into concept_subjects (concept_id, name) select ${own}, 'AG am Bruch ' || i
    from ${grown(cells)} ${NOTHING}`.execute(db())
  await sql`insert into concept_levels (concept_id, key, position) select ${own}, 'FOE:Stufe ' || i, i
    from ${grown(cells)} ${NOTHING}`.execute(db())
  await sql`insert into lesson_concepts (id, school_id, title, aim, competencies, visibility, licence, created_by,
      created_at, changed_at, published_at, client_key)
    select id, ${school.id}, 'Bruch ' || i, 'Brüche', '{6.3}', 'public', 'cc_by', ${lead.id}, ${WHEN}, ${WHEN}, ${WHEN}, id
    from ${grown(lessons)} ${NOTHING}`.execute(db())
  await sql`insert into lesson_authors (lesson_id, person_id, is_named) select ${lesson}, id, true
    from ${grown(ids('person'))} ${NOTHING}`.execute(db())
  await sql`insert into lesson_authors (lesson_id, person_id) select id, ${lead.id}
    from ${grown(lessons)} ${NOTHING}`.execute(db())
  await sql`insert into lesson_phases (lesson_id, position, phase) select ${lesson}, i, 'Phase ' || i
    from ${grown(lessons)} ${NOTHING}`.execute(db())
  await sql`insert into lesson_uses (lesson_id, school_id, school_year, said_at)
    select ${lesson}, id, '2026/27', ${WHEN} from ${grown(ids('school'))} ${NOTHING}`.execute(db())
  await sql`insert into concept_cells (id, concept_id, competency, subject, grade_level, unit, created_at, changed_at)
    select id, ${own}, '6.3', 'AG am Bruch ' || i, 'FOE:Stufe ' || i, 'Bruch ' || i, ${WHEN}, ${WHEN}
    from ${grown(cells)} ${NOTHING}`.execute(db())
  await sql`insert into cell_software (cell_id, product_id)
    select ${cell}, id from software_products order by id limit ${cells.length} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into concept_projects (concept_id, project_id, competencies, grade_bands, added_at)
    select ${own}, id, '{6.3}', '{9-10}', ${WHEN} from ${grown(ids('project'))} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into concept_version_marks (version_id, competency, grade, subject, source_kind, source_id)
    select c.published_version_id, '6.3', '9', '', 'cell', grown.id from ${grown(cells)}
    join concepts c on c.id = ${own} and c.published_version_id is not null ${NOTHING}`.execute(
    db(),
  )
  const { rows } = await sql<{
    number: number
  }>`select number from lesson_concepts where id = ${lesson}`.execute(db())
  return String(rows[0]?.number ?? 0)
}
