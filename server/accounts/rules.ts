import type { SchoolRole } from '#server/auth/contract.ts'
import { isGuessable } from '#server/auth/password.ts'
import { Refusal } from '#server/platform/errors.ts'
import type { MembershipState } from './contract.ts'
import { refusals } from './words.ts'

const UNDO_WITHIN = 10 * 60_000

/** @throws Refusal beside `field` when a new password is on the list of common ones or made of names */
export function assertHardToGuess(password: string, names: string[], field = 'password'): void {
  if (isGuessable(password, names)) throw new Refusal(refusals.guessable, field)
}

/** Ending a role can be taken back for ten minutes, by the one who ended it. */
export function canRestore(
  membership: { state: MembershipState; endedBy: string | null; validUntil: Date | null },
  actorId: string,
  now: Date,
): boolean {
  return (
    membership.state === 'ended' &&
    membership.endedBy === actorId &&
    membership.validUntil !== null &&
    now.getTime() - membership.validUntil.getTime() < UNDO_WITHIN
  )
}

/** Roles at a school that decide about this one: the more it can do, the fewer. A principal is nobody's to give. */
export function deciderRoles(role: SchoolRole): SchoolRole[] {
  if (role === 'principal') return []
  if (role === 'digital_officer' || role === 'deputy_principal')
    return ['principal', 'deputy_principal']
  return ['principal', 'deputy_principal', 'digital_officer']
}
