import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { idOf } from './neighbourhood.ts'

type Around = { lead: { id: string }; ids: (kind: string) => string[] }

const LONG_AGO = sql`timestamptz '2026-09-01T08:00:00Z'`
const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`

/**
 * In a neighbourhood: each of the grown schools has published its concept ('published-concept', 'published-version')
 * with chapters, a goal and marks; the first has as many of all. Network goals ('aim') at which these point.
 *
 * @returns the address of the first goal of the first school, and the number of the first network goal
 */
export async function publishedAmong({ lead, ids }: Around) {
  const [concepts, versions, aims] = [
    ids('published-concept'),
    ids('published-version'),
    ids('aim'),
  ]
  await sql`insert into network_goals (id, kind, title, state, valid_from, created_by, created_at, changed_at, client_key)
    select id, case when i % 2 = 1 then 'network' else 'strategic' end, 'Ziel am Bruch ' || i, 'in_force', '2026-08-01',
      ${lead.id}, ${LONG_AGO}, ${LONG_AGO}, id from ${grown(aims)} ${NOTHING}`.execute(db())
  await sql`insert into concepts (id, school_id, title, created_at, changed_at, client_key)
    select concept, s.id, 'Konzept am Bruch ' || i, ${LONG_AGO}, ${LONG_AGO}, concept
    from unnest(${concepts}::uuid[], ${ids('school')}::uuid[]) with ordinality as pairs (concept, school, i)
    join schools s on s.id = pairs.school ${NOTHING}`.execute(db())
  await sql`insert into concept_versions (id, concept_id, number, status, scope, change_note, school_name, school_form,
      title, created_at, published_at, client_key)
    select version, concept, 1, 'published', 'public', 'Neu', 'Schule', 'primary', 'Konzept am Bruch', ${LONG_AGO},
      ${LONG_AGO}, version
    from unnest(${concepts}::uuid[], ${versions}::uuid[]) as pairs (concept, version)
    where exists (select from concepts c where c.id = concept) ${NOTHING}`.execute(db())
  await sql`update concepts c set published_version_id = v.id from concept_versions v
    where v.concept_id = c.id and v.id = any(${versions}::uuid[]) and c.published_version_id is null`.execute(
    db(),
  )
  await parts(versions, ids('published-goal'))
  const { rows } = await sql<{ aim: number; slug: string }>`select
    (select number from network_goals where id = ${idOf('aim', 1)}) as aim,
    (select s.slug from concepts c join schools s on s.id = c.school_id where c.id = ${idOf('published-concept', 1)}) as slug`.execute(
    db(),
  )
  return { aim: String(rows[0]?.aim ?? 0), slug: rows[0]?.slug ?? '' }
}

async function parts(versions: string[], goals: string[]): Promise<void> {
  const there = sql`exists (select from concept_versions v where v.id = version)`
  const [first = ''] = versions
  await sql`insert into concept_version_sections (version_id, position, kind, title, visibility, content, html, words)
    select version, place, 'free', 'Kapitel ' || place, 'public', '{"type":"doc"}'::jsonb, '<p>Bruch</p>', 'Ein Bruch im Kapitel'
    from unnest(${versions}::uuid[]) version, generate_series(0, 1) place where ${there}
    union all
    select ${first}::uuid, i + 1, 'free', 'Mehr ' || i, 'public', '{"type":"doc"}'::jsonb, '<p>Bruch</p>', 'Noch ein Bruch'
    from ${grown(versions)} where exists (select from concept_versions v where v.id = ${first}) ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into concept_goals (id, concept_id, title, from_school_year, from_half, due_on, created_at, changed_at,
      client_key)
    select grown.id, v.concept_id, 'Bruch erklären ' || i, '2026/27', 1, '2027-01-31', ${LONG_AGO}, ${LONG_AGO}, grown.id
    from ${grown(goals)} join concept_versions v on v.id = ${first} ${NOTHING}`.execute(db())
  await sql`insert into concept_version_goals (version_id, position, goal_id, title, due_on, status, visibility,
      network_goal_id, competencies, dimension)
    select version, 0, case when version = ${first} then ${goals[0]}::uuid end, 'Bruch erklären', '2027-01-31',
      'active', 'public', ${idOf('aim', 1)}::uuid, '{4.1}', 'teaching'
    from unnest(${versions}::uuid[]) version where ${there} ${NOTHING}`.execute(db())
  await sql`insert into concept_version_marks (version_id, competency, grade, subject, source_kind, source_id)
    select version, '4.1', '5', 'german', 'cell', version from unnest(${versions}::uuid[]) version
    where ${there} ${NOTHING}`.execute(db())
}
