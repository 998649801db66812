import type { IdeaState, Topic } from './contract.ts'

export const topicNames: Record<Topic, string> = {
  parent_funding: 'Elternfinanzierung',
  one_to_one: '1:1-Ausstattung',
  base_equipment: 'Basisausstattung',
  artificial_intelligence: 'Künstliche Intelligenz',
  differentiation: 'Individuell fördern',
  inclusion: 'Inklusion',
  language_learning: 'Sprachbildung',
  feedback_and_assessment: 'Rückmeldung und Prüfung',
  audio_and_video: 'Ton und Film',
  programming_and_robotics: 'Programmieren und Robotik',
  information_literacy: 'Recherche und Quellenkritik',
  transition: 'Übergänge',
  media_concept: 'Medienkonzept',
  team_development: 'Zusammenarbeit im Kollegium',
  organisation: 'Schulorganisation',
}

/** What others read about an idea; that a closed PLG came of it is nobody else's business. */
export const stateNames: Record<IdeaState, string> = {
  open: 'Offen',
  merged: 'Zusammengeführt',
  became_plg: 'Nicht mehr offen',
  archived: 'Archiviert',
}

export const refusals = {
  callOver:
    'Dieser Aufruf ist inzwischen beendet. Senden Sie noch einmal, dann steht Ihre Idee ohne ihn auf dem Markt.',
  notConfirmed:
    'Ihre Schule hat Sie noch nicht bestätigt. Ideen sehen Sie, sobald Ihre Schulleitung oder die Digitalisierungsbeauftragten das getan haben.',
  mayNotWrite: 'Ideen schreiben Lehrkräfte, das SMZ und der Schulträger.',
  notOpen: 'Diese Idee ist nicht mehr offen.',
  changed:
    'Inzwischen wurde diese Idee geändert. Unten steht, wie sie jetzt heißt. Bitte vergleichen Sie und speichern Sie noch einmal.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen Sie mitmachen.',
  noSchool: 'Mitmachen kann, wer an einer Schule bestätigt ist.',
  intoItself: 'Eine Idee lässt sich nicht mit sich selbst zusammenführen.',
  alreadyMerged: 'Eine der beiden Ideen ist inzwischen schon zusammengeführt.',
  hasMerged:
    'In diese Idee sind schon andere zusammengeführt. Führen Sie umgekehrt zusammen: die andere Idee in diese.',
  tooLateToUndo: 'Das lässt sich nach 30 Tagen nicht mehr rückgängig machen.',
  plgThere: 'Aus der Idee ist schon eine PLG geworden. Das Zusammenführen bleibt.',
  alreadyPlg: 'Aus dieser Idee ist inzwischen schon eine PLG geworden.',
}

type Told = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

const whoOf = ({ actor }: Told) => actor ?? 'Jemand'
const detail = ({ details }: Told, name: string) =>
  typeof details[name] === 'string' ? details[name] : ''

/** The sentences of the bell; `title` is the idea. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'ideas.joined': (told) =>
    told.count > 1
      ? `${told.count} weitere machen bei „${told.title}“ mit.`
      : `${whoOf(told)} macht bei Ihrer Idee „${told.title}“ mit.`,
  'ideas.merged': (told) =>
    `${whoOf(told)} hat die Idee „${detail(told, 'source')}“ mit „${told.title}“ zusammengeführt.`,
  'ideas.unmerged': (told) =>
    `${whoOf(told)} hat ein Zusammenführen zurückgenommen: „${told.title}“ steht wieder für sich.`,
  'ideas.became-plg': (told) =>
    `Aus der Idee „${told.title}“ ist eine PLG geworden. Ihre Einladung ist unterwegs.`,
}

export const auditWords: Record<string, string> = {
  'ideas.merged': 'Ideen zusammengeführt',
  'ideas.unmerged': 'Zusammenführen von Ideen zurückgenommen',
  'ideas.archived': 'Idee archiviert',
  'ideas.restored': 'Idee aus dem Archiv geholt',
  'ideas.became-plg': 'Aus einer Idee eine PLG gemacht',
  'ideas.groups-imported': 'Bestehende Gruppen eingelesen',
}
