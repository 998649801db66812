import type { Shelf, Template } from './contract.ts'

export const shelfWords: Record<Shelf, string> = {
  active: 'Aktuell',
  archived: 'Archiv',
  templates: 'Vorlagen',
  deleted: 'Papierkorb',
}

export const templateWords: Record<Template, { name: string; what: string }> = {
  empty: { name: 'Leeres Dokument', what: 'Ohne Gliederung.' },
  lesson: {
    name: 'Unterrichtsplan',
    what: 'Ziel, Verlauf in einer Tabelle, Material, Auswertung.',
  },
  protocol: {
    name: 'Sitzungsprotokoll',
    what: 'Wer war da, was wurde beschlossen, wer macht was.',
  },
  visit: { name: 'Hospitation', what: 'Beobachtungsfrage, Beobachtungen, was wir mitnehmen.' },
  agreement: { name: 'Arbeitsvereinbarung', what: 'Frage der PLG, Termine, Regeln, Aufgaben.' },
}

type HomeWords = {
  about: (title: string) => string
  readers: (title: string) => string
  writes: string
}

const forPlg: HomeWords = {
  about: (title) => `PLG „${title}“`,
  readers: (title) => `Aus der PLG „${title}“. Nur ihre Mitglieder lesen das.`,
  writes: 'Mit „Bearbeiten“ schreiben alle Mitglieder gemeinsam.',
}
const forConcept: HomeWords = {
  about: (title) => title,
  readers: (title) => `Aus „${title}“. Nur Ihre Schule liest das.`,
  writes: 'Mit „Bearbeiten“ schreiben alle gemeinsam, die am Medienkonzept arbeiten.',
}

/** Whose a document is, who reads and who writes it, by the kind of its home. */
export const homeWords = (kind: string): HomeWords => (kind === 'concept' ? forConcept : forPlg)

export const words = {
  shelf: 'Dokumente',
  formerMember: 'Ehemaliges Mitglied',
  missingTitle: 'Bitte geben Sie dem Dokument einen Titel.',
  staleForm: 'Dieses Formular wurde schon verwendet. Bitte laden Sie die Seite neu.',
  noTemplate: 'Diese Vorlage gibt es nicht mehr. Bitte wählen Sie eine andere.',
  leavesWalled: (title: string) =>
    `Diese Gruppe ist nach außen geschlossen. In „${title}“ lesen alle Mitglieder den Text, seine Versionen und Kommentare, auch mit den Namen. Bitte bestätigen Sie das unten.`,
  noHome: 'Dorthin können Sie das Dokument nicht verschieben.',
  archived: 'Dieses Dokument ist im Archiv. Holen Sie es zurück, um daran zu schreiben.',
  tooRich:
    'Dieser Text hat Teile, die im einfachen Formular verloren gingen. Bitte nutzen Sie den Editor.',
  textChanged:
    'Der Text wurde geändert, während Sie geschrieben haben. Unten stehen beide Fassungen.',
}

type News = { actor: string | null; title: string; count: number }
const somebody = (actor: string | null) => actor ?? 'Jemand'

/** The sentences of the bell and of mails. */
export const notificationWords: Record<string, (news: News) => string> = {
  'documents.created': ({ actor, title }) =>
    `${somebody(actor)} hat das Dokument „${title}“ angelegt.`,
}

/** What the protocol calls these acts. */
export const auditWords: Record<string, string> = {
  'documents.deleted': 'Dokument gelöscht',
  'documents.restored': 'Dokument wiederhergestellt',
  'documents.moved': 'Dokument verschoben',
  'documents.text-broke': 'Ungültiger Text in einem Dokument, letzter gültiger Stand behalten',
}
