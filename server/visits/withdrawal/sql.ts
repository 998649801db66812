import { sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'

/** Where somebody taught or worked along, and does not any more. */
export type Place = { plgId: string } | { schoolId: string }

/** Is the person there now? */
export async function isThere(personId: string, place: Place, now: Date): Promise<boolean> {
  const found = await ('plgId' in place
    ? db()
        .selectFrom('plgMembers')
        .where('personId', '=', personId)
        .where('plgId', '=', place.plgId)
        .where('state', '=', 'active')
        .select('id')
        .executeTakeFirst()
    : db()
        .selectFrom('memberships')
        .where('personId', '=', personId)
        .where('schoolId', '=', place.schoolId)
        .where('state', '=', 'confirmed')
        .where('validFrom', '<=', now)
        .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
        .select('id')
        .limit(1)
        .executeTakeFirst())
  return found !== undefined
}

/** Hosts with something open at a school at which they have had no role since then. */
export function listGone(since: Date) {
  const hasGone = (host: string, school: string) =>
    sql<SqlBool>`not exists (select from memberships m where m.person_id = ${sql.ref(host)}
      and m.school_id = ${sql.ref(school)} and m.state in ('confirmed', 'ended')
      and (m.valid_until is null or m.valid_until > ${since}::timestamptz))`
  return db()
    .selectFrom('classroomOffers')
    .where('state', '=', 'open')
    .where(hasGone('classroom_offers.host_id', 'classroom_offers.school_id'))
    .select(['hostId as personId', 'schoolId'])
    .union(
      db()
        .selectFrom('classroomVisits')
        .where('state', '=', 'requested')
        .where('deletedAt', 'is', null)
        .where('hostId', 'is not', null)
        .where(hasGone('classroom_visits.host_id', 'classroom_visits.host_school_id'))
        .select(['hostId as personId', 'hostSchoolId as schoolId'])
        .$narrowType<{ personId: string }>(),
    )
    .limit(100)
    .execute()
}

/** Open offers of a host there; until the transaction ends nobody asks for their slots. */
export function lockOffers(personId: string, place: Place) {
  return db()
    .selectFrom('classroomOffers')
    .where('hostId', '=', personId)
    .where('state', '=', 'open')
    .where('plgId' in place ? 'plgId' : 'schoolId', '=', idOf(place))
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Requests that a host there has not answered. */
export function lockRequests(personId: string, place: Place) {
  return db()
    .selectFrom('classroomVisits')
    .where('hostId', '=', personId)
    .where('state', '=', 'requested')
    .where('deletedAt', 'is', null)
    .where('plgId' in place ? 'plgId' : 'hostSchoolId', '=', idOf(place))
    .select(['id', 'slotId'])
    .orderBy('id')
    .forUpdate()
    .execute()
}

const idOf = (place: Place) => ('plgId' in place ? place.plgId : place.schoolId)
