import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ExperienceReports } from '#db/types.ts'

const reports = () =>
  db()
    .selectFrom('experienceReports as e')
    .innerJoin('softwareProducts as p', 'p.id', 'e.productId')
    .leftJoin('persons', 'persons.id', 'e.authorId')
    .leftJoin('schools', 'schools.id', 'e.schoolId')
    .select([
      'e.id',
      'e.productId',
      'e.scenarioId',
      'e.authorId',
      'e.schoolId',
      'e.projectId',
      'e.subject',
      'e.gradeBand',
      'e.setting',
      'e.learningEffect',
      'e.effort',
      'e.stability',
      'e.text',
      'e.wouldUseAgain',
      'e.createdAt',
      'e.deletedAt',
      'e.version',
      'p.slug',
      'p.name as product',
      'p.state',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
    ])

export type ExperienceRow = Awaited<ReturnType<typeof listOf>>[number]

export function listOf(productId: string, limit: number, offset = 0) {
  return reports()
    .where('e.productId', '=', productId)
    .where('e.deletedAt', 'is', null)
    .orderBy('e.createdAt', 'desc')
    .orderBy('e.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function listByIds(ids: string[]) {
  return reports()
    .where('e.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('e.deletedAt', 'is', null)
    .execute()
}

export function findReport(id: string) {
  return reports().where('e.id', '=', id).executeTakeFirst()
}

export function findAverages(productId: string) {
  return db()
    .selectFrom('experienceReports')
    .where('productId', '=', productId)
    .where('deletedAt', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`coalesce(avg(learning_effect), 0)::float`.as('learningEffect'),
      sql<number>`coalesce(avg(effort), 0)::float`.as('effort'),
      sql<number>`coalesce(avg(stability), 0)::float`.as('stability'),
      sql<number>`count(*) filter (where would_use_again)`.as('again'),
    ])
    .executeTakeFirstOrThrow()
}

/** From here to the end of the transaction nobody else changes it. */
export async function lockReport(id: string): Promise<void> {
  await db().selectFrom('experienceReports').where('id', '=', id).select('id').forUpdate().execute()
}

/** Nothing happens when this very form was sent before. */
export async function insertReport(row: Insertable<ExperienceReports>): Promise<void> {
  await db()
    .insertInto('experienceReports')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .execute()
}

/** Every change counts on, so that a form made before is outdated. */
export async function updateReport(
  id: string,
  row: Omit<Updateable<ExperienceReports>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('experienceReports')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const MOST_CHOICES = 100

/** What a form of a report offers: uses of the product, and the person's own Vorhaben outside walled groups. */
export async function findChoices(productId: string, personId: string) {
  const { rows } = await sql<{
    uses: { value: string; label: string }[]
    projects: { value: string; label: string }[]
  }>`
    select coalesce((select json_agg(json_build_object('value', s.id, 'label', s.label) order by s.label, s.id)
        from software_scenarios s where s.product_id = ${productId}), '[]') as uses,
      coalesce((select json_agg(json_build_object('value', x.id, 'label', x.title) order by x.title, x.id) from (
        select p.id, p.title from project_authors a join projects p on p.id = a.project_id
        join plgs on plgs.id = p.plg_id and plgs.kind not in ('supervision', 'principals_circle')
        where a.person_id = ${personId} and p.deleted_at is null
        order by p.changed_at desc limit ${MOST_CHOICES}) x), '[]') as projects`.execute(db())
  return rows[0] ?? { uses: [], projects: [] }
}
