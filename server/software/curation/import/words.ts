/** Headings of the file, by what stands below them. */
export const columnNames = {
  name: 'Name',
  vendor: 'Anbieter',
  website: 'Adresse',
  description: 'Beschreibung',
  kind: 'Plattform',
  cost: 'Kosten',
  subjects: 'Fächer',
  appStoreId: 'App-Store-Nummer',
} as const

export const fileWords = {
  empty: 'Die Datei ist leer.',
  tooLarge: 'Die Datei ist größer als 1 MB. Bitte teilen Sie die Liste auf.',
  notCsv:
    'Das ist keine CSV-Datei. Bitte speichern Sie die Liste als CSV, nicht als Excel-, ZIP- oder PDF-Datei.',
  utf16: 'Zeile 1: Die Datei ist in UTF-16 gespeichert. Bitte speichern Sie sie als UTF-8.',
  name: 'die Liste der Apps',
  rightOne: 'die richtige Datei',
  tooManyRows: 'Die Liste hat mehr als 2.000 Zeilen. Bitte teilen Sie sie auf.',
  noRows: 'Die Liste hat keine Zeile unter der Überschrift.',
  gone: 'Diese geprüfte Liste gibt es nicht mehr. Bitte laden Sie sie noch einmal hoch.',
  badName: (line: number) => `Zeile ${line}: Der Name braucht 2 bis 120 Zeichen.`,
}

export const importAuditWords = { 'software.imported': 'Liste von Apps eingelesen' }

/** "12 Apps neu, 3 übersprungen" */
export const figuresOf = ({ created, skipped }: { created: number; skipped: number }): string =>
  `${created === 1 ? '1 App' : `${created} Apps`} neu, ${skipped} übersprungen`
