import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabUnmet } from '#db/types.ts'

export async function insertUnmet(rows: Insertable<LabUnmet>[]): Promise<void> {
  await db().insertInto('labUnmet').values(rows).execute()
}
