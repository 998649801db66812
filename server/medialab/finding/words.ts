import type { OfferKind } from '../contract.ts'
import type { When } from '../placing/contract.ts'
import { dayWords } from '../words.ts'

/** "Mo 30.11.2026, 10:00–12:00 Uhr", "Mo 30.11.2026 bis Fr 04.12.2026". */
export function whenWords({ from, to, span }: When): string {
  if (span) return `${dayWords(from)}, ${span.from}–${span.to} Uhr`
  return from === to ? dayWords(from) : `${dayWords(from)} bis ${dayWords(to)}`
}

/** What people call the kinds of offers; everything else is looked for in names and descriptions. */
export const KIND_WORDS: Readonly<Record<string, OfferKind>> = {
  ...{ raum: 'room', räume: 'room', room: 'room', labor: 'room', medialab: 'room' },
  ...{ arbeitsbereich: 'zone', arbeitsbereiche: 'zone', zone: 'zone', zonen: 'zone' },
  ...{ beratung: 'advice', beratungen: 'advice', termin: 'advice' },
  ...{ gruppentermin: 'event', veranstaltung: 'event', kollegium: 'event' },
}

/** Other names of the same things. */
export const SAME_WORDS: Readonly<Record<string, string>> = {
  ...{ tablet: 'ipad', tablets: 'ipad', notebook: 'laptop', notebooks: 'laptop' },
  ...{ vrbrille: 'vr', vrbrillen: 'vr', roboter: 'lernroboter', mikro: 'mikrofon' },
}

export const NEED_IDEAS = ['Raum', 'iPads', 'Beratung', 'VR-Brillen', 'Podcast', 'Calliope']

export const searchWords = {
  missingDay: 'Bitte geben Sie einen Tag an.',
  missingTime: 'Bitte geben Sie eine Uhrzeit wie 10:00 an.',
  strangeNumber: 'Bitte geben Sie eine ganze Zahl ab 1 an.',
  missingNeed: 'Bitte schreiben Sie, was Sie brauchen, zum Beispiel „Raum“.',
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  tooLong: 'Eine Ausleihe kann höchstens ein Jahr dauern.',
  freeOf: (free: number, total: number) => (total > 1 ? `${free} von ${total} frei` : 'frei'),
  tooFew: (free: number, total: number) =>
    free === 0 ? 'vergeben' : `nur noch ${free} von ${total} frei`,
}
