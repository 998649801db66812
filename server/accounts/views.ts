import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { listSessions } from '#server/auth/session.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound } from '#server/platform/errors.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { schoolNames } from '#server/schools/views.ts'
import type { OwnMembership } from './contract.ts'
import { may } from './policy.ts'
import { ownWaitingFor } from './roles/views.ts'
import * as sql from './sql.ts'

const YEAR = 365 * 24 * 60 * 60_000
const DEMO_ADDRESS = '@demo.lernen25.example'

/** Full names by id, in one query; people who are gone are missing. For other areas: nothing else leaves here. */
export async function personNames(ids: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length > 0 ? await sql.listNames(wanted) : []
  return new Map(rows.map((row) => [row.id, fullName(row)]))
}

/** The person behind an address, for an invitation: active and confirmed somewhere, else undefined. */
export function personForInvitation(email: string): Promise<{ id: string } | undefined> {
  return sql.findConfirmedByEmail(email.trim(), now())
}

/** The account's first page: what is known of oneself. */
export async function accountFor(actor: Actor) {
  const [person, memberships] = await Promise.all([
    sql.findPerson(actor.id).then(existing),
    ownMemberships(actor),
  ])
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    subjects: person.subjects,
    gradeBands: person.gradeBands,
    hasPassword: person.passwordHash !== null,
    memberships: memberships.filter(({ state }) => state === 'pending' || state === 'confirmed'),
  }
}

/** One's own schools, roles and offices; those that ended stay for a year. */
export async function ownMemberships(
  actor: Actor,
): Promise<(OwnMembership & { canLeave: boolean })[]> {
  const rows = await sql.listMembershipsOf(actor.id, new Date(now().getTime() - YEAR))
  return rows.map(({ id, role, state, place, schoolId, schoolSlug, since, reason }) => ({
    id,
    role,
    state,
    place,
    school: schoolId && schoolSlug ? { id: schoolId, slug: schoolSlug } : null,
    since,
    reason,
    canLeave:
      (state === 'pending' || state === 'confirmed') &&
      may.leave(actor, { personId: actor.id, schoolId, role }),
  }))
}

/** Does this person sign in with a password yet? */
export async function passwordFor(actor: Actor): Promise<{ hasPassword: boolean; email: string }> {
  const { passwordHash, email } = existing(await sql.findPerson(actor.id))
  return { hasPassword: passwordHash !== null, email }
}

/** One's own open sessions, this one first. */
export async function sessionsFor(actor: Actor) {
  const sessions = await listSessions(actor)
  return {
    now: now(),
    sessions: sessions
      .map((session) => ({ ...session, isThis: session.id === actor.sessionId }))
      .sort((a, b) => Number(b.isThis) - Number(a.isThis)),
  }
}

/**
 * The first visit: who waits reads what happens next; who is confirmed gets the three steps; everybody
 * else has nothing to do here.
 */
export async function welcomeFor(actor: Actor) {
  const [account, waiting] = await Promise.all([accountFor(actor), ownWaitingFor(actor)])
  const schools = await schoolNames(waiting.flatMap(({ schoolId }) => schoolId ?? []))
  return {
    isConfirmed: isConfirmed(actor),
    isDone: actor.isWelcomed,
    memberships: account.memberships,
    subjects: account.subjects,
    gradeBands: account.gradeBands,
    waiting: waiting.map(({ role, schoolId, hasConfirmer }) => ({
      role,
      school: schools.get(schoolId ?? '')?.name ?? '',
      hasConfirmer,
    })),
  }
}

/** Mails to the demo accounts, kept instead of sent. There is no such page on a live instance or with a mail server. */
export function demoMailbox() {
  const { isDemo, live, smtpUrl, origin } = settings()
  if (!isDemo || live || smtpUrl) return Promise.reject(new NotFound())
  const mails = keptMails(200).filter(({ to }) => to.endsWith(DEMO_ADDRESS))
  return Promise.resolve({ mails: mails.slice(0, 50), origin, now: now() })
}
