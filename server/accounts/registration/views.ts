import { fullName } from '#server/auth/actor.ts'
import { peekToken } from '#server/auth/tokens.ts'
import { schoolNames } from '#server/schools/views.ts'
import { findPendingPrincipal } from '../roles/views.ts'
import { roleName } from '../words.ts'
import type { Registration } from './commands.ts'

/** What a link of the address /registrieren/:token is about. Looking does not use it up. */
export type RegistrationLink =
  | { kind: 'person'; name: string; email: string; school: string; role: string }
  | { kind: 'principal'; name: string; school: string }
  | { kind: 'gone' }

/** @returns `gone` for unknown, used and old links alike */
export async function registrationLink(token: string): Promise<RegistrationLink> {
  const own = await peekToken(token, 'register')
  if (own) return ownLink(own.payload as Registration)
  const official = await peekToken(token, 'confirm_principal')
  if (!official) return { kind: 'gone' }
  const waiting = await findPendingPrincipal(
    (official.payload as { membershipId: string }).membershipId,
  )
  return waiting ? { kind: 'principal', ...waiting } : { kind: 'gone' }
}

async function ownLink(registration: Registration): Promise<RegistrationLink> {
  const { schoolId, role, email } = registration
  const schools = await schoolNames([schoolId])
  return {
    kind: 'person',
    name: fullName(registration),
    email,
    school: schools.get(schoolId)?.name ?? '',
    role: roleName(role),
  }
}

/** Does the link of the command line still work? */
export async function setUpLink(token: string): Promise<{ isUsable: boolean }> {
  return { isUsable: (await peekToken(token, 'first_operator')) !== undefined }
}
