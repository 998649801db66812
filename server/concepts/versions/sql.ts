import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type {
  ConceptResolutions,
  ConceptVersionGoals,
  ConceptVersionMarks,
  ConceptVersionPictures,
  ConceptVersionReflections,
  Concepts,
  ConceptVersions,
  ConceptVersionSections,
} from '#db/types.ts'
import type { VersionStatus, Visibility } from '../contract.ts'
import type { Resolution } from './contract.ts'

export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number]

const resolutionsOf = sql<Resolution[]>`coalesce((
  select json_agg(json_build_object('id', r.id, 'body', r.body, 'heldOn', r.held_on::text, 'result', r.result,
    'note', r.note) order by r.held_on, r.body)
  from concept_resolutions r where r.version_id = v.id), '[]')`

const versions = () =>
  db()
    .selectFrom('conceptVersions as v')
    .select([
      'v.id',
      'v.conceptId',
      'v.number',
      'v.label',
      'v.changeNote',
      'v.schoolName',
      'v.schoolForm',
      'v.title',
      'v.fileId',
      'v.createdAt',
      'v.publishedAt',
      'v.withdrawnAt',
      'v.withdrawnReason',
      sql<VersionStatus>`v.status`.as('status'),
      sql<'network' | 'public' | null>`v.scope`.as('scope'),
      resolutionsOf.as('resolutions'),
    ])

/** All versions of a concept, the youngest first. */
export function listVersions(conceptId: string) {
  return versions()
    .leftJoin('persons as p', 'p.id', 'v.createdBy')
    .where('v.conceptId', '=', conceptId)
    .select(['p.firstName', 'p.lastName'])
    .orderBy('v.number', 'desc')
    .execute()
}

/** A version with what its page needs: which one is current, and who reads the chapter about the framework. */
export function findVersion(conceptId: string, which: number | 'current') {
  const query = versions()
    .innerJoin('concepts as c', 'c.id', 'v.conceptId')
    .where('v.conceptId', '=', conceptId)
    .select((eb) => [
      eb
        .selectFrom('conceptVersions as current')
        .whereRef('current.id', '=', 'c.publishedVersionId')
        .select('current.number')
        .as('currentNumber'),
      eb
        .selectFrom('conceptVersionSections as s')
        .whereRef('s.versionId', '=', 'v.id')
        .where('s.kind', '=', 'mkr_coverage')
        .select(sql<Visibility>`s.visibility`.as('visibility'))
        .orderBy('s.position')
        .limit(1)
        .as('matrixVisibility'),
    ])
  const found =
    which === 'current'
      ? query.whereRef('v.id', '=', 'c.publishedVersionId')
      : query.where('v.number', '=', which)
  return found.executeTakeFirst()
}

/** The version that this form has made, of whatever concept. */
export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('conceptVersions')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['conceptId', 'number'])
    .executeTakeFirst()
}

type NewVersion = Omit<Insertable<ConceptVersions>, 'number' | 'basedOn'>

/** The caller holds the concept's row, so that numbers have no gap. Number 0 is the file a school came with. */
export async function insertVersion(row: NewVersion): Promise<{ id: string; number: number }> {
  const latest = sql`select number, id from concept_versions where concept_id = ${row.conceptId}
    order by number desc limit 1`
  return db()
    .insertInto('conceptVersions')
    .values({
      ...row,
      number: sql<number>`coalesce((select number from (${latest}) as l), 0) + 1`,
      basedOn: sql<string | null>`(select id from (${latest}) as l)`,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** PostgreSQL takes 65,535 values with one statement. */
const AT_ONCE = 4000

export async function insertParts(parts: {
  sections: Insertable<ConceptVersionSections>[]
  pictures: Insertable<ConceptVersionPictures>[]
  goals: Insertable<ConceptVersionGoals>[]
  marks: Insertable<ConceptVersionMarks>[]
  reflections: Insertable<ConceptVersionReflections>[]
}): Promise<void> {
  const { sections, pictures, goals, marks, reflections } = parts
  for (const some of pieces(sections))
    await db().insertInto('conceptVersionSections').values(some).execute()
  for (const some of pieces(pictures))
    await db().insertInto('conceptVersionPictures').values(some).execute()
  for (const some of pieces(goals))
    await db().insertInto('conceptVersionGoals').values(some).execute()
  for (const some of pieces(marks))
    await db().insertInto('conceptVersionMarks').values(some).execute()
  for (const some of pieces(reflections))
    await db().insertInto('conceptVersionReflections').values(some).execute()
}

function* pieces<Row>(rows: Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE)
}

/** @returns false when this very resolution is there already */
export async function insertResolution(row: Insertable<ConceptResolutions>): Promise<boolean> {
  const made = await db()
    .insertInto('conceptResolutions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['versionId', 'body', 'heldOn']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function deleteResolution(versionId: string, id: string): Promise<void> {
  await db()
    .deleteFrom('conceptResolutions')
    .where('versionId', '=', versionId)
    .where('id', '=', id)
    .execute()
}

type Publication = Pick<
  Insertable<ConceptVersions>,
  'status' | 'scope' | 'publishedAt' | 'publishedBy' | 'withdrawnAt' | 'withdrawnReason'
>

export async function updatePublication(id: string, set: Partial<Publication>): Promise<void> {
  await db().updateTable('conceptVersions').set(set).where('id', '=', id).execute()
}

/** The youngest published version is the one that the concept's own address shows. */
export async function updateCurrent(conceptId: string): Promise<void> {
  await sql`update concepts set published_version_id = (select id from concept_versions
      where concept_id = ${conceptId} and status = 'published' order by number desc limit 1)
    where id = ${conceptId}`.execute(db())
}

export async function updateSubmission(
  conceptId: string,
  set: Partial<
    Pick<Insertable<Concepts>, 'submittedAt' | 'submittedBy' | 'submittedNote' | 'returnedNote'>
  >,
): Promise<void> {
  await db().updateTable('concepts').set(set).where('id', '=', conceptId).execute()
}

/** Copies of pictures by the picture of the chapter, of these sections. */
export async function listPictures(sectionIds: string[]): Promise<Map<string, string>> {
  const rows = await db()
    .selectFrom('conceptVersionPictures')
    .where('sectionId', '=', sql<string>`any(${sectionIds}::uuid[])`)
    .select(['fileId', 'copyId'])
    .execute()
  return new Map(rows.map(({ fileId, copyId }) => [fileId, copyId]))
}
