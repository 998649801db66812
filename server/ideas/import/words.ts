import type { ImportFigures, ImportRole } from './contract.ts'

/** Headings of the file, by what stands below them. */
export const columnNames = {
  group: 'Gruppe',
  kind: 'Art',
  programme: 'Programm',
  question: 'Frage',
  school: 'Schulnummer',
  email: 'E-Mail',
  role: 'Rolle',
  eventAt: 'Termin',
  eventTitle: 'Terminthema',
  documentTitle: 'Dokument',
  documentLink: 'Dokument-Link',
} as const

export const importRoleNames: Record<ImportRole, string> = {
  lead: 'Sprecher:in',
  member: 'Mitglied',
  guest: 'Gast',
}

export const fileWords = {
  empty: 'Die Datei ist leer.',
  tooLarge: 'Die Datei ist größer als 1 MB. Bitte teilen Sie die Liste auf.',
  notCsv:
    'Das ist keine CSV-Datei. Bitte speichern Sie die Liste als CSV (durch Semikolon getrennt), nicht als Excel-, ZIP- oder PDF-Datei.',
  utf16: 'Zeile 1: Die Datei ist in UTF-16 gespeichert. Bitte speichern Sie sie als UTF-8.',
  name: 'die Liste der Gruppen',
  rightOne: 'die richtige Datei',
  tooManyRows: 'Die Liste hat mehr als 2.000 Zeilen. Bitte teilen Sie sie auf.',
  noRows: 'Die Liste hat keine Zeile unter der Überschrift.',
  gone: 'Diese geprüfte Liste gibt es nicht mehr. Nach einem Tag wird sie gelöscht. Bitte laden Sie sie noch einmal hoch.',
  hasProblems:
    'In der Liste stimmt noch etwas nicht. Es wurde nichts übernommen. Bitte verbessern Sie die Datei und laden Sie sie noch einmal hoch.',
}

/** What is left out of a list, and why. */
export const walledWords = {
  unled: (title: string, kind: string) =>
    `„${title}“ (${kind}) ist nach außen geschlossen. Bitte nennen Sie wenigstens eine Person mit der Rolle ${importRoleNames.lead}: Sie füllt die Gruppe.`,
  leadsOnly: (title: string, kind: string) =>
    `„${title}“ (${kind}) ist nach außen geschlossen: Eingeladen werden nur die Personen mit der Rolle ${importRoleNames.lead}. Weitere Mitglieder, Termine und Unterlagen bringen sie selbst hinein.`,
  closed: (title: string) =>
    `„${title}“ ist übernommen und inzwischen geschlossen. Wer dazukommt, entscheidet die Gruppe; aus der Liste ändert sich nichts.`,
}

export const groupWords = {
  documents: 'Unterlagen von früher',
  question: 'Unsere Frage schreiben wir hier gemeinsam auf.',
  summary: (origin: string, schools: string[]) =>
    [
      `Diese Gruppe gab es schon. Übernommen aus: ${origin}.`,
      schools.length > 0 && `Bisher dabei: ${schools.join(', ')}.`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  invitation: (origin: string, school: string | null) =>
    `Diese Gruppe wurde aus einer bestehenden Liste übernommen (${origin}).${school ? ` Dort stehen Sie für: ${school}.` : ''}`,
}

/** "2 Gruppen neu, 1 bekannt, 14 Einladungen" */
export function figuresOf({ groups, known, invitations, ...more }: ImportFigures): string {
  return [
    groups === 1 ? '1 Gruppe neu' : `${groups} Gruppen neu`,
    `${known} bekannt`,
    invitations === 1 ? '1 Einladung' : `${invitations} Einladungen`,
    more.sessions > 0 && (more.sessions === 1 ? '1 Termin' : `${more.sessions} Termine`),
    more.documents > 0 && (more.documents === 1 ? '1 Link' : `${more.documents} Links`),
  ]
    .filter(Boolean)
    .join(', ')
}
