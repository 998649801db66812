import type { Every, Preview } from './contract.ts'

export const everyNames: Record<Every, string> = {
  once: 'Einmal',
  weekly: 'Wöchentlich',
  fortnightly: 'Alle zwei Wochen',
}

export const checkoutWords = {
  missingDay: 'Bitte geben Sie einen Tag an.',
  missingTime: 'Bitte geben Sie eine Uhrzeit wie 10:00 an.',
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  tooLong: 'Eine Ausleihe kann höchstens ein Jahr dauern.',
  series: (most: number) => `Eine Reihe hat 2 bis ${most} Termine.`,
  missingPurpose: 'Bitte schreiben Sie, wofür Sie es brauchen, zum Beispiel „6b Brüche“.',
  strangeNumber: 'Bitte geben Sie eine ganze Zahl an.',
  emptyBasket: 'Ihr Korb ist leer. Bitte wählen Sie zuerst ein Angebot.',
  gone: 'Eines der Angebote gibt es nicht mehr. Bitte suchen Sie noch einmal.',
  strangeSchool: 'Bitte wählen Sie eine Ihrer Schulen.',
  strangeSite: 'Diesen Ort gibt es nicht mehr. Bitte wählen Sie einen anderen.',
  strangePerson: 'Bitte suchen Sie die Person noch einmal.',
  nobody: 'Niemand mit diesem Namen gefunden.',
  missingReason: 'Bitte schreiben Sie, warum die Regeln hier nicht gelten.',
  stands: 'So geht es nicht. Was im Weg steht, lesen Sie unter „Termine“.',
}

/** The button says what pressing it does. */
export const buttonOf = (preview: Preview | null): string =>
  preview?.state === 'requested' ? 'Anfragen' : 'Verbindlich buchen'

export const placedWords = (state: 'confirmed' | 'requested', skipped: number): string => {
  const what =
    state === 'confirmed' ? 'Ihre Buchung steht.' : 'Ihre Anfrage ist da. Wir melden uns.'
  if (skipped === 0) return what
  return `${what} ${skipped === 1 ? '1 Termin fällt' : `${skipped} Termine fallen`} aus.`
}
