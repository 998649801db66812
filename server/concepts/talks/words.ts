import type {
  Consequence,
  Frequency,
  PersonSide,
  RoundFilter,
  Side,
  TalkState,
} from './contract.ts'

export const stateNames: Record<TalkState, string> = {
  open: 'Offen',
  scheduled: 'Geplant',
  prepared: 'Vorbereitet',
  held: 'Geführt',
  agreed: 'Vereinbart',
  closed: 'Abgeschlossen',
}

export const filterNames: Record<RoundFilter, string> = {
  open: 'Offen',
  scheduled: 'Geplant',
  held: 'Geführt',
  agreed: 'Vereinbart',
  closed: 'Abgeschlossen',
  overdue: 'Überfällig',
}

export const sideNames: Record<Side, string> = {
  school: 'Schule',
  authority: 'Amt',
}

export const personSideNames: Record<PersonSide, string> = {
  school: 'Schule',
  authority: 'Amt',
  adviser: 'Beratung',
}

export const frequencyNames: Record<Frequency, string> = {
  daily: 'Täglich',
  weekly: 'Wöchentlich',
  rarely: 'Selten',
  never: 'Nie',
  unknown: 'Unbekannt',
}

export const consequenceNames: Record<Consequence, string> = {
  keep: 'Beibehalten',
  more: 'Mehr davon',
  less: 'Weniger davon',
  replace: 'Ersetzen',
  train: 'Fortbilden',
  fix_infrastructure: 'Infrastruktur verbessern',
  other: 'Anderes',
}

/** What every talk begins with; both sides change it as they need. */
export const STANDARD_AGENDA = [
  'Was ist seit dem letzten Gespräch geschehen?',
  'Wie wurde die Ausstattung im Unterricht genutzt, und was hat es gebracht?',
  'Was hat gehindert?',
  'Was braucht die Schule als Nächstes?',
  'Vereinbarungen: wer, was, bis wann',
].join('\n')

export const talkTitle = ({ schoolYear, school }: { schoolYear: string; school: string }) =>
  `Ausstattungsgespräch ${schoolYear}, ${school}`

export const refusals = {
  notOpen: 'So weit ist dieses Gespräch nicht mehr offen. Bitte sehen Sie nach, wie es steht.',
  roundOverlaps: 'In dieser Zeit läuft schon eine Runde.',
  dueOutside: 'Dieser Tag liegt außerhalb der Runde.',
  chooseSchool: 'Bitte wählen Sie eine Schule.',
  noDate: 'Bitte tragen Sie mindestens einen Termin ein.',
  dateIncomplete: 'Bitte geben Sie Tag, Anfang und Ende an.',
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  isPast: 'Dieser Termin liegt in der Vergangenheit.',
  tooManyDates: 'Mehr offene Vorschläge nimmt ein Gespräch nicht auf.',
  dateGone: 'Diesen Vorschlag gibt es nicht mehr.',
  ownDate: 'Einen Vorschlag nimmt die andere Seite an.',
  notBegun: 'Das Gespräch hat noch nicht begonnen.',
  changed:
    'Inzwischen wurde dieser Text geändert. Unten steht, wie er jetzt heißt. Bitte vergleichen Sie und speichern Sie noch einmal.',
  notShareable:
    'Teilen können Sie nur eine festgehaltene oder veröffentlichte Version Ihres eigenen Medienkonzepts.',
  noPerson: 'Bitte wählen Sie eine Person oder schreiben Sie einen Namen.',
  notThere: 'Bitte wählen Sie aus der Liste.',
  tooManyPeople: 'Mehr Beteiligte nimmt ein Gespräch nicht auf.',
  tooManyAgreements: 'Mehr Vereinbarungen nimmt ein Gespräch nicht auf.',
  unknownClass: 'Diese Klasse gibt es nicht.',
  pickGone: 'Diesen Eintrag gibt es nicht mehr.',
  contentChanged:
    'Inzwischen hat sich am Ergebnis etwas geändert. Bitte lesen Sie es noch einmal und unterschreiben Sie dann.',
  whyClosed:
    'Bitte schreiben Sie, warum das Gespräch ohne beide Unterschriften endet. Die Schule liest das.',
  noConcept:
    'Ihre Schule hat hier noch kein Medienkonzept. Legen Sie es an, dann können Sie das Ergebnis übernehmen.',
}

type Told = { actor: string | null; title: string; details: Record<string, unknown> }
const whoOf = ({ actor }: Told) => actor ?? 'Jemand'

/** The sentences of the bell. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'talks.opened': ({ title }) => `Das nächste Gespräch steht an: ${title}`,
  'talks.proposed': (told) => `${whoOf(told)} schlägt Termine vor: ${told.title}`,
  'talks.scheduled': (told) => `${whoOf(told)} hat einen Termin angenommen: ${told.title}`,
  'talks.invited': (told) => `${whoOf(told)} hat Sie dazugebeten: ${told.title}`,
  'talks.near': ({ title }) => `In zwei Wochen ist es so weit, bitte bereiten Sie vor: ${title}`,
  'talks.signature-wanted': (told) =>
    `${whoOf(told)} hat unterschrieben, Ihre Unterschrift fehlt: ${told.title}`,
  'talks.closed': (told) => `${whoOf(told)} hat das Gespräch abgeschlossen: ${told.title}`,
  'talks.agreed': ({ title }) => `Beide Seiten haben unterschrieben: ${title}`,
}

export const auditWords: Record<string, string> = {
  'talks.cycle-opened': 'Eine Runde der Ausstattungsgespräche eröffnet',
  'talks.called': 'Ein Ausstattungsgespräch zwischendurch angesetzt',
  'talks.shared': 'Eine Version des Medienkonzepts für ein Gespräch geteilt',
  'talks.unshared': 'Eine geteilte Version des Medienkonzepts zurückgenommen',
  'talks.closed': 'Ein Ausstattungsgespräch abgeschlossen',
  'talks.signed': 'Ein Ausstattungsgespräch unterschrieben',
}
