import type { Level, Status } from './contract.ts'

export const levelNames: Record<Level, string> = {
  introduce: 'Einführen',
  practise: 'Üben',
  deepen: 'Vertiefen',
}

export const statusNames: Record<Status, string> = {
  planned: 'Geplant',
  tried: 'Erprobt',
  established: 'Verankert',
  retired: 'Nicht mehr unterrichtet',
}

export const words = {
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  chooseCompetency: 'Bitte wählen Sie mindestens eine Kompetenz.',
  chooseGrade: 'Bitte wählen Sie mindestens einen Jahrgang.',
  chooseSubject: 'Bitte wählen Sie ein Fach.',
  missingUnit: 'Bitte nennen Sie das Unterrichtsvorhaben.',
  badYear: 'Bitte ein Schuljahr wie 2026/27.',
  badDay: 'Bitte ein Datum wählen.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  tooMany:
    'Das sind zu viele Einträge auf einmal. Bitte wählen Sie weniger Kompetenzen oder Jahrgänge.',
  taken:
    'Zu dieser Kompetenz gibt es in diesem Fach und Jahrgang schon einen Eintrag. Bitte ergänzen Sie ihn dort.',
  takenSince:
    'Zu dieser Kompetenz steht dort inzwischen ein anderer Eintrag. Der gelöschte bleibt gelöscht.',
  overtaken:
    'Jemand hat das inzwischen geändert. Ihre Angaben stehen noch hier. Bitte vergleichen Sie.',
  notYours: 'In diesem Fach tragen die Fachkonferenz und die Redaktion des Konzepts ein.',
  strangeLesson: 'Bitte wählen Sie Unterrichtskonzepte Ihrer Schule.',
  made: (made: number, known: number) =>
    `${made === 1 ? '1 Eintrag ist' : `${made} Einträge sind`} angelegt.${known > 0 ? ` ${known === 1 ? 'Einen' : known} gab es schon; ${known === 1 ? 'er' : 'sie'} ${known === 1 ? 'bleibt' : 'bleiben'}, wie ${known === 1 ? 'er war' : 'sie waren'}.` : ''}`,
  confirmed: (count: number, subject: string, year: string) =>
    `${count === 1 ? '1 Eintrag' : `${count} Einträge`} in ${subject} ${count === 1 ? 'ist' : 'sind'} für ${year} bestätigt.`,
}
