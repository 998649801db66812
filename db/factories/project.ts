import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Projects } from '#db/types.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A planned Vorhaben of a PLG; whoever made it is its author. */
export async function aProject(given: { plgId: string } & Partial<Insertable<Projects>>) {
  const isPublished = given.visibility !== undefined && given.visibility !== 'plg'
  const project = await db()
    .insertInto('projects')
    .values({
      kind: 'teaching_development',
      title: 'Brüche falten',
      summary: 'Lernende falten Papier und zeichnen Anteile auf dem iPad.',
      status: 'planned',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...(isPublished && { publishedAt: LONG_AGO, licence: 'cc_by' }),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (given.createdBy)
    await db()
      .insertInto('projectAuthors')
      .values({ projectId: project.id, personId: given.createdBy })
      .execute()
  return { ...project, param: String(project.number) }
}

type Around = { lead: { id: string }; plg: { id: string }; ids: (kind: string) => string[] }

/**
 * Among the grown things of a neighbourhood: published ones of many PLGs, of which the last ones of its own PLG have as
 * much of everything that belongs to them.
 */
export async function projectsAmong({ lead, plg, ids }: Around): Promise<string> {
  const rows = ids('project')
  const [first = ''] = rows
  const schools = ids('school')
  const people = ids('person')
  const nothing = sql`on conflict do nothing`
  const numbered = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`
  await sql`insert into projects (id, plg_id, kind, title, summary, status, subjects, visibility,
      licence, published_at, created_by, created_at, changed_at, client_key)
    select id, ${plg.id}, 'innovation', 'Bruch ' || i, 'Bruch', 'completed', '{mathematics}', 'public',
      'cc_by', ${LONG_AGO}::timestamptz, ${lead.id}, ${LONG_AGO}::timestamptz,
      ${LONG_AGO}::timestamptz, id from ${numbered(rows)} ${nothing}`.execute(db())
  await sql`insert into project_software (project_id, position, name)
    select ${first}, i, 'Programm ' || i from ${numbered(rows)} ${nothing}`.execute(db())
  await sql`insert into project_classes (project_id, position, school_id, grade_band)
    select ${first}, i, id, '5-6' from ${numbered(schools)} ${nothing}`.execute(db())
  await sql`insert into project_authors (project_id, person_id, name_use)
    select ${first}, id, 'named' from ${numbered(people)} ${nothing}`.execute(db())
  await sql`insert into project_tries (project_id, person_id, shows_name, at)
    select ${first}, id, true, ${LONG_AGO}::timestamptz from ${numbered(people)} ${nothing}`.execute(
    db(),
  )
  await sql`insert into trial_runs (id, project_id, teacher_id, held_on, what, created_at, changed_at,
      client_key)
    select id, ${first}, ${lead.id}, '2026-10-01', 'Gefaltet', ${LONG_AGO}::timestamptz,
      ${LONG_AGO}::timestamptz, id from ${numbered(ids('trial'))} ${nothing}`.execute(db())
  await sql`insert into project_evaluations (project_id, who_learned, changed_at)
    values (${first}, 'Viele', ${LONG_AGO}::timestamptz) ${nothing}`.execute(db())
  await sql`insert into evaluation_evidence (project_id, position, kind, text)
    select ${first}, i, 'observation', 'Gesehen' from ${numbered(rows)} ${nothing}`.execute(db())
  await sql`insert into closing_reports (project_id, one_sentence, recommendation, saved_at)
    values (${first}, 'Es hilft.', 'adopt', ${LONG_AGO}::timestamptz) ${nothing}`.execute(db())
  await sql`insert into transfer_sheets (plg_id, cycle, school_id, take, changed_at)
    select ${plg.id}, 1, id, 'Falten', ${LONG_AGO}::timestamptz from ${numbered(schools)} ${nothing}`.execute(
    db(),
  )
  const row = await db()
    .selectFrom('projects')
    .where('id', '=', first)
    .select(['number', 'title'])
    .executeTakeFirstOrThrow()
  return `${row.number}-bruch-1`
}
