import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { SchoolFreeDays } from '#db/types.ts'
import type { LocalDay } from './contract.ts'

/** From here to the end of the transaction nobody else changes the days of this school. */
export async function lockSchool(schoolId: string): Promise<void> {
  await db().selectFrom('schools').where('id', '=', schoolId).select('id').forUpdate().execute()
}

export function listOfSchool(schoolId: string, from: LocalDay, to: LocalDay) {
  return db()
    .selectFrom('schoolFreeDays')
    .where('schoolId', '=', schoolId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(['day', 'name'])
    .orderBy('schoolFreeDays.day')
    .execute()
}

/** The days of several schools between two days, with their names. */
export function listOfSchools(schoolIds: string[], from: LocalDay, to: LocalDay) {
  return db()
    .selectFrom('schoolFreeDays')
    .innerJoin('schools', 'schools.id', 'schoolFreeDays.schoolId')
    .where('schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select([
      'schoolFreeDays.day',
      'schoolFreeDays.name',
      'schoolFreeDays.schoolId',
      'schools.name as school',
    ])
    .orderBy('schoolFreeDays.day')
    .orderBy('schools.name')
    .execute()
}

export async function saveDay(row: Insertable<SchoolFreeDays>): Promise<void> {
  await db()
    .insertInto('schoolFreeDays')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'day']).doUpdateSet({ name: row.name, setBy: row.setBy }),
    )
    .execute()
}

/** @returns the name it had, or undefined when there was none */
export function removeDay(schoolId: string, day: LocalDay) {
  return db()
    .deleteFrom('schoolFreeDays')
    .where('schoolId', '=', schoolId)
    .where('day', '=', day)
    .returning('name')
    .executeTakeFirst()
}
