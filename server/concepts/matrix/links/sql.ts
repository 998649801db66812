import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Vorhaben that a concept points at, with where they count in it. */
export const listLinks = (conceptId: string) =>
  db()
    .selectFrom('conceptProjects as k')
    .innerJoin('projects as p', 'p.id', 'k.projectId')
    .where('k.conceptId', '=', conceptId)
    .where('p.deletedAt', 'is', null)
    .orderBy('k.addedAt', 'desc')
    .orderBy('k.projectId')
    .limit(500)
    .select([
      'k.projectId',
      'k.competencies',
      'k.gradeBands',
      'k.subjects',
      'k.lastTaught',
      'k.version',
    ])
    .execute()

export const findLink = (conceptId: string, projectId: string) =>
  db()
    .selectFrom('conceptProjects')
    .where('conceptId', '=', conceptId)
    .where('projectId', '=', projectId)
    .select(['projectId', 'competencies', 'gradeBands', 'subjects', 'lastTaught', 'version'])
    .executeTakeFirst()

/** Points at a Vorhaben where it counts by its own words. @returns whether it is new */
export async function insertLink(of: {
  conceptId: string
  projectId: string
  personId: string
  at: Date
}): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into concept_projects (concept_id, project_id, competencies, grade_bands, subjects, added_by, added_at)
    select ${of.conceptId}, p.id, p.competencies, p.grade_bands, p.subjects, ${of.personId}, ${of.at}
    from projects p where p.id = ${of.projectId}
    on conflict do nothing returning project_id as id`.execute(db())
  return rows.length > 0
}

type Where = {
  competencies: string[]
  gradeBands: string[]
  subjects: string[]
  lastTaught: string | null
}

export async function updateLink(conceptId: string, projectId: string, set: Where): Promise<void> {
  await db()
    .updateTable('conceptProjects')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('conceptId', '=', conceptId)
    .where('projectId', '=', projectId)
    .execute()
}

export async function deleteLink(conceptId: string, projectId: string): Promise<void> {
  await db()
    .deleteFrom('conceptProjects')
    .where('conceptId', '=', conceptId)
    .where('projectId', '=', projectId)
    .execute()
}

/** Vorhaben of PLGs in which the person is, the last changed first; of one competency when it is named. */
export const listOwn = (personId: string, competencies: string[], limit: number) =>
  db()
    .selectFrom('projects as p')
    .where('p.deletedAt', 'is', null)
    .where((eb) =>
      eb(
        'p.plgId',
        'in',
        eb
          .selectFrom('plgMembers')
          .where('personId', '=', personId)
          .where('state', '=', 'active')
          .select('plgId'),
      ),
    )
    .$if(competencies.length > 0, (query) =>
      query.where(sql<boolean>`p.competencies && ${competencies}::text[]`),
    )
    .orderBy('p.changedAt', 'desc')
    .orderBy('p.id')
    .limit(limit)
    .select('p.id')
    .execute()

/** Published ones with one of these competencies. */
export const listPublished = (reach: string[], competencies: string[], limit: number) =>
  db()
    .selectFrom('projects as p')
    .innerJoin('plgs as g', 'g.id', 'p.plgId')
    .where('p.deletedAt', 'is', null)
    .where('g.kind', '<>', 'principals_circle')
    .where(sql<boolean>`p.visibility = any(${reach}::text[]) and p.visibility <> 'plg'`)
    .where(sql<boolean>`p.competencies && ${competencies}::text[]`)
    .orderBy('p.publishedAt', 'desc')
    .orderBy('p.id')
    .limit(limit)
    .select('p.id')
    .execute()

export const findProjectId = (number: number) =>
  db().selectFrom('projects').where('number', '=', number).select('id').executeTakeFirst()
