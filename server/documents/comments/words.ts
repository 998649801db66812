export const words = {
  missingBody: 'Bitte schreiben Sie etwas.',
  staleForm:
    'Dieses Formular wurde schon verwendet. Bitte kopieren Sie Ihren Text und laden Sie die Seite neu.',
  gone: 'Dieser Kommentar wurde inzwischen gelöscht.',
  tooManyThreads:
    'Dieses Dokument hat 200 offene Kommentare. Bitte kennzeichnen Sie zuerst einige als erledigt.',
  tooManyComments:
    'Zu dieser Stelle gibt es schon 100 Kommentare. Bitte beginnen Sie einen neuen oder eine Diskussion.',
}

type News = { actor: string | null; title: string; count: number }
const somebody = (actor: string | null) => actor ?? 'Jemand'

/** The sentences of the bell and of mails. */
export const notificationWords: Record<string, (news: News) => string> = {
  'documents.comment-written': ({ actor, title, count }) =>
    count > 1
      ? `${count} neue Kommentare zu einer Stelle in „${title}“.`
      : `${somebody(actor)} hat „${title}“ kommentiert.`,
  'documents.comment-mentioned': ({ actor, title }) =>
    `${somebody(actor)} hat Sie in einem Kommentar zu „${title}“ erwähnt.`,
}

/** What the protocol calls the acts of those who keep order. */
export const auditWords: Record<string, string> = {
  'documents.comment-deleted': 'Fremden Kommentar gelöscht',
  'documents.comment-restored': 'Fremden Kommentar wiederhergestellt',
}
