import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { PilotReports } from '#db/types.ts'

/** Is this person in the PLG whose Vorhaben it is, and not only as a guest? */
export async function worksIn(projectId: string, personId: string): Promise<boolean> {
  const row = await db()
    .selectFrom('projects as p')
    .innerJoin('plgMembers as m', 'm.plgId', 'p.plgId')
    .where('p.id', '=', projectId)
    .where('m.personId', '=', personId)
    .where('m.state', '=', 'active')
    .where('m.role', 'in', ['lead', 'member'])
    .select('m.id')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false when there is one already */
export async function insertReport(row: Insertable<PilotReports>): Promise<boolean> {
  const made = await db()
    .insertInto('pilotReports')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('releaseId')
    .executeTakeFirst()
  return made !== undefined
}
