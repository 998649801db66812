import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../paths.ts'
import { roleName } from '../words.ts'

/**
 * To an address that nobody has proven yet. It repeats nothing that was typed, so that the form cannot be
 * used to send somebody else's words to strangers.
 */
export function registerLetter(
  email: string,
  about: { school: string; role: string },
  token: string,
): Letter {
  return {
    to: { name: email, address: email },
    subject: 'Ihre Registrierung bei Lernen 25',
    text: [
      `Mit diesem Link schließen Sie die Registrierung ab: ${about.school}, ${roleName(about.role)}. Er gilt 24 Stunden und funktioniert einmal.`,
      'Haben Sie sich nicht registriert? Dann löschen Sie diese Mail; es wird kein Konto angelegt.',
    ],
    link: { label: 'Registrierung abschließen', path: paths.registration(token) },
  }
}
