import { type Actor, fullName } from '#server/auth/actor.ts'
import { hashPassword, verifyPassword } from '#server/auth/password.ts'
import { emptySessionCookie, endSession, endSessionsOf } from '#server/auth/session.ts'
import { voidEntryTokens } from '#server/auth/tokens.ts'
import { record } from '#server/audit/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { forgive, spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { GradeBand, Subject } from './contract.ts'
import { passwordChanged } from './events.ts'
import { assertHardToGuess } from './rules.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

/** Changes one's own names; the protocol keeps the old ones, because others confirmed them. */
export function rename(
  actor: Actor,
  names: { firstName: string; lastName: string },
): Promise<void> {
  return transaction(async () => {
    if (fullName(names) === fullName(actor)) return
    await sql.updateNames(actor.id, names)
    await record(actor, {
      action: 'accounts.renamed',
      thingKind: 'person',
      thingId: actor.id,
      details: { before: fullName(actor), after: fullName(names) },
    })
  })
}

/** Subjects and grades one teaches; they only serve to suggest PLGs. */
export function setInterests(
  actor: Actor,
  interests: { subjects: Subject[]; gradeBands: GradeBand[] },
): Promise<void> {
  return sql.updateInterests(actor.id, interests)
}

/** The three steps of the first visit are done, or were skipped. */
export function finishWelcome(actor: Actor): Promise<void> {
  return sql.markWelcomed(actor.id, now())
}

/**
 * Sets a new password: the present one must be known unless there is none. Ends all other sessions and
 * makes links worthless that were sent but not used.
 *
 * @throws TooMany after ten tries in 15 minutes, counted together with those at the door
 */
export async function changePassword(
  actor: Actor,
  input: { currentPassword?: string; newPassword: string },
): Promise<void> {
  const person = existing(await sql.findPerson(actor.id))
  if (person.passwordHash !== null) {
    await spend('signInOfAccount', person.email)
    if (!(await verifyPassword(person.passwordHash, input.currentPassword ?? '')))
      throw new Refusal(refusals.wrongPassword, 'currentPassword')
    await forgive('signInOfAccount', person.email)
  }
  assertHardToGuess(input.newPassword, [actor.firstName, actor.lastName], 'newPassword')
  const passwordHash = await hashPassword(input.newPassword)
  await transaction(async (publish) => {
    await sql.updatePassword(actor.id, passwordHash)
    await voidEntryTokens(actor.id)
    await endSessionsOf(actor.id, actor.sessionId)
    publish(passwordChanged({ personId: actor.id }))
  })
}

/** Signs one of one's own devices out. */
export async function endOwnSession(actor: Actor, sessionId: string): Promise<void> {
  if (!(await endSession(actor, sessionId))) throw new Refusal('Dieses Gerät ist schon abgemeldet.')
}

/** Signs all other devices out. */
export function endOtherSessions(actor: Actor): Promise<void> {
  return endSessionsOf(actor.id, actor.sessionId)
}

/** Signs this device out. @returns the Set-Cookie that empties the browser's side */
export async function signOut(actor: Actor | null): Promise<string> {
  if (actor) await endSession(actor)
  return emptySessionCookie()
}
