import type { Letter } from '#server/platform/mail.ts'

type Told = {
  number: string
  purpose: string
  isRequested: boolean
  dates: { when: string; offers: string[] }[]
  place: string
  /** The secret address. */
  path: string
}

const MOST_DATES = 20

/** What was booked or asked for, with the one link on which it is changed or called off. */
export function confirmation(
  to: Letter['to'],
  { number, purpose, isRequested, dates, place, path }: Told,
): Letter {
  return {
    to,
    subject: isRequested
      ? `Anfrage ${number} ist angekommen: ${purpose}`
      : `Buchung ${number}: ${purpose}`,
    text: [
      isRequested
        ? 'Ihre Anfrage ist beim Schulmedienzentrum. Verbindlich ist sie, wenn wir zusagen.'
        : 'Ihre Buchung im MediaLab ist verbindlich.',
      dates
        .slice(0, MOST_DATES)
        .map(({ when, offers }) => `${when}: ${offers.join(', ')}`)
        .join('\n'),
      place,
      'Mit diesem Link verschieben oder stornieren Sie ohne Anmeldung. Bitte geben Sie ihn nicht weiter.',
    ],
    link: { label: 'Verschieben oder stornieren', path },
  }
}
