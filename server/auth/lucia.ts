import { createHash } from 'node:crypto'
import { remember } from '@epic-web/remember'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { NetworkRole, SchoolRole } from './contract.ts'
import { clockOffset, now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import * as sql from './sql.ts'

const MINUTE = 60_000
const IDLE = { ordinary: 8 * 60 * MINUTE, office: 30 * MINUTE }
/** Moving the expiry by less than this is not worth an UPDATE on every click. */
const WORTH_WRITING = MINUTE

export type SessionPerson = {
  firstName: string
  lastName: string
  welcomedAt: Date | null
  memberships: {
    role: SchoolRole | NetworkRole
    schoolId: string | null
    state: 'pending' | 'confirmed'
  }[]
}
type SessionRow = { createdAt: Date; endsAt: Date; isOffice: boolean; device: string }

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionRow, SessionPerson>
    DatabaseUserAttributes: SessionPerson
    DatabaseSessionAttributes: SessionRow
  }
}

/** Lucia keeps session ids as they are; we keep only their SHA-256, so that a stolen table opens no session. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Lucia reckons with the machine's clock, the tables hold the domain's. */
const toDomain = (machine: Date) => new Date(machine.getTime() + clockOffset())
const toMachine = (domain: Date) => new Date(domain.getTime() - clockOffset())

/** The earlier of what Lucia wants, the idle limit of the kind, and the absolute end. */
function limited(wanted: Date, session: { endsAt: Date; isOffice: boolean }): Date {
  const idle = session.isOffice ? IDLE.office : IDLE.ordinary
  const latest = Math.min(now().getTime() + idle, session.endsAt.getTime())
  return new Date(Math.min(wanted.getTime(), latest))
}

/** The adapter's view of a row that was just read, to decide about moving the expiry without asking again. */
const justRead = new Map<string, { expiresAt: Date; endsAt: Date; isOffice: boolean }>()

async function findSession(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
  const row = await sql.findSessionWithPerson(hashOf(token), now())
  if (!row || row.endsAt <= now()) return [null, null]
  justRead.set(token, row)
  return [
    {
      id: token,
      userId: row.personId,
      expiresAt: toMachine(row.expiresAt),
      attributes: { createdAt: row.endsAt, endsAt: row.endsAt, isOffice: row.isOffice, device: '' },
    },
    {
      id: row.personId,
      attributes: {
        firstName: row.firstName,
        lastName: row.lastName,
        welcomedAt: row.welcomedAt,
        memberships: (row.memberships ?? []) as SessionPerson['memberships'],
      },
    },
  ]
}

const adapter: Adapter = {
  getSessionAndUser: findSession,
  async setSession(session) {
    const { createdAt, endsAt, isOffice, device } = session.attributes
    await sql.insertSession({
      id: hashOf(session.id),
      personId: session.userId,
      createdAt,
      endsAt,
      isOffice,
      device,
      expiresAt: limited(toDomain(session.expiresAt), { endsAt, isOffice }),
    })
  },
  async updateSessionExpiration(token, expiresAt) {
    const row = justRead.get(token)
    if (!row) return
    const wanted = limited(toDomain(expiresAt), row)
    if (wanted.getTime() - row.expiresAt.getTime() < WORTH_WRITING) return
    await sql.moveSessionExpiry(hashOf(token), wanted)
  },
  async deleteSession(token) {
    await sql.removeSession(hashOf(token))
  },
  async deleteUserSessions(personId) {
    await sql.removeSessionsOf(personId)
  },
  getUserSessions: () => Promise.resolve([]),
  async deleteExpiredSessions() {},
}

/** Nothing outside this folder imports Lucia: replacing it is a day's work. */
export function lucia() {
  return remember(
    'lucia',
    () =>
      new Lucia<SessionRow, SessionPerson>(adapter, {
        // Longer than any idle time: Lucia moves an expiry only in its second half, we at every use.
        sessionExpiresIn: new TimeSpan(14, 'd'),
        sessionCookie: {
          name: settings().origin.startsWith('https:') ? '__Host-session' : 'session',
          attributes: {
            secure: settings().origin.startsWith('https:'),
            sameSite: 'lax',
            path: '/',
          },
        },
        getSessionAttributes: (attributes) => attributes,
        getUserAttributes: (attributes) => attributes,
      }),
  )
}

/** When a session just validated ends, in the domain's time. The table may be a minute behind. */
export function endOf(session: { expiresAt: Date; endsAt: Date; isOffice: boolean }) {
  const at = limited(toDomain(session.expiresAt), session)
  return { at, isFinal: at.getTime() >= session.endsAt.getTime() }
}

/** Validates a token and moves its expiry. Forgets what the adapter read, whatever happens. */
export async function validate(token: string) {
  try {
    return await lucia().validateSession(token)
  } finally {
    justRead.delete(token)
  }
}
