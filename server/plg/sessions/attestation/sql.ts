import { db } from '#db/client.ts'

/** The PLG, when this person is or was in it. */
export function findPlg(slug: string, personId: string) {
  return db()
    .selectFrom('plgs')
    .where('plgs.slug', '=', slug)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('plgMembers')
          .whereRef('plgMembers.plgId', '=', 'plgs.id')
          .where('plgMembers.personId', '=', personId)
          .where('plgMembers.state', 'in', ['active', 'left'])
          .select('plgMembers.id'),
      ),
    )
    .select(['plgs.id', 'plgs.slug', 'plgs.title'])
    .executeTakeFirst()
}

/** The meetings at which this person was, and nobody else's. */
export function listAttended(plgId: string, personId: string, now: Date) {
  return db()
    .selectFrom('plgSessionPeople')
    .innerJoin('plgSessions', 'plgSessions.id', 'plgSessionPeople.sessionId')
    .where('plgSessionPeople.personId', '=', personId)
    .where('plgSessionPeople.isPresent', '=', true)
    .where('plgSessions.plgId', '=', plgId)
    .where('plgSessions.state', '<>', 'cancelled')
    .where('plgSessions.startsAt', '<=', now)
    .select([
      'plgSessions.number',
      'plgSessions.title',
      'plgSessions.startsAt',
      'plgSessions.endsAt',
    ])
    .orderBy('plgSessions.startsAt')
    .execute()
}
