import type { Letter } from '#server/platform/mail.ts'
import { paths } from '../paths.ts'

/** To the official mailbox of the school: whoever reads it can say whether this is the principal. */
export function confirmPrincipalLetter(
  about: { person: string; school: string; officialEmail: string },
  token: string,
): Letter {
  return {
    to: { name: about.school, address: about.officialEmail },
    subject: 'Schulleitung bei Lernen 25 bestätigen',
    text: [
      `${about.person} hat sich bei Lernen 25 als Schulleitung der Schule „${about.school}“ angemeldet.`,
      'Bitte bestätigen Sie das, oder lehnen Sie es ab. Der Link gilt 14 Tage. Danach kann das Schulmedienzentrum bestätigen.',
    ],
    link: { label: 'Bestätigen oder ablehnen', path: paths.registration(token) },
  }
}
