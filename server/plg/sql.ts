import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { Plgs } from '#db/types.ts'
import type { Joining, Kind, Phase, PlgRole, SeatState } from './contract.ts'

const LIVE: SeatState[] = ['requested', 'invited', 'active']

/** A PLG by its address or id with the person's own live seat, in one query. */
export function findPlg(by: { slug: string } | { id: string }, personId: string) {
  return db()
    .selectFrom('plgs')
    .leftJoin('plgMembers as seat', (join) =>
      join
        .onRef('seat.plgId', '=', 'plgs.id')
        .on('seat.personId', '=', personId)
        .on('seat.state', 'in', LIVE),
    )
    .where('slug' in by ? 'plgs.slug' : 'plgs.id', '=', 'slug' in by ? by.slug : by.id)
    .selectAll('plgs')
    .select([
      'seat.id as seatId',
      'seat.schoolId as seatSchoolId',
      'seat.since as seatSince',
      sql<Kind>`plgs.kind`.as('kind'),
      sql<Joining>`plgs.joining`.as('joining'),
      sql<Phase>`plgs.phase`.as('phase'),
      sql<PlgRole | null>`seat.role`.as('seatRole'),
      sql<SeatState | null>`seat.state`.as('seatState'),
    ])
    .executeTakeFirst()
}

export async function findId(slug: string): Promise<string | undefined> {
  const row = await db().selectFrom('plgs').where('slug', '=', slug).select('id').executeTakeFirst()
  return row?.id
}

/** From here to the end of the transaction nobody else changes who is in this PLG, or on which terms. */
export async function lockPlg(by: { slug: string } | { id: string }): Promise<void> {
  await db()
    .selectFrom('plgs')
    .where('slug' in by ? 'slug' : 'id', '=', 'slug' in by ? by.slug : by.id)
    .select('id')
    .forUpdate()
    .execute()
}

/** @returns the row, or undefined when the address, or this very founding, is there already */
export function insertPlg(row: Insertable<Plgs>) {
  return db()
    .insertInto('plgs')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirst()
}

export function findFounded(personId: string, clientKey: string) {
  return db()
    .selectFrom('plgs')
    .where('foundedBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'slug'])
    .executeTakeFirst()
}

export async function updatePlg(id: string, row: Updateable<Plgs>): Promise<void> {
  await db().updateTable('plgs').set(row).where('id', '=', id).execute()
}

/** What a person teaches, for suggestions. */
export function findInterests(personId: string) {
  return db()
    .selectFrom('persons')
    .where('id', '=', personId)
    .select(['subjects', 'gradeBands'])
    .executeTakeFirst()
}
