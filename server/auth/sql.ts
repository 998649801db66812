import { sql } from 'kysely'
import { db } from '#db/client.ts'

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
      eb
        .selectFrom('memberships')
        .whereRef('memberships.personId', '=', 'sessions.personId')
        .where('memberships.state', 'in', ['pending', 'confirmed'])
        .where('memberships.validFrom', '<=', now)
        .where((or) =>
          or.or([or('memberships.validUntil', 'is', null), or('memberships.validUntil', '>', now)]),
        )
        .select(
          sql<
            { role: string; schoolId: string | null; state: string }[]
          >`coalesce(json_agg(json_build_object('role', role, 'schoolId', school_id, 'state', state)), '[]')`.as(
            'memberships',
          ),
        )
        .as('memberships'),
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
  'register' | 'sign_in' | 'reset_password' | 'first_operator' | 'change_email'

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

export async function insertSecurityEvent(at: Date, kind: string, pseudonym: string) {
  await db().insertInto('securityEvents').values({ at, kind, pseudonym }).execute()
}
