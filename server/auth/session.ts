import { randomBytes } from 'node:crypto'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { Actor } from './actor.ts'
import { GUARDED_OFFICES } from './contract.ts'
import { sessionsEnded } from './events.ts'
import { endOf, hashOf, lucia, type SessionPerson, validate } from './lucia.ts'
import * as sql from './sql.ts'

const HOUR = 60 * 60_000
/** Absolute ends (safety.md SE-5). */
const LONGEST = { ordinary: 7 * 24 * HOUR, office: 12 * HOUR }

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * @returns the actor; 'none' without a cookie; 'unknown' for a cookie that opens nothing
 */
export async function readSession(cookieHeader: string): Promise<Actor | 'none' | 'unknown'> {
  const token = lucia().readSessionCookie(cookieHeader)
  if (!token) return 'none'
  if (!TOKEN.test(token)) return 'unknown'
  const { session, user } = await validate(token)
  if (!session) return 'unknown'
  return { ...actorFrom(hashOf(token), user.id, user), sessionEnd: endOf(session) }
}

function actorFrom(sessionId: string, id: string, person: SessionPerson): Actor {
  return {
    id,
    sessionId,
    firstName: person.firstName,
    lastName: person.lastName,
    memberships: person.memberships,
    isWelcomed: person.welcomedAt !== null,
  }
}

/**
 * The actor for work that is done in somebody's name without a session, e.g. a mail that asks their rights.
 *
 * @returns null for people who are gone or deactivated
 */
export async function actorOfPerson(personId: string): Promise<Actor | null> {
  const person = await sql.findActivePerson(personId, now())
  return person ? actorFrom('', personId, person as SessionPerson) : null
}

/** Opens a new session; never reuses one that the browser brought along. @returns the Set-Cookie value */
export async function startSession(
  person: { id: string; roles: string[] },
  userAgent: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const isOffice = person.roles.some((role) => GUARDED_OFFICES.includes(role))
  const createdAt = now()
  const endsAt = new Date(createdAt.getTime() + (isOffice ? LONGEST.office : LONGEST.ordinary))
  await lucia().createSession(
    person.id,
    { createdAt, endsAt, isOffice, device: deviceOf(userAgent) },
    { sessionId: token },
  )
  return cookieFor(token, Math.floor((endsAt.getTime() - createdAt.getTime()) / 1000))
}

/** Max-Age instead of Lucia's Expires: CLOCK may stand in another year than the browser. */
function cookieFor(token: string, seconds: number): string {
  const secure = settings().origin.startsWith('https:')
  const parts = [
    `${lucia().sessionCookieName}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${seconds}`,
  ]
  if (secure) parts.push('Secure')
  return parts.join('; ')
}

export const emptySessionCookie = () => cookieFor('', 0)

/** Ends one session of the actor, the present one by default. @returns false when it was not the actor's */
export function endSession(actor: Actor, sessionId = actor.sessionId): Promise<boolean> {
  return transaction(async (publish) => {
    const ended = await sql.removeOwnSession(actor.id, sessionId)
    if (ended) publish(sessionsEnded({ sessionIds: [sessionId] }))
    return ended
  })
}

/** Ends all sessions of a person, or all but one, e.g. after a new password. */
export function endSessionsOf(personId: string, except?: string): Promise<void> {
  return transaction(async (publish) => {
    const sessionIds = await sql.removeSessionsOf(personId, except)
    if (sessionIds.length > 0) publish(sessionsEnded({ sessionIds }))
  })
}

export const listSessions = (actor: Actor) => sql.listSessionsOf(actor.id, now())

export const stillValid = (sessionIds: string[]) => sql.listValidSessions(sessionIds, now())

/** "Safari auf iPad": enough to recognise one's own device, nothing to track it by. */
function deviceOf(userAgent: string): string {
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrome\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : 'Browser'
  const system = /iPad/.test(userAgent)
    ? 'iPad'
    : /iPhone/.test(userAgent)
      ? 'iPhone'
      : /Android/.test(userAgent)
        ? 'Android'
        : /Windows/.test(userAgent)
          ? 'Windows'
          : /Mac OS X/.test(userAgent)
            ? 'Mac oder iPad'
            : /Linux/.test(userAgent)
              ? 'Linux'
              : ''
  return system ? `${browser} auf ${system}` : browser
}
