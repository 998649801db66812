import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabWorkshopMaterials } from '#db/types.ts'

/** Who of those with a seat was there; all others of them were not. */
export async function savePresence(workshopId: string, present: string[]): Promise<void> {
  await sql`update lab_seats set was_present = id = any(${present}::uuid[])
    where workshop_id = ${workshopId} and state = 'taken'`.execute(db())
}

type Material = { id: string; title: string; url: string }

export function listMaterials(workshopId: string): Promise<Material[]> {
  return db()
    .selectFrom('labWorkshopMaterials')
    .where('workshopId', '=', workshopId)
    .orderBy('createdAt')
    .orderBy('id')
    .select(['id', 'title', 'url'])
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertMaterial(row: Insertable<LabWorkshopMaterials>) {
  return db()
    .insertInto('labWorkshopMaterials')
    .values(row)
    .onConflict((conflict) => conflict.column('clientKey').doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function removeMaterial(workshopId: string, id: string): Promise<void> {
  await db()
    .deleteFrom('labWorkshopMaterials')
    .where('workshopId', '=', workshopId)
    .where('id', '=', id)
    .execute()
}
