import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../paths.ts'
import { recipient } from './recipient.ts'

/** The owner of the address learns that it is registered; whoever typed it into the form does not. */
export function alreadyRegisteredLetter(
  person: { firstName: string; lastName: string; email: string },
  token: string,
): Letter {
  return {
    to: recipient(person),
    subject: 'Sie haben schon ein Konto bei Lernen 25',
    text: [
      'Mit dieser Adresse wurde gerade eine Registrierung begonnen. Sie haben aber schon ein Konto: Mit diesem Link melden Sie sich an. Er gilt 15 Minuten und funktioniert einmal.',
      'Eine weitere Schule oder Rolle tragen Sie danach unter Konto, Schulen und Rollen ein.',
      'Waren Sie das nicht? Dann löschen Sie diese Mail; es ist nichts geschehen.',
    ],
    link: { label: 'Anmelden', path: paths.useLink(token) },
  }
}
