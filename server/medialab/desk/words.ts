import type { DateState } from '../contract.ts'
import { stateNames } from '../words.ts'
import { reminderWords } from './overdue/words.ts'

/** Said where an act does not fit the state a date is in. */
export const notNow = (state: DateState) =>
  `Das geht hier nicht mehr: Die Buchung steht auf „${stateNames[state]}“. Bitte laden Sie die Seite neu.`

export const deskWords = {
  unknownCode: (code: string) => `Kein Gerät mit Code ${code}.`,
  nothingFound: (typed: string) => `Zu „${typed}“ steht gerade nichts an.`,
  changed: 'Jemand anderes hat diese Buchung gerade geändert. Bitte sehen Sie sie noch einmal an.',
  inHouse: 'Im Haus',
  withSomebody: 'Ausgeliehen',
  inRepair: 'In Reparatur',
  lost: 'Verloren',
  retired: 'Ausgemustert',
  broken: 'Nicht nutzbar',
}

type Told = { title: string; count: number; details: Record<string, unknown> }
const detail = ({ details }: Told, name: string) =>
  typeof details[name] === 'string' ? details[name] : ''

/** The sentences of the bell about what goes over the counter. */
export const notificationWords: Record<string, (told: Told) => string> = {
  ...reminderWords,
  'medialab.cannot-keep': (told) =>
    [
      `Buchung ${detail(told, 'number')} lässt sich so nicht halten.`,
      detail(told, 'why'),
      detail(told, 'times'),
    ]
      .filter(Boolean)
      .join(' '),
  'medialab.damage-reported': ({ title }) => `Ein Problem wurde gemeldet: ${title}.`,
}
