import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptChapters } from '#db/types.ts'
import type { ChapterKind, ChapterState, Visibility } from '../contract.ts'

export type ChapterRow = Awaited<ReturnType<typeof listChapters>>[number]

const chapters = (conceptId: string) =>
  db()
    .selectFrom('conceptChapters as ch')
    .innerJoin('documents as d', 'd.id', 'ch.documentId')
    .where('ch.conceptId', '=', conceptId)
    .select(['ch.id', 'ch.position', 'ch.title', 'ch.responsibleId', 'ch.documentId', 'ch.version'])
    .select(['d.number', 'd.changedAt', 'ch.deletedAt'])
    .select([
      sql<ChapterKind>`ch.kind`.as('kind'),
      sql<ChapterState>`ch.state`.as('state'),
      sql<Visibility>`ch.visibility`.as('visibility'),
    ])

/** The chapters of a working copy in their order, with the first words of each. */
export function listChapters(conceptId: string) {
  return chapters(conceptId)
    .innerJoin('documentContents as c', 'c.documentId', 'd.id')
    .leftJoin('persons as p', 'p.id', 'ch.responsibleId')
    .where('ch.deletedAt', 'is', null)
    .select(['p.firstName', 'p.lastName'])
    .select(sql<string>`left(c.words, 160)`.as('firstWords'))
    .orderBy('ch.position')
    .orderBy('ch.id')
    .execute()
}

/** A chapter by the number of its document. */
export function findChapter(conceptId: string, number: number) {
  return chapters(conceptId)
    .where('d.number', '=', number)
    .where('ch.deletedAt', 'is', null)
    .executeTakeFirst()
}

/** The same by its id, also a removed one; the concept is locked by whoever asks to change it. */
export function findById(conceptId: string, id: string) {
  return chapters(conceptId).where('ch.id', '=', id).executeTakeFirst()
}

export async function insertChapters(rows: Insertable<ConceptChapters>[]): Promise<void> {
  if (rows.length > 0) await db().insertInto('conceptChapters').values(rows).execute()
}

export async function updateChapter(id: string, set: Updateable<ConceptChapters>): Promise<void> {
  await db()
    .updateTable('conceptChapters')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Numbers the chapters anew, in this order. */
export async function updateOrder(ids: string[]): Promise<void> {
  await sql`update concept_chapters as ch set position = new.place - 1
    from unnest(${ids}::uuid[]) with ordinality as new (id, place)
    where ch.id = new.id and ch.position <> new.place - 1`.execute(db())
}

export async function nextPosition(conceptId: string): Promise<number> {
  const row = await db()
    .selectFrom('conceptChapters')
    .where('conceptId', '=', conceptId)
    .where('deletedAt', 'is', null)
    .select(sql<number>`coalesce(max(position), -1) + 1`.as('next'))
    .executeTakeFirstOrThrow()
  return row.next
}

const STAFF = ['teacher', 'digital_officer', 'first_level_admin', 'principal', 'deputy_principal']

/** Who works at a school now, by name. */
export function listStaff(schoolId: string, at: Date) {
  return db()
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.personId')
    .where('m.schoolId', '=', schoolId)
    .where('m.state', '=', 'confirmed')
    .where('m.role', '=', sql<string>`any(${STAFF}::text[])`)
    .where('m.validFrom', '<=', at)
    .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', at)]))
    .where('p.isActive', '=', true)
    .select(['p.id', 'p.firstName', 'p.lastName'])
    .distinct()
    .orderBy('p.lastName')
    .orderBy('p.firstName')
    .execute()
}

/** Audience: who is still responsible for a chapter that still stands, besides who said so. */
export function responsibleToTell(chapterId: string, actorId: string) {
  return db()
    .selectFrom('conceptChapters')
    .where('id', '=', chapterId)
    .where('deletedAt', 'is', null)
    .where('responsibleId', 'is not', null)
    .where('responsibleId', '<>', actorId)
    .select(sql<string>`responsible_id`.as('personId'))
}
