import { type Expression, sql } from 'kysely'
import { db } from '#db/client.ts'

type MembershipRow = { role: string; schoolId: string | null; state: string }

/** Everything a person is at this moment, as one column. */
function membershipsOf(personId: Expression<string>, now: Date) {
  return sql<MembershipRow[]>`(select coalesce(json_agg(json_build_object('role', role,
      'schoolId', school_id, 'state', state)), '[]') from memberships
    where memberships.person_id = ${personId} and memberships.state in ('pending', 'confirmed')
      and memberships.valid_from <= ${now}
      and (memberships.valid_until is null or memberships.valid_until > ${now}))`
}

/** The session with its person and everything that person is now, in one query. */
export function findSessionWithPerson(id: string, now: Date) {
  return db()
    .selectFrom('sessions')
    .innerJoin('persons', 'persons.id', 'sessions.personId')
    .where('sessions.id', '=', id)
    .where('persons.isActive', '=', true)
    .select((eb) => [
      'sessions.id',
      'sessions.personId',
      'sessions.expiresAt',
      'sessions.endsAt',
      'sessions.isOffice',
      'persons.firstName',
      'persons.lastName',
      'persons.welcomedAt',
      membershipsOf(eb.ref('sessions.personId'), now).as('memberships'),
    ])
    .executeTakeFirst()
}

/** The same of a person without a session, for work that is done for somebody. */
export function findActivePerson(id: string, now: Date) {
  return db()
    .selectFrom('persons')
    .where('persons.id', '=', id)
    .where('persons.isActive', '=', true)
    .select((eb) => [
      'persons.id',
      'persons.firstName',
      'persons.lastName',
      'persons.welcomedAt',
      membershipsOf(eb.ref('persons.id'), now).as('memberships'),
    ])
    .executeTakeFirst()
}

export async function insertSession(row: {
  id: string
  personId: string
  createdAt: Date
  expiresAt: Date
  endsAt: Date
  isOffice: boolean
  device: string
}): Promise<void> {
  await db().insertInto('sessions').values(row).execute()
}

export async function moveSessionExpiry(id: string, expiresAt: Date): Promise<void> {
  await db().updateTable('sessions').set({ expiresAt }).where('id', '=', id).execute()
}

export async function removeSession(id: string): Promise<void> {
  await db().deleteFrom('sessions').where('id', '=', id).execute()
}

/** Ends sessions of a person, all or all but one. Answers with the ids that ended. */
export async function removeSessionsOf(personId: string, except?: string): Promise<string[]> {
  let query = db().deleteFrom('sessions').where('personId', '=', personId)
  if (except) query = query.where('id', '!=', except)
  const rows = await query.returning('id').execute()
  return rows.map((row) => row.id)
}

export async function removeOwnSession(personId: string, id: string): Promise<boolean> {
  const result = await db()
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export function listSessionsOf(personId: string, now: Date) {
  return db()
    .selectFrom('sessions')
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .where('endsAt', '>', now)
    .select(['id', 'createdAt', 'device'])
    .orderBy('createdAt', 'desc')
    .execute()
}

/** Of these sessions, those that still stand. For the sweep over open sockets. */
export async function listValidSessions(ids: string[], now: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db()
    .selectFrom('sessions')
    .innerJoin('persons', 'persons.id', 'sessions.personId')
    .where('sessions.id', 'in', ids)
    .where('persons.isActive', '=', true)
    .where('sessions.expiresAt', '>', now)
    .where('sessions.endsAt', '>', now)
    .select('sessions.id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

export async function removeExpired(now: Date, tokensBefore: Date, eventsBefore: Date) {
  await db()
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expiresAt', '<', now), eb('endsAt', '<', now)]))
    .execute()
  await db().deleteFrom('oneTimeTokens').where('expiresAt', '<', tokensBefore).execute()
  await db().deleteFrom('securityEvents').where('at', '<', eventsBefore).execute()
}

export type TokenPurpose =
  'register' | 'confirm_principal' | 'sign_in' | 'reset_password' | 'first_operator'

export async function insertToken(row: {
  tokenHash: string
  purpose: TokenPurpose
  personId: string | null
  payload: string
  createdAt: Date
  expiresAt: Date
}): Promise<void> {
  await db().insertInto('oneTimeTokens').values(row).execute()
}

export function findToken(tokenHash: string, purpose: TokenPurpose, now: Date) {
  return db()
    .selectFrom('oneTimeTokens')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .select(['personId', 'payload'])
    .executeTakeFirst()
}

/** Uses a token up. Of two at the same time one gets the row, the other nothing. */
export function useToken(tokenHash: string, purpose: TokenPurpose, now: Date) {
  return db()
    .updateTable('oneTimeTokens')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(['personId', 'payload'])
    .executeTakeFirst()
}

/** Makes links of a person worthless that were sent but not used. */
export async function removeTokensOf(personId: string, purposes: TokenPurpose[]): Promise<void> {
  await db()
    .deleteFrom('oneTimeTokens')
    .where('personId', '=', personId)
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .execute()
}

export async function insertSecurityEvent(at: Date, kind: string, pseudonym: string) {
  await db().insertInto('securityEvents').values({ at, kind, pseudonym }).execute()
}
