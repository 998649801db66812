import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ChapterKind, Visibility } from '../../contract.ts'
import type { Context } from '../../reflections/contract.ts'

const reached = (reach: Visibility[]) => sql<string>`any(${reach}::text[])`

/** The parts of a version for a reader with this reach: no others are asked of the database. */
export function listSections(versionId: string, reach: Visibility[]) {
  return db()
    .selectFrom('conceptVersionSections')
    .where('versionId', '=', versionId)
    .where('visibility', '=', reached(reach))
    .select(['id', 'position', 'title', 'html'])
    .select([sql<ChapterKind>`kind`.as('kind'), sql<Visibility>`visibility`.as('visibility')])
    .orderBy('position')
    .execute()
}

/** The same with the texts themselves, for files and comparing. */
export function listTexts(versionId: string, reach: Visibility[]) {
  return db()
    .selectFrom('conceptVersionSections')
    .where('versionId', '=', versionId)
    .where('visibility', '=', reached(reach))
    .select(['id', 'position', 'chapterId', 'kind', 'title', 'content'])
    .orderBy('position')
    .execute()
}

export function listGoals(versionId: string, reach: Visibility[]) {
  return db()
    .selectFrom('conceptVersionGoals')
    .where('versionId', '=', versionId)
    .where('visibility', '=', reached(reach))
    .select(['position', 'goalId', 'title', 'why', 'successSign', 'competencies', 'status'])
    .select(['adoptedSchool', sql<string>`due_on::text`.as('dueOn')])
    .orderBy('position')
    .execute()
}

export type ReflectionRow = Awaited<ReturnType<typeof listReflections>>[number]

export function listReflections(versionId: string, reach: Visibility[]) {
  return db()
    .selectFrom('conceptVersionReflections as v')
    .innerJoin('conceptReflections as r', 'r.id', 'v.reflectionId')
    .where('v.versionId', '=', versionId)
    .where('v.visibility', '=', reached(reach))
    .where('r.whatWeDid', '<>', '')
    .select([
      'r.id',
      'r.whatWeDid',
      'r.use',
      'r.benefit',
      'r.surprise',
      'r.hindrance',
      'r.nextStep',
    ])
    .select(['r.sourceKind', 'r.sourceId', sql<Context>`r.context`.as('context')])
    .select(sql<string>`r.held_on::text`.as('heldOn'))
    .orderBy('r.heldOn', 'desc')
    .orderBy('r.id')
    .execute()
}

/** The section that a copy of a picture hangs on, with what must be known to judge. */
export function findSection(id: string, personId: string | null) {
  return db()
    .selectFrom('conceptVersionSections as s')
    .innerJoin('conceptVersions as v', 'v.id', 's.versionId')
    .innerJoin('concepts as c', 'c.id', 'v.conceptId')
    .leftJoin('concepts as heir', 'heir.id', 'c.succeededBy')
    .where('s.id', '=', id)
    .select(['s.visibility', 'v.status', 'v.scope', 'c.state', 'c.schoolId'])
    .select('heir.schoolId as heirSchoolId')
    .select(
      sql<
        { role: string; subject: string }[]
      >`coalesce((select json_agg(json_build_object('role', p.role,
        'subject', p.subject)) from concept_people p where p.concept_id = c.id and p.person_id = ${personId}::uuid),
        '[]')`.as('own'),
    )
    .executeTakeFirst()
}

/** Versions as lines for the bell and references. */
export function listByIds(ids: string[], personId: string) {
  return db()
    .selectFrom('conceptVersions as v')
    .innerJoin('concepts as c', 'c.id', 'v.conceptId')
    .innerJoin('schools as school', 'school.id', 'c.schoolId')
    .leftJoin('concepts as heir', 'heir.id', 'c.succeededBy')
    .where('v.id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['v.id', 'v.number', 'v.title', 'v.status', 'v.scope', 'c.state', 'c.schoolId'])
    .select(['heir.schoolId as heirSchoolId', 'school.slug', 'school.name as schoolName'])
    .select(
      sql<
        { role: string; subject: string }[]
      >`coalesce((select json_agg(json_build_object('role', p.role,
        'subject', p.subject)) from concept_people p where p.concept_id = c.id and p.person_id = ${personId}::uuid),
        '[]')`.as('own'),
    )
    .execute()
}
