import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Everybody who works at the desk of the SMZ at this moment, as an audience. */
export function listStaff(now: Date) {
  return db()
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.personId')
    .where('persons.isActive', '=', true)
    .where('memberships.schoolId', 'is', null)
    .where('memberships.role', '=', 'smz_staff')
    .where('memberships.state', '=', 'confirmed')
    .where('memberships.validFrom', '<=', now)
    .where((eb) =>
      eb.or([eb('memberships.validUntil', 'is', null), eb('memberships.validUntil', '>', now)]),
    )
    .select('persons.id as personId')
}

/** What waits at the desk, in one query. */
export async function countOpen(): Promise<{ reports: number; barriers: number }> {
  const { rows } = await sql<{ reports: number; barriers: number }>`select
    (select count(*) from reports where handled_at is null) as reports,
    (select count(*) from barrier_reports where handled_at is null) as barriers`.execute(db())
  return rows[0] ?? { reports: 0, barriers: 0 }
}
