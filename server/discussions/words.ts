import type { Reaction, TopicFilter } from './contract.ts'

export const reactionWords: Record<Reaction, string> = {
  thanks: 'Danke',
  helpful: 'Hilfreich',
  will_try: 'Probiere ich aus',
}

export const filterWords: Record<TopicFilter, string> = {
  all: 'Alle',
  unread: 'Ungelesen',
  solved: 'Gelöst',
}

export const words = {
  whoKnows: (title: string) => `Wer kennt „${title}“?`,
  formerMember: 'Ehemaliges Mitglied',
  facilitator: 'Begleitung',
  missingBody: 'Bitte schreiben Sie etwas.',
  locked: 'Dieses Thema ist geschlossen. Neue Beiträge sind hier nicht mehr möglich.',
  tooManyMarks:
    'Der Text hat zu viele Formatierungen. Bitte vereinfachen Sie ihn oder teilen Sie ihn auf.',
  staleForm: 'Dieses Formular wurde schon verwendet. Bitte laden Sie die Seite neu.',
  postGone: 'Dieser Beitrag wurde inzwischen gelöscht.',
}

type News = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

const somebody = (actor: string | null) => actor ?? 'Jemand'

/** The sentences of the bell and of mails. */
export const notificationWords: Record<string, (news: News) => string> = {
  'discussions.mentioned': ({ actor, title }) =>
    `${somebody(actor)} hat Sie in „${title}“ erwähnt.`,
  'discussions.post-written': ({ actor, title, count }) =>
    count > 1
      ? `${count} neue Antworten in „${title}“.`
      : `${somebody(actor)} hat in „${title}“ geantwortet.`,
  'discussions.topic-opened': ({ actor, title }) =>
    `${somebody(actor)} hat das Thema „${title}“ eröffnet.`,
}

/** What the protocol calls the acts of leads and facilitators. */
export const auditWords: Record<string, string> = {
  'discussions.post-deleted': 'Fremden Beitrag gelöscht',
  'discussions.post-restored': 'Fremden Beitrag wiederhergestellt',
  'discussions.topic-deleted': 'Thema gelöscht',
  'discussions.topic-restored': 'Thema wiederhergestellt',
}
