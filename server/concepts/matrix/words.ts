import { subjectNames } from '#server/accounts/words.ts'

export const words = {
  competency: 'Kompetenz',
  noGaps: 'Keine Lücke.',
  noDuty:
    'Für diese Schulform ist der Medienkompetenzrahmen ein Angebot: Wo nichts steht, fehlt nichts.',
  noPlace: 'Diese Stelle gibt es im Medienkompetenzrahmen nicht.',
}

const KNOWN: Record<string, string> = subjectNames
/** A subject of the usual ones, or as the school calls it. */
export const subjectTitle = (subject: string) =>
  subject === '' ? 'Ohne Fach' : (KNOWN[subject] ?? subject)

export const sourceWords: Record<'cell' | 'lesson' | 'project', string> = {
  cell: 'Eintrag der Fachkonferenz',
  lesson: 'Unterrichtskonzept',
  project: 'Vorhaben',
}
