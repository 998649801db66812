import { dayWords } from '../../words.ts'

type Told = { details: Record<string, unknown> }
const detail = ({ details }: Told, name: string) =>
  typeof details[name] === 'string' ? details[name] : ''
const due = (told: Told) => dayWords(detail(told, 'due'))

export const overdueWords = {
  reminded: 'Die Erinnerung ist unterwegs.',
  alreadyToday: 'Heute ist schon eine Erinnerung hinausgegangen.',
  notDue: 'Das ist noch nicht fällig oder schon zurück.',
}

/** The sentences of the bell about bringing back. */
export const reminderWords: Record<string, (told: Told) => string> = {
  'medialab.due-soon': (told) =>
    `Bitte denken Sie an die Rückgabe: ${detail(told, 'offers')}, ${due(told)}.`,
  'medialab.overdue': (told) =>
    `${detail(told, 'offers')} war am ${due(told)} fällig. Bitte bringen Sie es zurück oder rufen Sie das SMZ an.`,
  'medialab.overdue-again': (told) =>
    `${detail(told, 'offers')} fehlt seit ${due(told)}. Andere Schulen warten darauf. Bitte melden Sie sich beim SMZ.`,
}

/** The letter to the school's own address, after five school days. */
export const schoolLetter = (of: {
  offers: string
  due: string
  person: string
  number: string
}) => ({
  subject: `Noch nicht zurück im MediaLab: ${of.offers}`,
  text: [
    `Ihre Schule hat im MediaLab des Schulmedienzentrums etwas ausgeliehen, das am ${dayWords(of.due)} zurück sein sollte: ${of.offers}.`,
    `Buchung ${of.number}${of.person === '' ? '' : `, ausgeliehen von ${of.person}`}. Wir haben schon erinnert.`,
    'Bitte sorgen Sie für die Rückgabe oder melden Sie sich beim SMZ.',
  ],
})
