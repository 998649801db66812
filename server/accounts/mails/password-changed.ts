import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../paths.ts'
import { recipient } from './recipient.ts'

/** So that a password changed by somebody else does not go unnoticed. */
export function passwordChangedLetter(person: {
  firstName: string
  lastName: string
  email: string
}): Letter {
  return {
    to: recipient(person),
    subject: 'Ihr Passwort für Lernen 25 wurde geändert',
    text: [
      'Für Ihr Konto gilt ab jetzt ein neues Passwort. Andere Geräte wurden abgemeldet.',
      'Waren Sie das nicht? Dann setzen Sie gleich ein neues Passwort und sagen Sie dem Schulmedienzentrum Bescheid.',
    ],
    link: { label: 'Neues Passwort anfordern', path: paths.forgotPassword() },
  }
}
