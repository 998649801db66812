import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ProjectTries, Projects } from '#db/types.ts'

/** @returns whether this person did not try it before */
export async function putTry(row: Insertable<ProjectTries>): Promise<boolean> {
  const { isNew } = await db()
    .insertInto('projectTries')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['projectId', 'personId']).doUpdateSet((eb) => ({
        showsName: eb.ref('excluded.showsName'),
        schoolId: eb.ref('excluded.schoolId'),
      })),
    )
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow()
  return isNew
}

export async function removeTry(projectId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('projectTries')
    .where('projectId', '=', projectId)
    .where('personId', '=', personId)
    .execute()
}

type Copy = Pick<Insertable<Projects>, 'plgId' | 'createdBy' | 'createdAt' | 'clientKey' | 'cycle'>

/**
 * A draft with what others may use again: no classes, no dates, no report.
 *
 * @returns undefined when this very form has made it before, or the PLG has a copy that stands
 */
export async function insertCopy(originalId: string, copy: Copy) {
  const { rows } = await sql<{ id: string; number: number; title: string }>`
    insert into projects (plg_id, cycle, kind, title, summary, subjects, grade_bands, competencies,
      dimension, plan_html, plan_words, adopted_from, created_by, created_at, changed_at, client_key)
    select ${copy.plgId}, ${copy.cycle}, kind, title, summary, subjects, grade_bands, competencies,
      dimension, plan_html, plan_words, id, ${copy.createdBy}, ${copy.createdAt}, ${copy.createdAt},
      ${copy.clientKey}
    from projects where id = ${originalId}
    on conflict do nothing returning id, number, title`.execute(db())
  return rows[0]
}

/** Software and equipment come along; whether the software may be used is for the other schools to find out. */
export async function copyParts(from: string, to: string): Promise<void> {
  await sql`insert into project_software (project_id, position, name, purpose, product_id)
    select ${to}::uuid, position, name, purpose, product_id from project_software where project_id = ${from}`.execute(
    db(),
  )
  await sql`insert into project_equipment (project_id, position, name, note)
    select ${to}::uuid, position, name, note from project_equipment where project_id = ${from}`.execute(
    db(),
  )
}
