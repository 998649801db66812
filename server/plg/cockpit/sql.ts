import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Joining, Kind, Phase, PlgRole, SeatState } from '../contract.ts'

/** Running PLGs in which the person sits as facilitator, with dates and sums that are about the PLG alone. */
export function listAccompanied(
  personId: string,
  asked: { now: Date; limit: number; offset: number },
) {
  const { now, limit, offset } = asked
  return db()
    .selectFrom('plgMembers as seat')
    .innerJoin('plgs', 'plgs.id', 'seat.plgId')
    .where('seat.personId', '=', personId)
    .where('seat.state', '=', 'active')
    .where('seat.role', '=', 'facilitator')
    .where('plgs.phase', '<>', 'closed')
    .select([
      'plgs.id',
      'plgs.slug',
      'plgs.title',
      'plgs.isPaused',
      'plgs.phaseUntil',
      'plgs.foundedAt',
      sql<Kind>`plgs.kind`.as('kind'),
      sql<Phase>`plgs.phase`.as('phase'),
      sql<Joining>`plgs.joining`.as('joining'),
      sql<PlgRole>`seat.role`.as('seatRole'),
      sql<SeatState>`seat.state`.as('seatState'),
      sql<Date | null>`(select min(t.starts_at) from plg_sessions t where t.plg_id = plgs.id
        and t.state = 'planned' and t.ends_at >= ${now}::timestamptz)`.as('nextSession'),
      sql<Date | null>`(select max(t.ends_at) from plg_sessions t where t.plg_id = plgs.id
        and t.state <> 'cancelled' and t.ends_at < ${now}::timestamptz)`.as('lastSession'),
      sql<number>`(select count(*) from plg_tasks k where k.plg_id = plgs.id
        and k.done_at is null)`.as('openTasks'),
      sql<Date | null>`(select min(s.since) from plg_seats s where s.plg_id = plgs.id
        and s.consent = 'open' and exists (select from plg_members m where m.plg_id = s.plg_id
          and m.school_id = s.school_id and m.state = 'active'))`.as('consentOpenSince'),
    ])
    .orderBy('plgs.isPaused')
    .orderBy('plgs.title')
    .orderBy('plgs.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function countAccompanied(personId: string) {
  return db()
    .selectFrom('plgMembers as seat')
    .innerJoin('plgs', 'plgs.id', 'seat.plgId')
    .where('seat.personId', '=', personId)
    .where('seat.state', '=', 'active')
    .where('seat.role', '=', 'facilitator')
    .where('plgs.phase', '<>', 'closed')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}
