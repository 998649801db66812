import { event } from '#server/platform/bus.ts'
import type { Role } from './contract.ts'

export type MembershipNews = {
  membershipId: string
  personId: string
  /** Null for an office of the network. */
  schoolId: string | null
  role: Role
  /** Null when it was decided through the official mailbox of a school. */
  actorId: string | null
}

/** Somebody asks to be confirmed in a role at a school. */
export const membershipRequested = event<MembershipNews>('accounts.membership-requested')
export const membershipConfirmed = event<MembershipNews>('accounts.membership-confirmed')
export const membershipRefused = event<MembershipNews>('accounts.membership-refused')
/** A role was given that nobody had asked for. */
export const roleGiven = event<MembershipNews>('accounts.role-given')
export const membershipEnded = event<MembershipNews>('accounts.membership-ended')

/** A new password is in place. */
export const passwordChanged = event<{ personId: string }>('accounts.password-changed')
