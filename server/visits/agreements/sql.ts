import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { MemberOf } from '#server/plg/policy.ts'

/** Who can give or make a visit: members who are in for a school. */
export function listMembers({ plgId }: MemberOf) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .innerJoin('schools', 'schools.id', 'plgMembers.schoolId')
    .where('plgMembers.plgId', '=', plgId)
    .where('plgMembers.state', '=', 'active')
    .where('plgMembers.role', 'in', ['lead', 'member'])
    .select([
      'plgMembers.personId',
      'persons.firstName',
      'persons.lastName',
      'schools.id as schoolId',
      'schools.name as school',
    ])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}

/** Does one of these lead that school? */
export async function isHeadAmong(
  schoolId: string,
  personIds: string[],
  now: Date,
): Promise<boolean> {
  const found = await db()
    .selectFrom('memberships')
    .where('schoolId', '=', schoolId)
    .where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('role', 'in', ['principal', 'deputy_principal'])
    .where('state', '=', 'confirmed')
    .where('validFrom', '<=', now)
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
    .select('personId')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
