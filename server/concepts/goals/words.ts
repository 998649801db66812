import type { Half } from '#server/schools/calendar/contract.ts'
import type { GoalStatus, GoalVisibility, Mood } from './contract.ts'

export const goalStatusNames: Record<GoalStatus, string> = {
  idea: 'Idee',
  planned: 'Geplant',
  active: 'In Arbeit',
  achieved: 'Erreicht',
  partly_achieved: 'Teilweise erreicht',
  dropped: 'Aufgegeben',
  deferred: 'Verschoben',
}

export const moodNames: Record<Mood, string> = {
  on_track: 'Läuft',
  stuck: 'Hakt',
  changed: 'Hat sich geändert',
}

export const goalVisibilityNames: Record<GoalVisibility, string> = {
  authors: 'Nur wer am Konzept schreibt',
  school: 'Nur unsere Schule',
  network: 'Netzwerk',
  public: 'Öffentlich',
}

export const goalVisibilityHints: Record<GoalVisibility, string> = {
  authors: 'Ihr Kollegium sieht dieses Ziel nicht.',
  school: 'Bleibt auch nach dem Veröffentlichen in der Schule.',
  network: 'Alle bestätigten Personen in Lernen 25 lesen es nach dem Veröffentlichen.',
  public: 'Alle lesen es nach dem Veröffentlichen, auch ohne Anmeldung.',
}

export const halfName = ({ schoolYear, half }: Half) => `${half}. Halbjahr ${schoolYear}`

/** "29.01.2027" */
export const dayName = (day: string) => day.split('-').reverse().join('.')

const days = (count: number) => (count === 1 ? '1 Tag' : `${count} Tagen`)

/** When something is due, in words. `left`: days from today. */
export function dueText(dueOn: string, left: number): string {
  if (left < 0) return `Überfällig seit ${days(-left)}`
  if (left === 0) return 'Heute fällig'
  if (left === 1) return 'Morgen fällig'
  return left <= 14 ? `Fällig in ${days(left)}` : `Fällig am ${dayName(dueOn)}`
}

export const words = {
  missingTitle: 'Bitte schreiben Sie das Ziel in einem Satz auf.',
  missingReason: 'Bitte schreiben Sie in einem Satz, warum.',
  missingText: 'Bitte schreiben Sie einen Satz dazu.',
  missingMood: 'Bitte wählen Sie, wie es steht.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  tooManyOwners: 'Bitte kreuzen Sie höchstens 12 Personen an.',
  notOfSchool: 'Zuständig kann nur sein, wer an Ihrer Schule unterrichtet.',
  noParent:
    'Dieses Ziel kann kein größeres Ziel sein: Es ist selbst ein kleiner Schritt, oder Ihr Ziel hat schon Schritte.',
  noNetworkGoal: 'Dieses Netzwerkziel gilt nicht mehr. Bitte wählen Sie ein anderes.',
  tooMany: 'Es sind mehr als fünf Ziele aktiv. Was kann warten?',
  far: 'Dieses Ziel reicht weiter als 12 Monate. Größere Ziele brauchen kleine Schritte.',
  formerColleague: 'Ehemalige Person',
}

type Told = { title: string; count: number; details: Record<string, unknown> }
const text = (details: Record<string, unknown>, name: string) =>
  typeof details[name] === 'string' ? details[name] : ''

/** The sentences of the bell; `title` is the goal. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'concepts.goal-near': ({ title }) => `Ihr Ziel „${title}“ ist in sieben Tagen fällig.`,
  'concepts.goal-due': ({ title }) => `Ihr Ziel „${title}“ ist heute fällig.`,
  'concepts.measure-near': ({ title, details }) =>
    `Die Maßnahme „${text(details, 'measure')}“ zu „${title}“ ist in sieben Tagen fällig.`,
  'concepts.measure-due': ({ title, details }) =>
    `Die Maßnahme „${text(details, 'measure')}“ zu „${title}“ ist heute fällig.`,
  'concepts.goal-given': ({ title }) => `Sie sind für ein Ziel zuständig: „${title}“.`,
  'concepts.link-software': ({ title }) =>
    `Bei einer App, die mit Ihrem Ziel „${title}“ verbunden ist, hat sich die Freigabe geändert.`,
  'concepts.link-ending': ({ title }) =>
    `Die Freigabe einer App, die mit Ihrem Ziel „${title}“ verbunden ist, endet bald.`,
  'concepts.link-project': ({ title, count }) =>
    count > 1
      ? `${count} Vorhaben zu Ihrem Ziel „${title}“ sind zu Ende. Was nehmen Sie mit?`
      : `Ein Vorhaben zu Ihrem Ziel „${title}“ ist zu Ende. Was nehmen Sie mit?`,
}

/** What a goal asks for at this time of the year. */
export const promptWords: Record<'quiet' | 'late' | 'ending', (title: string) => string> = {
  quiet: (title) => `Seit sechs Wochen kein Zwischenstand zu „${title}“. Wie läuft es?`,
  late: (title) => `„${title}“ ist überfällig. Was wurde erreicht?`,
  ending: (title) => `„${title}“ ist bald fällig. Was fehlt noch?`,
}
