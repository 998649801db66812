import type { ClosingReport, Recommendation } from './contract.ts'

export const recommendationNames: Record<Recommendation, string> = {
  adopt: 'Zur Nachahmung empfohlen',
  adopt_with_conditions: 'Mit Bedingungen empfohlen',
  try_again: 'Noch einmal erproben',
  do_not_adopt: 'Nicht empfohlen',
}

export const recommendationHints: Record<Recommendation, string> = {
  adopt: 'Andere Schulen können es so übernehmen.',
  adopt_with_conditions: 'Es trägt, wenn bestimmte Voraussetzungen da sind. Nennen Sie sie oben.',
  try_again: 'Für ein Urteil ist es zu früh.',
  do_not_adopt: 'Auch das hilft anderen: Sie sparen sich den Weg.',
}

/** The questions of the form and of the page. */
export const closingQuestions = {
  result: 'Was hat geklappt?',
  surprise: 'Was hat Sie überrascht?',
  wouldChange: 'Was würden Sie beim nächsten Mal anders machen?',
  oneSentence: 'Das Wichtigste in einem Satz',
  context: 'Unter welchen Bedingungen?',
  approach: 'Wie sind Sie vorgegangen?',
  effort: 'Wie viel Zeit hat es gebraucht?',
} as const

export const words = {
  missingSentence: 'Bitte schreiben Sie das Wichtigste in einem Satz auf.',
  missingRecommendation: 'Bitte wählen Sie eine Empfehlung.',
}

/** Reflection and report as plain text, for comparing two of them. */
export function plainReport(report: ClosingReport): string {
  const answers = (Object.keys(closingQuestions) as (keyof typeof closingQuestions)[]).flatMap(
    (key) => (report[key] ? [`${closingQuestions[key]}\n${report[key]}`] : []),
  )
  return [...answers, `Ihre Empfehlung\n${recommendationNames[report.recommendation]}`].join('\n\n')
}
