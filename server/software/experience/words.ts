export const scoreNames = {
  learningEffect: { label: 'Lernwirkung', low: 'gering', high: 'groß' },
  effort: { label: 'Aufwand', low: 'gering', high: 'groß' },
  stability: { label: 'Läuft stabil', low: 'selten', high: 'immer' },
} as const

export const words = {
  missingSetting: 'Bitte schreiben Sie, wie Sie die App eingesetzt haben.',
  missingScore: 'Bitte wählen Sie eine Zahl von 1 bis 5.',
  missingAgain: 'Bitte sagen Sie, ob Sie die App wieder einsetzen würden.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen.',
  strangeProject: 'Dieses Vorhaben steht Ihnen nicht zur Wahl.',
  stale: 'Der Bericht wurde inzwischen geändert. Bitte vergleichen Sie die beiden Fassungen.',
  gone: 'Dieser Bericht ist gelöscht.',
  thing: (product: string) => `Erfahrung mit „${product}“`,
}
