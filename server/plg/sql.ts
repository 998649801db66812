import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgRole } from './contract.ts'

/** A PLG by its address or id with the person's own live seat, in one query. */
export function findPlg(by: { slug: string } | { id: string }, personId: string) {
  return db()
    .selectFrom('plgs')
    .leftJoin('plgMembers as seat', (join) =>
      join
        .onRef('seat.plgId', '=', 'plgs.id')
        .on('seat.personId', '=', personId)
        .on('seat.state', 'in', ['requested', 'invited', 'active']),
    )
    .where('slug' in by ? 'plgs.slug' : 'plgs.id', '=', 'slug' in by ? by.slug : by.id)
    .selectAll('plgs')
    .select([
      'seat.id as seatId',
      'seat.schoolId as seatSchoolId',
      'seat.since as seatSince',
      sql<PlgRole | null>`seat.role`.as('seatRole'),
      sql<'requested' | 'invited' | 'active' | null>`seat.state`.as('seatState'),
    ])
    .executeTakeFirst()
}
