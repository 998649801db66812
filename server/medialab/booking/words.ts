import type { Act } from './contract.ts'
import { notificationWords as reassignedWords } from './reassigning/words.ts'

export const refusals = {
  stale:
    'Inzwischen hat sich an dieser Buchung etwas geändert. Bitte sehen Sie nach und senden Sie dann noch einmal.',
  changed:
    'Inzwischen hat jemand diese Angaben geändert. Unten steht, was jetzt gilt. Bitte vergleichen Sie und speichern Sie noch einmal.',
  notYet: 'Das geht bei diesem Termin nicht (mehr).',
  nothingLeft: 'Davon lässt sich nichts mehr stornieren.',
  takenMeanwhile:
    'Das lässt sich nicht mehr zurücknehmen: Inzwischen hat jemand anderes diese Zeit gebucht.',
  tooLate: 'Das lässt sich nicht mehr zurücknehmen. Bitte buchen Sie neu.',
  lastOffer: 'Das ist das Einzige in dieser Buchung. Bitte stornieren Sie sie statt dessen.',
  unknownOffer: 'Dieses Angebot gibt es nicht. Bitte wählen Sie eines aus der Liste.',
  offerTwice: 'Das steht schon in dieser Buchung.',
  notOpen: 'An diesem Termin ist nichts mehr zu ändern.',
  chooseSome: 'Bitte wählen Sie mindestens eine Anfrage.',
  reasonMissing: 'Bitte schreiben Sie in einem Satz, warum nicht. Die Schule liest ihn.',
  alreadyDecided: 'Darüber ist schon entschieden.',
  consentMissing: (numbers: string[]) =>
    `Die Schulleitung hat noch nicht zugestimmt: ${numbers.join(', ')}. Mit einer Begründung können Sie trotzdem zusagen.`,
  alreadyOver: 'Der Termin hat schon begonnen.',
}

/** Why a loan is not to be kept longer. */
export const extensionWords = {
  usedUp: (times: number) =>
    times === 0
      ? 'Das lässt sich nicht verlängern.'
      : `Verlängern geht ${times === 1 ? 'einmal' : `${times}-mal`}, und das haben Sie schon getan.`,
  reserved: (day: string) => `Ab ${day} ist das für eine andere Schule reserviert.`,
  overdue: 'Die Rückgabe ist überfällig. Bitte bringen Sie alles zurück oder rufen Sie uns an.',
  noDay: 'In dieser Zeit ist keine Rückgabe möglich.',
  notLater: 'Der neue Tag liegt nicht nach dem bisherigen.',
  tooLong: (day: string) => `So lange geht es nicht. Der späteste Tag ist ${day}.`,
}

export const actWords: Record<Act, string> = {
  booked: 'Gebucht',
  moved: 'Verschoben',
  extended: 'Verlängert',
  edited: 'Angaben geändert',
  offers: 'Angebote geändert',
  cancelled: 'Storniert',
  restored: 'Stornierung zurückgenommen',
  approved: 'Zugesagt',
  rejected: 'Abgelehnt',
  consented: 'Schulleitung hat zugestimmt',
  expired: 'Verfallen, weil niemand entschieden hat',
  reassigned: 'An eine andere Person der Schule übergeben',
}

export const handoverNames: Record<string, string> = {
  pickup: 'Sie holen ab',
  school_mail: 'Die Schulpost bringt es zu Ihrer Schule',
  branch: 'Abholen in der Stadtteilbibliothek',
}

type Told = { actor: string | null; title: string; details: Record<string, unknown> }

const reasonOf = ({ details }: Told) =>
  typeof details.reason === 'string' && details.reason !== '' ? ` „${details.reason}“` : ''

const BY_OTHERS: Partial<Record<Act, string>> = {
  moved: 'Ihre Buchung wurde verschoben',
  extended: 'Ihre Ausleihe wurde verlängert',
  edited: 'Die Angaben Ihrer Buchung wurden geändert',
  offers: 'In Ihrer Buchung hat sich ein Angebot geändert',
  cancelled: 'Ihre Buchung wurde storniert',
  restored: 'Ihre stornierte Buchung gilt wieder',
  approved: 'Zugesagt',
  rejected: 'Abgelehnt',
  expired: 'Ihre Anfrage ist verfallen',
}

/** The sentences of the bell; `title` is what the booking is for. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'medialab.booking-changed': (told) =>
    `${BY_OTHERS[told.details.act as Act] ?? 'Ihre Buchung hat sich geändert'}: ${told.title}.${reasonOf(told)}`,
  'medialab.request-arrived': ({ title }) => `Neue Anfrage im MediaLab: ${title}`,
  'medialab.consent-asked': ({ title }) =>
    `Eine Ausleihe Ihrer Schule braucht Ihre Zustimmung: ${title}`,
  ...reassignedWords,
}

export const auditWords: Record<string, string> = {
  'medialab.booking-changed': 'Buchung einer anderen Person im MediaLab geändert',
  'medialab.request-decided': 'Über eine Anfrage im MediaLab entschieden',
  'medialab.consent-decided': 'Als Schulleitung über eine Ausleihe entschieden',
  'medialab.booking-reassigned': 'Eine Buchung an eine andere Person der Schule übergeben',
}

/** What a link in a letter is good for. */
export const linkWords = {
  unknown: 'Diesen Link gibt es nicht. Bitte prüfen Sie, ob die Adresse vollständig ist.',
  over: 'Diese Buchung ist vorbei. Hier lässt sich nichts mehr ändern.',
  gone: 'Wer gebucht hat, hat kein Konto mehr. Bitte rufen Sie das SMZ an.',
}
