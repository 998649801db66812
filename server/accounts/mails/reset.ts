import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../paths.ts'
import { recipient } from './recipient.ts'

export function resetLetter(
  person: { firstName: string; lastName: string; email: string },
  token: string,
): Letter {
  return {
    to: recipient(person),
    subject: 'Neues Passwort für Lernen 25',
    text: [
      'Mit diesem Link setzen Sie ein neues Passwort. Er gilt 30 Minuten und funktioniert einmal. Alle Geräte werden dabei abgemeldet.',
      'Haben Sie ihn nicht angefordert? Dann löschen Sie diese Mail; Ihr Passwort bleibt, wie es ist.',
    ],
    link: { label: 'Neues Passwort setzen', path: paths.resetPassword(token) },
  }
}
