import { dayWords } from '../words.ts'
import type { SeatState, Standing, WorkshopKind } from './contract.ts'

export const workshopKindNames: Record<WorkshopKind, string> = {
  workshop: 'Workshop',
  training: 'Schulung',
  network_meeting: 'Netzwerktreffen',
  open_lab: 'Offenes Labor',
}

export const standingNames: Record<Standing, string> = {
  draft: 'Entwurf',
  cancelled: 'Fällt aus',
  done: 'Abgeschlossen',
  over: 'Vorbei',
  running: 'Läuft gerade',
  closed: 'Anmeldung beendet',
  full: 'Ausgebucht',
  open: 'Plätze frei',
}

export const seatNames: Record<SeatState, string> = {
  waiting: 'Warteliste',
  offered: 'Platz angeboten',
  requested: 'Angefragt',
  taken: 'Dabei',
  withdrawn: 'Abgemeldet',
  declined: 'Angebot abgelehnt',
  expired: 'Verfallen',
  rejected: 'Abgelehnt',
}

export const freeWords = (free: number, seats: number) =>
  free === 0 ? `0 von ${seats} Plätzen frei` : `${free} von ${seats} Plätzen frei`

/** "bis Mo 30.11.2026, 12:00 Uhr" */
export const untilWords = (until: { day: string; time: string }) =>
  `bis ${dayWords(until.day)}, ${until.time} Uhr`

export const refusals = {
  stale: 'Inzwischen hat jemand hier etwas geändert. Bitte laden Sie die Seite neu.',
  overwrites:
    'Inzwischen hat jemand anderes diesen Workshop geändert. Wenn Sie noch einmal speichern, gilt Ihre Fassung.',
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  isPast: 'Dieser Termin ist vorbei. Bitte wählen Sie einen späteren.',
  signupLate: 'Anmelden muss man sich vor dem Beginn können.',
  noPlace: 'Bitte nennen Sie einen Raum, einen Ort oder einen Link.',
  roomTooSmall: (places: number) =>
    `In diesem Raum ist Platz für ${places} Personen. Bitte wählen Sie weniger Plätze oder einen anderen Raum.`,
  minTooMany: 'Das sind mehr, als es Plätze gibt.',
  fewerSeats: (held: number) =>
    `${held} Plätze sind schon vergeben. Weniger können es erst sein, wenn sich jemand abmeldet.`,
  noReason: 'Bitte schreiben Sie, warum der Workshop ausfällt.',
  notOpen: 'Für diesen Workshop kann man sich gerade nicht anmelden.',
  isOver: 'Die Anmeldung ist beendet.',
  notForYou: 'Dieser Workshop ist für andere gedacht. Bei Fragen hilft das SMZ.',
  notForSchool: 'Dieser Workshop ist für andere Schulformen gedacht. Bei Fragen hilft das SMZ.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen Sie kommen.',
  offerOver: 'Die Frist ist abgelaufen, der Platz geht an die nächste Person.',
  tooLateToUndo: 'Das lässt sich nicht mehr rückgängig machen. Bitte melden Sie sich neu an.',
  alreadyDecided: 'Darüber hat inzwischen schon jemand entschieden.',
  hasBegun: 'Der Workshop hat schon begonnen.',
  seatGone: 'Diesen Platz gibt es nicht mehr.',
  notYet: 'Die Anwesenheit tragen Sie ein, wenn der Workshop begonnen hat.',
  tooManyMaterials: 'Mehr Material passt hier nicht hin. Bitte entfernen Sie zuerst etwas.',
  noPdf:
    'Hier ist kein Programm für PDF-Dateien eingerichtet. Drucken Sie die Seite in Ihrem Browser als PDF.',
}

type Told = { title: string; count: number; details: Record<string, unknown> }
const detail = ({ details }: Told, name: string) =>
  typeof details[name] === 'string' ? details[name] : ''

/** The sentences of the bell; the title is that of the workshop. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'workshops.seat-offered': (told) =>
    `Ein Platz ist frei: „${told.title}“. Bitte ${detail(told, 'until')} bestätigen.`,
  'workshops.seat-expired': ({ title }) =>
    `Die Frist für Ihren Platz in „${title}“ ist abgelaufen. Der Platz ging an die nächste Person.`,
  'workshops.seat-requested': (told) =>
    told.count > 1
      ? `${told.count} Anfragen für „${told.title}“`
      : `Jemand möchte an „${told.title}“ teilnehmen.`,
  'workshops.seat-approved': ({ title }) => `Sie haben einen Platz: „${title}“.`,
  'workshops.seat-rejected': (told) =>
    `Ihre Anfrage für „${told.title}“ wurde abgelehnt: ${detail(told, 'reason')}`,
  'workshops.cancelled': (told) => `„${told.title}“ fällt aus: ${detail(told, 'reason')}`,
  'workshops.moved': ({ title }) => `„${title}“ hat eine neue Zeit oder einen neuen Ort.`,
  'workshops.material': ({ title }) => `Es gibt Material zu „${title}“.`,
}

/** What the protocol calls the privileged acts. */
export const auditWords: Record<string, string> = {
  'medialab.workshop-published': 'Workshop veröffentlicht',
  'medialab.workshop-cancelled': 'Workshop abgesagt',
  'medialab.seat-decided': 'Über einen Platz im Workshop entschieden',
  'medialab.presence-recorded': 'Anwesenheit im Workshop eingetragen',
}
