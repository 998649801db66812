import { db } from '#db/client.ts'

/** The newest state that an imported text has replaced, with what was said about the import. */
export function findLastImport(documentId: string) {
  return db()
    .selectFrom('documentVersions')
    .where('documentId', '=', documentId)
    .where('kind', '=', 'before_import')
    .select(['number', 'report'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
