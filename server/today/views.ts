import { type Actor, fullName, hasNetworkRole, isConfirmed } from '#server/auth/actor.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound } from '#server/platform/errors.ts'

/** What the frame around every page needs to know of the person. */
export function frameFor(actor: Actor | null) {
  const { isDemo, smtpUrl } = settings()
  return Promise.resolve({
    person: actor && { id: actor.id, name: fullName(actor), confirmed: isConfirmed(actor) },
    mayModerate: actor !== null && hasNetworkRole(actor, 'smz_staff'),
    mayAdministrate: actor !== null && hasNetworkRole(actor, 'operator'),
    openReports: 0,
    unread: 0,
    isDemo,
    hasMailbox: isDemo && !smtpUrl,
  })
}

/** The view of an address that is no page. */
export function nowhere(): Promise<never> {
  return Promise.reject(new NotFound())
}
