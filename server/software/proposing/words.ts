export const proposingRefusals = {
  similar: (names: string[]) =>
    `Im Verzeichnis steht schon: ${names.map((name) => `„${name}“`).join(', ')}. Wenn Sie etwas anderes meinen, kreuzen Sie das bitte an.`,
  past: 'Dieser Tag ist schon vorbei.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen.',
  noCase: 'Diese Prüfung ist inzwischen abgeschlossen.',
  nothingToAnswer: 'Diese Frage ist schon beantwortet, oder die Frist ist vorbei.',
}
