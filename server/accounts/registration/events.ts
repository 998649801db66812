import { event } from '#server/platform/bus.ts'
import type { SchoolRole } from '#server/auth/contract.ts'

/** Somebody filled in the form; nobody has proven the address yet. */
export const registrationAsked = event<{
  schoolId: string
  role: SchoolRole
  firstName: string
  lastName: string
  email: string
}>('accounts.registration-asked')
