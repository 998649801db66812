import { sql } from 'kysely'
import { db } from '#db/client.ts'

const WHEN = sql`'2026-09-01T08:00:00Z'::timestamptz`

type Around = { school: { id: string }; ids: (kind: string) => string[] }

/** Among the grown things of a neighbourhood: files that were read for the concept of its school. @returns a chapter's number */
export async function importsAmong({ school, ids }: Around): Promise<number> {
  const all = ids('concept-import')
  await sql`insert into concept_imports (id, concept_id, file_name, kind, state, progress, pieces, created_at, changed_at,
      client_key)
    select i.id, c.id, 'Konzept.docx', 'docx', 'read', 100, '[]', ${WHEN}, ${WHEN}, i.id
    from unnest(${all}::uuid[]) as i (id), concepts c where c.school_id = ${school.id} and c.state = 'active'
    on conflict do nothing`.execute(db())
  const row = await db()
    .selectFrom('conceptChapters as ch')
    .innerJoin('documents as d', 'd.id', 'ch.documentId')
    .innerJoin('concepts as c', 'c.id', 'ch.conceptId')
    .where('c.schoolId', '=', school.id)
    .where('ch.deletedAt', 'is', null)
    .select('d.number')
    .orderBy('ch.position')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}
