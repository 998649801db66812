export const words = {
  missingQuestion: 'Bitte schreiben Sie Ihre Frage.',
  missingAnswer: 'Bitte schreiben Sie Ihre Antwort.',
  gone: 'Diese Frage ist inzwischen gelöscht.',
  tooMany: 'Zu dieser Frage gibt es schon 100 Antworten. Bitte stellen Sie eine neue.',
  question: (product: string) => `Frage zu „${product}“`,
  answer: (product: string) => `Antwort zu „${product}“`,
}

type News = { actor: string | null; title: string; count: number }
const somebody = (actor: string | null) => actor ?? 'Jemand'

/** The sentences of the bell and of mails. The title is "Frage zu „…“". */
export const notificationWords: Record<string, (news: News) => string> = {
  'software.question-asked': ({ actor, title, count }) =>
    count > 1 ? `${count} Nachrichten: ${title}.` : `${somebody(actor)} fragt: ${title}.`,
  'software.question-answered': ({ actor, title, count }) =>
    count > 1 ? `${count} Antworten: ${title}.` : `${somebody(actor)} hat geantwortet: ${title}.`,
  'software.question-answered-officially': ({ title }) =>
    `Die Datenschutzbeauftragten haben geantwortet: ${title}.`,
}

/** What the protocol calls the acts of those who keep order. */
export const auditWords: Record<string, string> = {
  'software.question-deleted': 'Fremde Frage zu einer App gelöscht',
  'software.question-restored': 'Fremde Frage zu einer App wiederhergestellt',
  'software.answer-deleted': 'Fremde Antwort zu einer App gelöscht',
  'software.answer-restored': 'Fremde Antwort zu einer App wiederhergestellt',
  'software.experience-deleted': 'Fremden Erfahrungsbericht gelöscht',
  'software.experience-restored': 'Fremden Erfahrungsbericht wiederhergestellt',
}
