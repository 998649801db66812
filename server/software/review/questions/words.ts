export const questionRefusals = {
  past: 'Bitte geben Sie einen Tag an, der noch kommt.',
  noDay: 'Bitte geben Sie an, bis wann Sie eine Antwort brauchen.',
  noRequester: 'Diese Prüfung hat niemand aus einer Schule vorgeschlagen.',
  over: 'Diese Frage ist schon beantwortet, oder die Prüfung ist weitergegangen.',
}

/** What a vendor reads whose link leads nowhere any more. */
export const linkWords = {
  unknown: 'Dieser Link ist unbekannt. Bitte öffnen Sie ihn vollständig aus der Mail.',
  answered: 'Diese Frage ist schon beantwortet. Vielen Dank.',
  expired: 'Dieser Link ist abgelaufen. Bitte schreiben Sie der Prüfstelle.',
}
export type LinkState = 'open' | keyof typeof linkWords
