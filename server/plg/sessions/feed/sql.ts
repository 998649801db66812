import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Kind } from '../../contract.ts'
import type { MemberOf } from '../../policy.ts'

const COLUMNS = [
  'plgSessions.id',
  'plgSessions.number',
  'plgSessions.title',
  'plgSessions.startsAt',
  'plgSessions.endsAt',
  'plgSessions.changedAt',
  'plgSessions.sequence',
  'plgSessions.state',
  'plgSessions.place',
  'plgSessions.link',
  'plgs.title as plg',
  'plgs.slug',
  sql<Kind>`plgs.kind`.as('kind'),
  'plgs.joining',
] as const

/** The meetings of all PLGs in which the person is at this moment, or of one of them. */
export function listOfPerson(
  personId: string,
  { since, plgId, limit }: { since: Date; plgId: string | undefined; limit: number },
) {
  return db()
    .selectFrom('plgMembers as seat')
    .innerJoin('plgs', 'plgs.id', 'seat.plgId')
    .innerJoin('plgSessions', 'plgSessions.plgId', 'seat.plgId')
    .where('seat.personId', '=', personId)
    .where('seat.state', '=', 'active')
    .where('plgSessions.endsAt', '>=', since)
    .$if(plgId !== undefined, (query) => query.where('seat.plgId', '=', plgId ?? ''))
    .select(COLUMNS)
    .orderBy('plgSessions.startsAt')
    .limit(limit)
    .execute()
}

export function findOne({ plgId }: MemberOf, sessionId: string) {
  return db()
    .selectFrom('plgSessions')
    .innerJoin('plgs', 'plgs.id', 'plgSessions.plgId')
    .where('plgSessions.id', '=', sessionId)
    .where('plgSessions.plgId', '=', plgId)
    .select(COLUMNS)
    .executeTakeFirstOrThrow()
}

export function findKey(personId: string) {
  return db()
    .selectFrom('calendarKeys')
    .where('personId', '=', personId)
    .select(['keyHash', 'madeAt'])
    .executeTakeFirst()
}

export async function findOwner(keyHash: Buffer): Promise<string | undefined> {
  const row = await db()
    .selectFrom('calendarKeys')
    .where('keyHash', '=', keyHash)
    .select('personId')
    .executeTakeFirst()
  return row?.personId
}

export async function saveKey(personId: string, keyHash: Buffer, madeAt: Date): Promise<void> {
  await db()
    .insertInto('calendarKeys')
    .values({ personId, keyHash, madeAt })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ keyHash, madeAt }))
    .execute()
}

export async function removeKey(personId: string): Promise<void> {
  await db().deleteFrom('calendarKeys').where('personId', '=', personId).execute()
}

/** The person's PLGs, for the addresses of each. */
export function listPlgs(personId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
    .where('plgMembers.personId', '=', personId)
    .where('plgMembers.state', '=', 'active')
    .select(['plgs.id', 'plgs.title'])
    .orderBy('plgs.title')
    .execute()
}
