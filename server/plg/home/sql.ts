import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Joining, Kind, Phase, PlgRole, SeatState } from '../contract.ts'

/** PLGs in which the person has an active seat, or those of them that are among `ids`. */
export function listInside(personId: string, ids?: string[]) {
  const base = db()
    .selectFrom('plgMembers as seat')
    .innerJoin('plgs', 'plgs.id', 'seat.plgId')
    .where('seat.personId', '=', personId)
    .where('seat.state', '=', 'active')
    .select([
      'plgs.id',
      'plgs.slug',
      'plgs.title',
      sql<Joining>`plgs.joining`.as('joining'),
      sql<Phase>`plgs.phase`.as('phase'),
      sql<Kind>`plgs.kind`.as('kind'),
      sql<PlgRole | null>`seat.role`.as('seatRole'),
      sql<SeatState | null>`seat.state`.as('seatState'),
    ])
    .orderBy('plgs.title')
  return (ids ? base.where('plgs.id', '=', sql<string>`any(${ids}::uuid[])`) : base).execute()
}
