import type { Actor } from '#server/auth/actor.ts'
import { hashPassword, verifyPassword } from '#server/auth/password.ts'
import { noteSecurity } from '#server/auth/security-log.ts'
import { endSession, endSessionsOf, startSession } from '#server/auth/session.ts'
import { consumeToken, peekToken, voidEntryTokens } from '#server/auth/tokens.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { metrics } from '#server/platform/metrics.ts'
import { forgive, hasLeft, spend } from '#server/platform/rate-limit.ts'
import { safeRedirect } from '#server/platform/safe-redirect.ts'
import { transaction } from '#server/platform/transaction.ts'
import { passwordChanged } from '../events.ts'
import { assertHardToGuess } from '../rules.ts'
import * as sql from '../sql.ts'
import { refusals } from '../words.ts'
import { resetAsked, signInLinkAsked } from './events.ts'

/** What is known of somebody at the door: the network, the browser, and who was signed in until now. */
export type Visit = { network: string; userAgent: string; actor: Actor | null }

/** The Set-Cookie of the new session and where to go on. */
export type Entered = { cookie: string; to: string }

/**
 * Opens a new session for a person whose identity has just been proven. One the browser brought along ends:
 * a planted or left-over one is worth nothing afterwards (safety.md SE-3).
 */
export async function enter(person: { id: string; email: string }, visit: Visit): Promise<string> {
  if (visit.actor) await endSession(visit.actor)
  const roles = await sql.listConfirmedRoles(person.id, now())
  await noteSecurity('sign_in_ok', person.email)
  return startSession({ id: person.id, roles }, visit.userAgent)
}

/**
 * Signs in with a password. Unknown, deactivated and password-less accounts are answered like a wrong
 * password, in the same time; the counter of the account rises before the password is looked at.
 *
 * @throws TooMany after 10 tries of one account or 300 failures from one network in 15 minutes
 */
export async function signIn(
  input: { email: string; password: string; next?: string },
  visit: Visit,
): Promise<Entered> {
  if (!(await hasLeft('signInFromAddress', visit.network)))
    await spend('signInFromAddress', visit.network)
  await spend('signInOfAccount', input.email)
  const person = await sql.findPersonByEmail(input.email)
  const matches = await verifyPassword(person?.passwordHash ?? null, input.password)
  if (!person?.isActive || !matches) return refuse(input.email, visit)
  await forgive('signInOfAccount', input.email)
  const cookie = await transaction(() => enter(person, visit))
  return { cookie, to: safeRedirect(input.next) }
}

async function refuse(email: string, visit: Visit): Promise<never> {
  metrics.signInFailures.inc()
  await noteSecurity('sign_in_failed', email)
  await spend('signInFromAddress', visit.network)
  throw new Refusal(refusals.wrongCredentials)
}

/** Asks for a link to sign in. The answer, its text and its time are the same for every address. */
export async function askForLink(
  input: { email: string; next?: string },
  network: string,
): Promise<void> {
  await spendMail('sign_in', input.email, network)
  await transaction((publish) => {
    publish(signInLinkAsked({ email: input.email, next: safeRedirect(input.next) }))
    return Promise.resolve()
  })
}

/** Asks for a link to set a new password; answered like `askForLink`. */
export async function askForReset(input: { email: string }, network: string): Promise<void> {
  await spendMail('reset', input.email, network)
  await transaction((publish) => {
    publish(resetAsked({ email: input.email }))
    return Promise.resolve()
  })
}

/**
 * Counts a mail somebody at the door asks for: three an hour to one address for one purpose, whether or not
 * the address is known here.
 */
export async function spendMail(purpose: string, email: string, network: string): Promise<void> {
  await spend('mailFromAddress', network)
  await spend('mailToAddress', `${purpose}:${email}`)
}

/** Uses a sign-in link up. Of two at once, one gets in. */
export function useLink(token: string, visit: Visit): Promise<Entered> {
  return transaction(async () => {
    const used = await consumeToken(token, 'sign_in')
    const person = used?.personId ? await sql.findPerson(used.personId) : undefined
    if (!used || !person?.isActive) throw new Refusal(refusals.linkUsedUp)
    const { next } = used.payload as { next?: string }
    return { cookie: await enter(person, visit), to: safeRedirect(next) }
  })
}

/** Sets a new password by the link of a mail: ends all sessions, makes other links worthless, signs in. */
export async function resetPassword(
  token: string,
  password: string,
  visit: Visit,
): Promise<Entered> {
  const known = await peekToken(token, 'reset_password')
  const person = known?.personId ? await sql.findPerson(known.personId) : undefined
  if (!person?.isActive) throw new Refusal(refusals.linkUsedUp)
  assertHardToGuess(password, [person.firstName, person.lastName])
  const passwordHash = await hashPassword(password)
  return transaction(async (publish) => {
    if (!(await consumeToken(token, 'reset_password'))) throw new Refusal(refusals.linkUsedUp)
    await sql.updatePassword(person.id, passwordHash)
    await voidEntryTokens(person.id)
    await endSessionsOf(person.id)
    publish(passwordChanged({ personId: person.id }))
    return { cookie: await enter(person, visit), to: safeRedirect(undefined) }
  })
}
