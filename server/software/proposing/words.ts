export const proposingRefusals = {
  similar: (names: string[]) =>
    `Im Verzeichnis steht schon: ${names.map((name) => `„${name}“`).join(', ')}. Wenn Sie etwas anderes meinen, kreuzen Sie das bitte an.`,
  past: 'Dieser Tag ist schon vorbei.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen.',
  noCase: 'Diese Prüfung ist inzwischen abgeschlossen.',
  draftChanged:
    'Dieser Entwurf wurde inzwischen in einem anderen Fenster gesichert oder gelöscht. Bitte laden Sie die Seite neu.',
  tooManyDrafts:
    'Sie haben schon 20 Entwürfe. Bitte löschen Sie einen, den Sie nicht mehr brauchen.',
  nothingToAnswer: 'Diese Frage ist schon beantwortet, oder die Frist ist vorbei.',
}
