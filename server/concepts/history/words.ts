import { changeWords } from '../chapters/words.ts'
import { contextNames } from '../reflections/words.ts'
import { goalStatusNames, moodNames } from '../goals/words.ts'
import { measureStatusNames } from '../goals/measures/words.ts'
import { roleNames } from '../words.ts'
import { subjectNames } from '#server/accounts/words.ts'

type Details = Record<string, unknown>

const text = (details: Details, name: string): string => {
  const value = details[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const named = (details: Details, name = 'title') => {
  const value = text(details, name)
  return value ? ` „${value}“` : ''
}
const wordOf = (words: Record<string, string>, details: Details, name: string) =>
  words[text(details, name)] ?? ''
const roleOf = (details: Details) =>
  [wordOf(roleNames, details, 'role'), wordOf(subjectNames, details, 'subject')]
    .filter(Boolean)
    .join(' ')

/** What happened to the working copy, in German sentences; `who` is whom it was about. */
const sentences: Record<string, (details: Details, who: string) => string> = {
  'concept.renamed': (d) => `Das Konzept heißt jetzt${named(d)}.`,
  'concept.submitted': () => 'Das Konzept liegt der Schulleitung vor.',
  'concept.returned': () => 'Die Schulleitung hat das Konzept zurückgegeben.',
  'concept.moves': (d) => `Das Konzept gehört jetzt zu „${text(d, 'to')}“.`,
  'concept.archived': (d) => `Das Konzept wird von „${text(d, 'to')}“ weitergeführt.`,
  'goal.created': (d) => `Ziel angelegt:${named(d)}.`,
  'goal.edited': (d) => `Ziel bearbeitet:${named(d)}.`,
  'goal.moved': (d) => `Ziel${named(d)}: ${wordOf(goalStatusNames, d, 'status')}.`,
  'goal.deleted': (d) => `Ziel gelöscht:${named(d)}.`,
  'goal.restored': (d) => `Ziel wiederhergestellt:${named(d)}.`,
  'goal.ordered': (d) => `Reihenfolge der Ziele geändert:${named(d)}.`,
  'goal.adoption-undone': (d) => `Übernahme zurückgenommen:${named(d)}.`,
  'goal.adopted': (d) => `Ziel übernommen:${named(d)}.`,
  'goal.checked-in': (d) => `Zwischenstand zu${named(d)}: ${wordOf(moodNames, d, 'mood')}.`,
  'measure.created': (d) => `Maßnahme angelegt:${named(d, 'measure')}.`,
  'measure.edited': (d) => `Maßnahme bearbeitet:${named(d, 'measure')}.`,
  'measure.moved': (d) =>
    `Maßnahme${named(d, 'measure')}: ${wordOf(measureStatusNames, d, 'status')}.`,
  'measure.deleted': (d) => `Maßnahme gelöscht:${named(d, 'measure')}.`,
  'measure.restored': (d) => `Maßnahme wiederhergestellt:${named(d, 'measure')}.`,
  'measure.asked': (d) => `Unterstützung angefragt zu${named(d, 'measure')}.`,
  'training.created': (d) => `Fortbildungsbedarf eingetragen:${named(d)}.`,
  'training.edited': (d) => `Fortbildungsbedarf bearbeitet:${named(d)}.`,
  'training.deleted': (d) => `Fortbildungsbedarf gelöscht:${named(d)}.`,
  'training.restored': (d) => `Fortbildungsbedarf wiederhergestellt:${named(d)}.`,
  'reflection.added': () => 'Eintrag im Rückblick.',
  'reflection.corrected': () => 'Eintrag im Rückblick berichtigt.',
  'reflection.taken': (d) =>
    `In den Rückblick übernommen: ${wordOf(contextNames, d, 'context') || 'Eintrag'}.`,
  'role.given': (d, who) => `${who || 'Jemand'} hat eine Aufgabe: ${roleOf(d)}.`,
  'role.taken': (d, who) => `${who || 'Jemand'} hat eine Aufgabe nicht mehr: ${roleOf(d)}.`,
}

/** What others write into the history, told by the first and the last part of its name. */
const things: Record<string, string> = {
  chapter: 'Kapitel',
  import: 'Datei',
  cell: 'Eintrag im Medienkompetenzrahmen',
  cells: 'Einträge im Medienkompetenzrahmen',
  level: 'Stufe der Schule',
  lesson: 'Unterrichtskonzept',
  project: 'Vorhaben',
  version: 'Version',
  resolution: 'Beschluss',
  talk: 'Ausstattungsgespräch',
}
const acts: Record<string, string> = {
  created: 'angelegt',
  added: 'hinzugefügt',
  edited: 'bearbeitet',
  renamed: 'umbenannt',
  moved: 'verschoben',
  deleted: 'gelöscht',
  removed: 'entfernt',
  restored: 'wiederhergestellt',
  taken: 'übernommen',
  linked: 'verbunden',
  unlinked: 'getrennt',
  frozen: 'festgehalten',
  published: 'veröffentlicht',
  withdrawn: 'zurückgezogen',
  recorded: 'eingetragen',
  confirmed: 'bestätigt',
  began: 'begonnen',
  begun: 'hochgeladen',
  described: 'beschrieben',
  dropped: 'verworfen',
  imported: 'aus einer Datei übernommen',
  resolved: 'mit einem Beschluss versehen',
  unresolved: 'ohne einen Beschluss, der falsch war',
  set: 'eingestellt',
  standard: 'aus der Vorlage angelegt',
  adopted: 'übernommen',
}

export function sentenceOf(what: string, details: Details, who: string): string {
  const own = sentences[what]
  if (own) return own(details, who)
  const title = named(details) || named(details, 'number')
  const told = changeWords[what]
  if (told) return title ? `${told}:${title}.` : `${told}.`
  const [thing = '', act = ''] = what.split('.')
  return `${things[thing] ?? 'Konzept'}${title} ${acts[act] ?? 'geändert'}.`
}
