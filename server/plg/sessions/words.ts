import type { Duty, Mode, SessionState } from './contract.ts'

export const modeNames: Record<Mode, string> = {
  presence: 'Vor Ort',
  video: 'Video',
  hybrid: 'Vor Ort und Video',
}

export const stateNames: Record<SessionState, string> = {
  planned: 'geplant',
  held: 'hat stattgefunden',
  cancelled: 'abgesagt',
}

export const dutyNames: Record<Duty, string> = {
  host: 'Gastgeben',
  timekeeper: 'Zeit im Blick',
  minuteTaker: 'Protokoll schreiben',
  protocolLead: 'Methode anleiten',
}

export const refusals = {
  endsFirst: 'Das Ende liegt vor dem Beginn.',
  noPlace: 'Bitte schreiben Sie auf, wo Sie sich treffen.',
  stale:
    'Jemand hat diesen Termin inzwischen geändert. Laden Sie die Seite neu und tragen Sie Ihre Änderung noch einmal ein.',
  staleMinutes:
    'Jemand hat das Protokoll inzwischen geändert. Ihr Text steht noch im Feld; vergleichen Sie ihn mit dem gespeicherten.',
  notMember: 'Diese Person gehört nicht mehr zur PLG. Bitte wählen Sie jemand anderen.',
  alreadyCancelled: 'Dieser Termin ist schon abgesagt.',
  runMoved:
    'Inzwischen hat schon jemand weitergeschaltet. Sie sehen jetzt, wo die Gruppe gerade steht.',
  noRun: 'Gerade läuft keine Methode.',
  staleForm: 'Dieses Formular gehört zu einer anderen PLG. Bitte laden Sie die Seite neu.',
  noNotes: 'Für diese Gruppe gibt es keine Mitschrift.',
}

export const formerMember = 'ehemaliges Mitglied'

/** "90 Minuten", "2 Stunden", "2 Stunden 30 Minuten" */
export function lengthWords(minutes: number): string {
  if (minutes <= 90) return `${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const whole = `${hours} ${hours === 1 ? 'Stunde' : 'Stunden'}`
  return rest === 0 ? whole : `${whole} ${rest} ${rest === 1 ? 'Minute' : 'Minuten'}`
}

/** What the agenda needs against what there is. */
export function agendaWords(sum: number, length: number): string {
  if (sum === length) return `Die Tagesordnung füllt ${lengthWords(length)} genau.`
  return sum < length
    ? `Die Tagesordnung braucht ${lengthWords(sum)}, ${lengthWords(length - sum)} sind frei.`
    : `Die Tagesordnung braucht ${lengthWords(sum)} und ist ${lengthWords(sum - length)} zu lang.`
}

type Told = { title: string; actor: string | null }
const whoOf = ({ actor }: Told) => actor ?? 'Jemand'

export const notificationWords: Record<string, (told: Told) => string> = {
  'plg.session-planned': (told) => `${whoOf(told)} hat einen Termin geplant: ${told.title}.`,
  'plg.session-moved': (told) => `Ein Termin hat sich geändert: ${told.title}.`,
  'plg.session-cancelled': (told) => `Ein Termin ist abgesagt: ${told.title}.`,
}
