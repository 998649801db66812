import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../paths.ts'
import { recipient } from './recipient.ts'

export function signInLinkLetter(
  person: { firstName: string; lastName: string; email: string },
  token: string,
): Letter {
  return {
    to: recipient(person),
    subject: 'Ihr Anmeldelink für Lernen 25',
    text: [
      'Mit diesem Link melden Sie sich an. Er gilt 15 Minuten und funktioniert einmal.',
      'Haben Sie ihn nicht angefordert? Dann löschen Sie diese Mail; es ist nichts geschehen.',
    ],
    link: { label: 'Anmelden', path: paths.useLink(token) },
  }
}
