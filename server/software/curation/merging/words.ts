import { UNDO_DAYS } from '../../contract.ts'
import type { MergedField, Moving } from './contract.ts'

export const fieldNames: Record<MergedField, string> = {
  name: 'Name',
  vendorId: 'Anbieter',
  kind: 'Plattform',
  description: 'Beschreibung',
  website: 'Adresse im Netz',
  appStoreId: 'Nummer im App Store',
  functionTags: 'Funktion',
  subjects: 'Fächer',
  gradeBands: 'Jahrgänge',
  schoolForms: 'Schulformen',
  costModel: 'Kosten',
  offlineUse: 'Ohne Internet',
  advertising: 'Werbung',
}

const KINDS: Record<keyof Moving, [one: string, many: string]> = {
  projects: ['Vorhaben', 'Vorhaben'],
  cards: ['Karte', 'Karten'],
  watchLists: ['Merkliste', 'Merklisten'],
  follows: ['Follower-Liste', 'Follower-Listen'],
  experiences: ['Erfahrungsbericht', 'Erfahrungsberichte'],
  questions: ['Frage', 'Fragen'],
  plgs: ['PLG', 'PLGs'],
  uses: ['Nutzung', 'Nutzungen'],
  adoptions: ['Entscheidung einer Schule', 'Entscheidungen von Schulen'],
  reviews: ['Prüfung', 'Prüfungen'],
  documents: ['Unterlage', 'Unterlagen'],
}

/** "3 Vorhaben, 2 Karten, 5 Merklisten, 1 Follower-Liste"; '' when there is nothing. */
export const movingWords = (moving: Moving): string =>
  (Object.entries(moving) as [keyof Moving, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${KINDS[kind][count === 1 ? 0 : 1]}`)
    .join(', ')

export const refusals = {
  itself: 'Das ist zweimal derselbe Eintrag.',
  notListed: 'Einer der Einträge steht nicht mehr im Verzeichnis. Bitte laden Sie die Seite neu.',
  hasMerged:
    'In diesen Eintrag ist schon ein anderer übergegangen. Führen Sie die beiden umgekehrt zusammen.',
  twoVerdicts:
    'Bitte Prüfstelle entscheiden lassen: Zu beiden Einträgen gibt es Prüfergebnisse, und sie sind verschieden.',
  twoCases: 'Zu beiden Einträgen läuft eine Prüfung. Bitte Prüfstelle entscheiden lassen.',
  changed: 'Ein Eintrag wurde inzwischen geändert. Bitte sehen Sie ihn noch einmal an.',
  tooLate: `Das liegt mehr als ${UNDO_DAYS} Tage zurück und lässt sich nicht mehr zurücknehmen.`,
  targetGone:
    'Der Eintrag ist inzwischen selbst in einen anderen übergegangen. Nehmen Sie erst das zurück.',
}

export const auditWords = {
  'software.merged': 'Apps zusammengeführt',
  'software.unmerged': 'Zusammenführung von Apps zurückgenommen',
  'software.kept-apart': 'Apps für verschieden erklärt',
}
