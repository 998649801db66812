import { sql } from 'kysely'
import { db } from '#db/client.ts'

const examples = (reach: string[]) =>
  db()
    .selectFrom('concepts as c')
    .innerJoin('conceptVersions as v', 'v.id', 'c.publishedVersionId')
    .innerJoin('conceptVersionSections as s', 's.versionId', 'v.id')
    .innerJoin('schools', 'schools.id', 'c.schoolId')
    .where('v.status', '=', 'published')
    // The narrower of what the version and the part say.
    .where('v.scope', '=', sql<string>`any(${reach}::text[])`)
    .where('s.visibility', '=', sql<string>`any(${reach}::text[])`)
    .select(['v.id as versionId', 'v.number', 'v.schoolName', 'v.schoolForm', 'v.publishedAt'])
    .select(['s.position', 's.title', 's.html', 's.content', 'schools.slug as schoolSlug'])

export type ExampleRow = Awaited<ReturnType<typeof listExamples>>[number]

/** Published chapters of this kind of other schools that are read so far; those of the same Schulform first. */
export function listExamples(
  of: { conceptId: string; kind: string; form: string; reach: string[] },
  limit: number,
) {
  return examples(of.reach)
    .where('c.id', '<>', of.conceptId)
    .where('s.kind', '=', of.kind)
    .where('s.words', '<>', '')
    .orderBy(sql`v.school_form = ${of.form}`, 'desc')
    .orderBy('v.publishedAt', 'desc')
    .orderBy('v.id')
    .orderBy('s.position')
    .limit(limit)
    .execute()
}

export function findExample(of: { versionId: string; position: number; reach: string[] }) {
  return examples(of.reach)
    .where('v.id', '=', of.versionId)
    .where('s.position', '=', of.position)
    .executeTakeFirst()
}
