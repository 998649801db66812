import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { idOf } from './neighbourhood.ts'

const WHEN = sql`'2026-09-01T08:00:00Z'::timestamptz`
const NOTHING = sql`on conflict do nothing`
const TEXT = JSON.stringify({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wir lernen gemeinsam' }] }],
})
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`
const first = idOf('concept-version', 1)
const second = idOf('concept-version', 2)

type Around = { school: { id: string }; ids: (kind: string) => string[] }

/**
 * Among the grown things of a neighbourhood: chapters of the concept of its school, two published versions with as many
 * parts of every kind, and so many more that are only frozen.
 */
export async function conceptVersionsAmong({ school, ids }: Around): Promise<void> {
  await sql`insert into concepts (school_id, title, created_at, changed_at, client_key)
    values (${school.id}, 'Konzept', ${WHEN}, ${WHEN}, ${first}) ${NOTHING}`.execute(db())
  const own = sql`(select id from concepts where school_id = ${school.id} and state = 'active')`
  const chapters = ids('concept-chapter')
  await sql`insert into documents (id, concept_id, title, created_at, changed_at, client_key)
    select id, ${own}, 'Kapitel ' || i, ${WHEN}, ${WHEN}, id from ${grown(chapters)} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into document_contents (document_id, state, content, html, words)
    select id, '\\x0000'::bytea, ${TEXT}::jsonb, '<p>Wir lernen gemeinsam</p>', 'Wir lernen gemeinsam'
    from ${grown(chapters)} ${NOTHING}`.execute(db())
  await sql`insert into concept_chapters (id, concept_id, kind, position, title, document_id, created_at, changed_at)
    select id, ${own}, 'free', i, 'Kapitel ' || i, id, ${WHEN}, ${WHEN} from ${grown(chapters)} ${NOTHING}`.execute(
    db(),
  )
  const all = [...new Set([first, second, ...ids('concept-version')])]
  await sql`insert into concept_versions (id, concept_id, number, change_note, school_name, school_form, title,
      created_at, client_key, status, scope, published_at)
    select id, ${own}, i, 'Neu', 'Schule', 'comprehensive', 'Konzept', ${WHEN}, id,
      case when i < 3 then 'published' else 'frozen' end, case when i < 3 then 'public' end,
      case when i < 3 then ${WHEN} end
    from ${grown(all)} ${NOTHING}`.execute(db())
  await sql`update concepts set published_version_id = ${second}, submitted_at = ${WHEN} where id = ${own}`.execute(
    db(),
  )
  for (const version of [first, second]) await partsOf(version, ids)
}

async function partsOf(version: string, ids: Around['ids']): Promise<void> {
  const many = ids('concept-part')
  await sql`insert into concept_version_sections (version_id, position, chapter_id, kind, title, visibility, content,
      html, words)
    select ${version}, i, id, 'free', 'Kapitel ' || i || case when ${version} = ${second} then ' neu' else '' end,
      'public', ${TEXT}::jsonb, '<p>Wir lernen gemeinsam</p>', 'Wir lernen gemeinsam' from ${grown(many)} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into concept_version_goals (version_id, position, title, due_on, status, visibility)
    select ${version}, i, 'Ziel ' || i, '2027-01-29', 'active', 'public' from ${grown(many)} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into concept_version_marks (version_id, competency, grade, source_kind, source_id)
    select ${version}, '1.1', '5-6', 'project', id from ${grown(ids('project'))} ${NOTHING}`.execute(
    db(),
  )
}

/** The ids of sections that pictures hang on. */
export async function sectionIds(): Promise<string[]> {
  const rows = await db()
    .selectFrom('conceptVersionSections')
    .where('versionId', '=', first)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
