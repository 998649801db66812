/** Lines most groups can use; each can be answered with yes or no. */
export const NORM_SUGGESTIONS = [
  'Was hier gesagt wird, bleibt hier. Wir sagen vorher, wem wir was erzählen.',
  'Wir fangen pünktlich an und hören pünktlich auf.',
  'Wer etwas zugesagt hat, bringt es mit oder sagt vorher Bescheid.',
  'Alle kommen zu Wort, bevor jemand zum zweiten Mal spricht.',
  'Wir besprechen die Sache, nicht die Person.',
  'Wer Unterricht zeigt, bestimmt, worauf die anderen achten.',
  'Wer fehlt, liest nach und übernimmt trotzdem eine Aufgabe.',
  'Jede Sitzung endet mit einem nächsten Schritt im eigenen Unterricht.',
]

/** Something to begin with instead of an empty field. */
export const AGREEMENT_DRAFT = `Woran wir arbeiten:

Was jede Schule einbringt (Personen, Zeit, Klassen):

Wie wir uns treffen und vertreten:

Was am Ende an jeder Schule ankommen soll:

Was vertraulich bleibt:`

export const words = {
  missingText: 'Bitte schreiben Sie auf, was Sie vereinbaren.',
  noDay: 'Bitte geben Sie einen Tag an, zum Beispiel 31.07.2027.',
  missingNorm: 'Bitte wählen Sie eine Absprache aus oder schreiben Sie eine eigene auf.',
  missingNewNorm: 'Bitte schreiben Sie auf, wie die Absprache jetzt lauten soll.',
  tooLongNorm: 'Eine Absprache darf höchstens 300 Zeichen haben.',
  tooManyNorms:
    'So viele Absprachen merkt sich niemand. Höchstens 20; bitte streichen Sie vorher eine.',
  sameNorm: 'Diese Absprache gibt es schon.',
  alreadyReviewed: 'Über diese Absprache hat inzwischen schon jemand entschieden.',
  closed: 'Die Gruppe ist abgeschlossen. Ihre Vereinbarung bleibt lesbar.',
  newerVersion:
    'Die Vereinbarung hat inzwischen eine neue Fassung. Bitte lesen Sie sie und entscheiden Sie dann.',
  budgetOvertaken:
    'Inzwischen wurde das Zeitbudget geändert. Bitte vergleichen Sie und speichern Sie noch einmal.',
  budgetDiffers: (text: string) =>
    `Inzwischen steht dort: „${text}“. Bitte vergleichen Sie und entscheiden Sie noch einmal.`,
  overtaken:
    'Inzwischen gibt es eine neue Fassung. Ihr Text steht noch im Feld, die neue Fassung darunter. Bitte führen Sie beides zusammen und speichern Sie noch einmal.',
  version: (number: number) => `Fassung ${number}`,
  dropped: (text: string) => `Gestrichen: ${text}`,
  changed: (text: string) => `Geändert: ${text}`,
  restored: (text: string) => `Wieder aufgenommen: ${text}`,
  formerMember: 'Ehemaliges Mitglied',
}
