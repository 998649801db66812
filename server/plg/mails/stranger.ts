import { paths as accounts } from '#server/accounts/paths.ts'
import { fullName } from '#server/auth/actor.ts'
import type { Letter } from '#server/platform/mail.ts'
import { INVITATION_DAYS } from '../contract.ts'

/**
 * To an address without an account. It names no PLG: the address may be mistyped, and the PLG closed.
 */
export function strangerLetter(invitation: {
  email: string
  firstName: string
  lastName: string
}): Letter {
  return {
    to: { name: invitation.email, address: invitation.email },
    subject: `${fullName(invitation)} lädt Sie in eine PLG bei Lernen 25 ein`,
    text: [
      'in einer Professionellen Lerngemeinschaft (PLG) arbeiten Lehrkräfte mehrerer Duisburger Schulen gemeinsam an einer Frage aus ihrem Unterricht.',
      `Registrieren Sie sich mit dieser E-Mail-Adresse. Sobald Ihre Schule Sie bestätigt hat, finden Sie die Einladung unter PLGs. Sie gilt ${INVITATION_DAYS} Tage.`,
      'Wenn Sie damit nichts anfangen können, löschen Sie diese Mail.',
    ],
    link: { label: 'Registrieren', path: accounts.register() },
  }
}
