import { db } from '#db/client.ts'

/** People the SMZ may send: its own and the PLG facilitators, confirmed now. */
export function listFacilitators(now: Date) {
  return db()
    .selectFrom('persons')
    .where('persons.isActive', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('memberships')
          .whereRef('memberships.personId', '=', 'persons.id')
          .where('memberships.schoolId', 'is', null)
          .where('memberships.role', 'in', ['facilitator', 'smz_staff', 'media_advisor'])
          .where('memberships.state', '=', 'confirmed')
          .where('memberships.validFrom', '<=', now)
          .where((or) =>
            or.or([
              or('memberships.validUntil', 'is', null),
              or('memberships.validUntil', '>', now),
            ]),
          )
          .select('memberships.id'),
      ),
    )
    .select(['persons.id', 'persons.firstName', 'persons.lastName'])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}
