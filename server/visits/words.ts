import type { Release, Sharing, VisitState } from './contract.ts'

export const stateNames: Record<VisitState, string> = {
  requested: 'Angefragt',
  accepted: 'Verabredet',
  declined: 'Abgesagt von der Lehrkraft',
  held: 'Hat stattgefunden',
  debriefed: 'Nachbesprochen',
  cancelled: 'Abgesagt',
}

export const sharingNames: Record<Sharing, string> = {
  none: 'Nur ich',
  pair: 'Ich und wer mich besucht',
  plg: 'Alle in der PLG',
}

export const releaseNames: Record<Release, string> = {
  open: 'Freigabe offen',
  granted: 'Freigegeben',
  refused: 'Nicht freigegeben',
}

/** What the release is, and what it is not. */
export const releaseNote =
  'Die Freigabe hält fest, dass die Schulleitung Bescheid weiß. Sie ersetzt kein Genehmigungsverfahren des Landes: Dienstreise, Unfallschutz und Vertretung regeln Sie wie gewohnt.'

export const refusals = {
  notConfirmed:
    'Ihre Schule hat Sie noch nicht bestätigt. Hospitationen sehen Sie, sobald Ihre Schulleitung oder die Digitalisierungsbeauftragten das getan haben.',
  mayNotOffer: 'Ihren Unterricht öffnen können Lehrkräfte, die an einer Schule bestätigt sind.',
  chooseSchool: 'Bitte wählen Sie eine Ihrer Schulen.',
  choosePlg: 'Bitte wählen Sie eine Ihrer PLGs.',
  noSlot: 'Bitte tragen Sie mindestens einen Termin ein.',
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  isPast: 'Dieser Termin liegt in der Vergangenheit.',
  slotTwice: 'Dieser Anfang steht schon in der Liste.',
  tooManySlots: 'Mehr Termine nimmt ein Angebot nicht auf.',
  slotAsked: 'Für diesen Termin gibt es Anfragen. Sagen Sie zuerst den Besuch ab.',
  slotGone: 'Diesen Termin gibt es nicht mehr.',
  notThere:
    'Sie sind nicht mehr dort, wo dieses Angebot galt. Bitte öffnen Sie Ihren Unterricht neu.',
  offerChanged:
    'Inzwischen wurde dieses Angebot geändert. Unten steht, wie es jetzt heißt. Bitte vergleichen Sie und speichern Sie noch einmal.',
  offerClosed: 'Dieses Angebot ist nicht mehr offen.',
  noSeat: 'Der letzte Platz ist gerade vergeben worden. Vielleicht passt ein anderer Termin.',
  askedTwice: 'Sie haben diesen Termin schon angefragt.',
  asHead:
    'Wer eine Schule leitet, hospitiert dort nicht über diese Plattform: Ein Besuch ist keine Beurteilung.',
  stale:
    'Inzwischen hat sich an diesem Besuch etwas geändert. Bitte sehen Sie nach und senden Sie dann noch einmal.',
  changed:
    'Inzwischen wurde dieser Text geändert. Unten steht, wie er jetzt heißt. Bitte vergleichen Sie und speichern Sie noch einmal.',
  noPlg: 'Dieser Besuch gehört zu keiner PLG.',
  releaseRefused: 'Eine Schulleitung hat nicht freigegeben. So kann der Besuch nicht stattfinden.',
  reasonMissing: 'Bitte schreiben Sie in einem Satz, warum nicht.',
  noVisitor: 'Bitte wählen Sie mindestens eine Person, die zu Besuch kommt.',
  hostVisits: 'Niemand besucht den eigenen Unterricht.',
  notInPlg: 'Bitte wählen Sie aus der Liste.',
  withoutYou: 'Sie selbst sind an diesem Besuch nicht beteiligt.',
}

type Told = { actor: string | null; title: string; details: Record<string, unknown> }
const whoOf = ({ actor }: Told) => actor ?? 'Jemand'

/** The sentences of the bell; `title` is the lesson, for principals only the day. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'visits.requested': (told) => `${whoOf(told)} möchte bei Ihnen hospitieren: „${told.title}“`,
  'visits.accepted': (told) => `${whoOf(told)} freut sich auf Ihren Besuch: „${told.title}“`,
  'visits.declined': (told) => `${whoOf(told)} kann Sie nicht empfangen: „${told.title}“`,
  'visits.agreed': (told) =>
    `${whoOf(told)} hat einen Besuch mit Ihnen verabredet: „${told.title}“`,
  'visits.withdrawn': ({ title }) =>
    `Aus Ihrem Besuch wird leider nichts, das Angebot besteht nicht mehr: „${title}“`,
  'visits.offer-withdrawn': ({ title, details }) =>
    `Ihr Angebot „${title}“ ist geschlossen, weil Sie nicht mehr ${details.from === 'plg' ? 'in der PLG' : 'an der Schule'} sind. Verabredete Besuche bleiben.`,
  'visits.cancelled': (told) => `${whoOf(told)} hat einen Besuch abgesagt: „${told.title}“`,
  'visits.left': (told) => `${whoOf(told)} kommt nicht zu Ihrem Besuch: „${told.title}“`,
  'visits.release-asked': (told) => `Ihre Freigabe fehlt: ${told.title}`,
  'visits.release-decided': (told) =>
    told.details.release === 'granted'
      ? `Die Schulleitung hat freigegeben: „${told.title}“`
      : `Die Schulleitung hat nicht freigegeben: „${told.title}“`,
}

export const auditWords: Record<string, string> = {
  'visits.release-decided': 'Über die Freigabe einer Hospitation entschieden',
}
