import type { ChapterKind } from '../contract.ts'

/** The usual chapters in NRW, in their order; a school renames them as it likes. */
export const STANDARD_CHAPTERS: readonly { kind: ChapterKind; title: string }[] = [
  { kind: 'vision', title: 'Pädagogische Ziele' },
  { kind: 'school_programme_link', title: 'Ausgangslage' },
  { kind: 'teaching_development', title: 'Unterrichtsentwicklung und Medienkompetenzrahmen' },
  { kind: 'support_and_roles', title: 'Organisation' },
  { kind: 'training', title: 'Personal und Fortbildung' },
  { kind: 'cooperation', title: 'Kooperation' },
  { kind: 'equipment_and_use', title: 'Technologie und Ausstattung' },
  { kind: 'evaluation', title: 'Evaluation' },
]

export const refusals = {
  title: 'Bitte geben Sie dem Kapitel einen Titel.',
  kind: 'Bitte wählen Sie aus der Liste.',
  tooMany: 'Ein Medienkonzept hat hier höchstens 60 Kapitel. Bitte fassen Sie einige zusammen.',
  moved:
    'Jemand hat die Reihenfolge inzwischen geändert. Sie sehen jetzt den neuen Stand. Bitte verschieben Sie noch einmal.',
  notStaff: 'Diese Person gehört nicht zu Ihrer Schule. Bitte wählen Sie aus der Liste.',
  noTemplate: 'Diese Vorlage gibt es nicht mehr. Bitte wählen Sie eine andere.',
  noExample: 'Dieses Kapitel ist nicht mehr veröffentlicht. Bitte wählen Sie ein anderes.',
}

/** What stood there is kept as a version of this name. */
export const beforeTaking = (title: string) => `Vor der Übernahme von „${title}“`

/** Whose text it was, as a line of the text itself. */
export const attribution = (of: { title: string; school: string; version: number }) =>
  `Nach „${of.title}“ im Medienkonzept ${of.school}, Version ${of.version}.`

type News = { actor: string | null; title: string; count: number }

export const notificationWords: Record<string, (news: News) => string> = {
  'concepts.chapter-given': ({ actor, title }) =>
    `${actor ?? 'Jemand'} hat Sie für das Kapitel „${title}“ als zuständig eingetragen.`,
}

/** What the history of the school says; `title` is the chapter's title then. */
export const changeWords: Record<string, string> = {
  'chapter.standard': 'Übliche Kapitel angelegt',
  'chapter.created': 'Kapitel angelegt',
  'chapter.set': 'Angaben zum Kapitel geändert',
  'chapter.moved': 'Kapitel verschoben',
  'chapter.removed': 'Kapitel entfernt',
  'chapter.restored': 'Kapitel zurückgeholt',
  'chapter.began': 'Vorlage in ein Kapitel übernommen',
  'chapter.imported': 'Kapitel aus Datei übernommen',
  'chapter.described': 'Bild beschrieben',
  'import.begun': 'Datei zum Übernehmen gelesen',
  'import.dropped': 'Datei doch nicht übernommen',
}
