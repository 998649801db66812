import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptCells } from '#db/types.ts'
import type { Level, Status } from './contract.ts'

const cells = () =>
  db()
    .selectFrom('conceptCells as c')
    .select([
      'c.id',
      'c.conceptId',
      'c.competency',
      'c.subject',
      'c.gradeLevel',
      'c.isBinding',
      'c.unit',
      'c.technology',
      'c.teacherSkills',
      'c.priorKnowledge',
      'c.confirmedOn',
      'c.lastTaught',
      'c.version',
      sql<Level>`c.level`.as('level'),
      sql<Status>`c.status`.as('status'),
    ])

export const findCell = (id: string) =>
  cells().where('c.id', '=', id).where('c.deletedAt', 'is', null).executeTakeFirst()

/** One that was deleted, for bringing it back. */
export const findDeleted = (id: string) =>
  cells().where('c.id', '=', id).where('c.deletedAt', 'is not', null).executeTakeFirst()

export const PAGE = 100

/** Entries of a concept by subject, competency and grade; of one subject when it is named. */
export const listCells = (conceptId: string, subject: string, offset: number) =>
  cells()
    .where('c.conceptId', '=', conceptId)
    .where('c.deletedAt', 'is', null)
    .$if(subject !== '', (query) => query.where('c.subject', '=', subject))
    .orderBy('c.subject')
    .orderBy('c.competency')
    .orderBy('c.gradeLevel')
    .limit(PAGE)
    .offset(offset)
    .execute()

/** How many entries each subject has. */
export const countCells = (conceptId: string) =>
  db()
    .selectFrom('conceptCells')
    .where('conceptId', '=', conceptId)
    .where('deletedAt', 'is', null)
    .groupBy('subject')
    .orderBy('subject')
    .select((eb) => ['subject', eb.fn.countAll<number>().as('count')])
    .execute()

/** What a cell is linked with. */
export async function findLinks(cellId: string) {
  const [lessons, software] = await Promise.all([
    db()
      .selectFrom('cellLessons as k')
      .where('k.cellId', '=', cellId)
      .select('k.lessonId')
      .execute(),
    db()
      .selectFrom('cellSoftware as k')
      .innerJoin('softwareProducts as p', 'p.id', 'k.productId')
      .where('k.cellId', '=', cellId)
      .orderBy('p.name')
      .select(['p.id', 'p.name'])
      .execute(),
  ])
  return { lessonIds: lessons.map(({ lessonId }) => lessonId), software }
}

/** Lesson concepts of the school that colleagues read, to be linked. */
export const listLinkable = (schoolId: string) =>
  db()
    .selectFrom('lessonConcepts')
    .where('schoolId', '=', schoolId)
    .where('deletedAt', 'is', null)
    .where('visibility', 'in', ['school', 'network', 'public'])
    .orderBy('title')
    .orderBy('id')
    .limit(200)
    .select(['id', 'title'])
    .execute()

/** The database is the referee: what there is already stays. @returns the ids of the new ones */
export async function insertCells(rows: Insertable<ConceptCells>[]): Promise<string[]> {
  const made = await db()
    .insertInto('conceptCells')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}

export async function updateCell(id: string, set: Updateable<ConceptCells>): Promise<void> {
  await db()
    .updateTable('conceptCells')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function isTaken(
  of: { conceptId: string; competency: string; subject: string; gradeLevel: string },
  besides: string,
): Promise<boolean> {
  const found = await db()
    .selectFrom('conceptCells')
    .where('conceptId', '=', of.conceptId)
    .where('competency', '=', of.competency)
    .where('subject', '=', of.subject)
    .where('gradeLevel', '=', of.gradeLevel)
    .where('id', '<>', besides)
    .where('deletedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** Links of these cells anew. */
export async function replaceLinks(cellIds: string[], lessonIds: string[], productIds: string[]) {
  const these = sql<string>`any(${cellIds}::uuid[])`
  await db().deleteFrom('cellLessons').where('cellId', '=', these).execute()
  await db().deleteFrom('cellSoftware').where('cellId', '=', these).execute()
  await sql`insert into cell_lessons (cell_id, lesson_id)
    select c, l from unnest(${cellIds}::uuid[]) c, unnest(${lessonIds}::uuid[]) l`.execute(db())
  await sql`insert into cell_software (cell_id, product_id)
    select c, p from unnest(${cellIds}::uuid[]) c, unnest(${productIds}::uuid[]) p`.execute(db())
}

/** What of a subject is tried or established was taught in this school year too. @returns how many entries */
export async function confirmSubject(
  of: { conceptId: string; subject: string },
  to: { schoolYear: string; day: string; by: string; at: Date },
): Promise<number> {
  const rows = await db()
    .updateTable('conceptCells')
    .set((eb) => ({
      lastTaught: to.schoolYear,
      confirmedOn: to.day,
      changedBy: to.by,
      changedAt: to.at,
      version: eb('version', '+', 1),
    }))
    .where('conceptId', '=', of.conceptId)
    .where('subject', '=', of.subject)
    .where('status', 'in', ['tried', 'established'])
    .where('deletedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}
