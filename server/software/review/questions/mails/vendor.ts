import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../../../paths.ts'

type Asked = { email: string; app: string; text: string; dueOn: string; token: string }

/** A question to the vendor of an app, with a link that needs no account. */
export function vendorLetter({ email, app, text, dueOn, token }: Asked): Letter {
  return {
    to: { name: '', address: email },
    subject: `Frage der Duisburger Schulen zu „${app}“`,
    text: [
      `die Prüfstelle für Datenschutz der Duisburger Schulen prüft, ob „${app}“ im Unterricht eingesetzt werden kann, und hat dazu eine Frage:`,
      text,
      `Bitte antworten Sie bis ${dueOn.split('-').reverse().join('.')}. Dafür brauchen Sie kein Konto. Der Link gilt für eine Antwort; Unterlagen können Sie mitschicken.`,
    ],
    link: { label: 'Antworten', path: paths.vendorAnswer(token) },
  }
}
