import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Audience: everybody who holds one of these network roles at this moment. */
export function holdersOf(roles: readonly string[], now: Date) {
  return db()
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.personId')
    .where('persons.isActive', '=', true)
    .where('memberships.schoolId', 'is', null)
    .where('memberships.role', 'in', roles)
    .where('memberships.state', '=', 'confirmed')
    .where('memberships.validFrom', '<=', now)
    .where((eb) =>
      eb.or([eb('memberships.validUntil', 'is', null), eb('memberships.validUntil', '>', now)]),
    )
    .select('persons.id as personId')
}

/** Audience: who leads the school at this moment. */
export function headsOf(applicationId: string, now: Date) {
  return db()
    .selectFrom('fundingApplications as a')
    .innerJoin('memberships as m', 'm.schoolId', 'a.schoolId')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .where('a.id', '=', applicationId)
    .where('persons.isActive', '=', true)
    .where('m.role', 'in', ['principal', 'deputy_principal'])
    .where('m.state', '=', 'confirmed')
    .where('m.validFrom', '<=', now)
    .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', now)]))
    .select('persons.id as personId')
}

/** Audience: who speaks for the PLG. */
export function leadsOf(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('state', '=', 'active')
    .where('role', '=', 'lead')
    .select('personId')
}

/** Audience: who speaks for the PLG, and who asked, when they are still inside. */
export function askersOf(requestId: string) {
  return db()
    .selectFrom('supportRequests as r')
    .innerJoin('plgMembers as m', 'm.plgId', 'r.plgId')
    .where('r.id', '=', requestId)
    .where('m.state', '=', 'active')
    .where((eb) => eb.or([eb('m.role', '=', 'lead'), eb('m.personId', '=', eb.ref('r.createdBy'))]))
    .select('m.personId')
}

/** Audience: who has taken the request over. */
export function handlerOf(requestId: string) {
  return db()
    .selectFrom('supportRequests')
    .where('id', '=', requestId)
    .where('handledBy', 'is not', null)
    .select(sql<string>`handled_by`.as('personId'))
}

/** What waits, in one query: requests at these addressees, applications to decide, queries to those who lead. */
export async function countWaiting(personId: string, addressees: string[], decides: boolean) {
  const { rows } = await sql<{ requests: number; applications: number; queries: number }>`select
    (select count(*) from support_requests where addressee = any(${addressees}::text[]) and state = 'open') as requests,
    (select count(*) from funding_applications a where ${decides}::boolean and a.state in ('submitted', 'in_review', 'accounted')
      and not exists (select from plg_members m where m.plg_id = a.plg_id and m.person_id = ${personId}::uuid
        and m.state = 'active')) as applications,
    (select count(*) from plg_members m join funding_applications a on a.plg_id = m.plg_id
      where m.person_id = ${personId}::uuid and m.state = 'active' and m.role = 'lead'
        and a.state = 'queries') as queries`.execute(db())
  return rows[0] ?? { requests: 0, applications: 0, queries: 0 }
}
