import { sql } from 'kysely'
import { db } from '#db/client.ts'

const MOST = 300

/** Schools whose published concept, with its chapter about the framework, is read as widely as `reach` says. */
export function listCompared(reach: string[]) {
  return db()
    .selectFrom('concepts as c')
    .innerJoin('conceptVersions as v', 'v.id', 'c.publishedVersionId')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .where('c.state', '=', 'active')
    .where('v.status', '=', 'published')
    .where('v.scope', '=', sql<string>`any(${reach}::text[])`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('conceptVersionSections as p')
            .whereRef('p.versionId', '=', 'v.id')
            .where('p.kind', '=', 'mkr_coverage')
            .where(sql<boolean>`p.visibility <> all(${reach}::text[])`)
            .select('p.versionId'),
        ),
      ),
    )
    .select([
      'v.id as versionId',
      'v.number',
      's.slug',
      'v.schoolName as name',
      'v.schoolForm as form',
    ])
    .orderBy('v.schoolName')
    .orderBy('s.slug')
    .limit(MOST)
    .execute()
}
