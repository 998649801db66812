import type {
  Addressee,
  CallKind,
  CallState,
  FundingState,
  RequestState,
  SupportKind,
} from './contract.ts'

export const kindNames: Record<SupportKind, string> = {
  accompaniment: 'Begleitung',
  consultation: 'Beratung',
  facilitation: 'Moderation',
  training: 'Fortbildung',
  funding: 'Förderung',
}

export const kindHints: Record<SupportKind, string> = {
  accompaniment: 'Jemand geht den ganzen Weg mit Ihnen, von Termin zu Termin.',
  consultation: 'Eine fachliche oder technische Frage, ein Gespräch.',
  facilitation: 'Jemand von außen leitet eine Sitzung.',
  training: 'Ein Angebot für Ihre Gruppe oder Ihre Kollegien.',
  funding: 'Sie brauchen Geld oder Geräte und wollen vor einem Antrag darüber sprechen.',
}

/** As a request is directed: "an die Medienberatung". */
export const toAddressee: Record<Addressee, string> = {
  smz_staff: 'an das Schulmedienzentrum (SMZ)',
  media_advisor: 'an die Medienberatung',
  subject_advisor: 'an die Fachberatung',
  school_authority_staff: 'an den Schulträger',
}

export const addresseeNames: Record<Addressee, string> = {
  smz_staff: 'Schulmedienzentrum (SMZ)',
  media_advisor: 'Medienberatung',
  subject_advisor: 'Fachberatung',
  school_authority_staff: 'Schulträger',
}

export const requestStateNames: Record<RequestState, string> = {
  open: 'Offen',
  accepted: 'Angenommen',
  declined: 'Abgelehnt',
  done: 'Erledigt',
  withdrawn: 'Zurückgezogen',
}

export const callStateNames: Record<CallState, string> = {
  draft: 'Entwurf',
  published: 'Veröffentlicht',
  withdrawn: 'Zurückgezogen',
}

export const callKindNames: Record<CallKind, string> = {
  teaching_development: 'Unterrichtsentwicklung',
  innovation: 'Innovationsprojekt',
}

export const fundingStateNames: Record<FundingState, string> = {
  draft: 'Entwurf',
  submitted: 'Eingereicht',
  in_review: 'In Prüfung',
  queries: 'Rückfragen',
  approved: 'Bewilligt',
  approved_partly: 'Teilweise bewilligt',
  rejected: 'Abgelehnt',
  withdrawn: 'Zurückgezogen',
  paid: 'Ausgezahlt',
  accounted: 'Verwendung nachgewiesen',
  closed: 'Abgeschlossen',
}

/** What comes next, for those who wait. */
export const fundingNext: Record<FundingState, string> = {
  draft: 'Nur Ihre PLG sieht diesen Entwurf. Er zählt, sobald Sie ihn einreichen.',
  submitted: 'Der Antrag liegt beim Schulträger und wird als Nächstes geprüft.',
  in_review: 'Der Schulträger prüft den Antrag.',
  queries: 'Der Schulträger hat eine Rückfrage. Die Sprecher:innen der PLG antworten.',
  approved: 'Als Nächstes zahlt der Schulträger den Betrag an die Schule aus.',
  approved_partly: 'Als Nächstes zahlt der Schulträger den bewilligten Betrag an die Schule aus.',
  rejected: 'Der Antrag ist abgeschlossen. Sie können einen neuen stellen.',
  withdrawn: 'Der Antrag ist zurückgezogen. Sie können einen neuen stellen.',
  paid: 'Die Sprecher:innen tragen ein, wofür das Geld ausgegeben wurde.',
  accounted: 'Der Schulträger sieht die Nachweise durch.',
  closed: 'Der Vorgang ist abgeschlossen.',
}

/** What stands where the name of a closed group would be. */
export const closedGroup = 'Eine geschlossene Gruppe'
export const closedProject = 'Vorhaben einer geschlossenen Gruppe'

const digits = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

/** "1.234,56": what a field is filled with. */
export const euroDigits = (cents: number) => digits.format(cents / 100)
/** "1.234,56 €" */
export const euros = (cents: number) => `${euroDigits(cents)}\u00a0€`

export const refusals = {
  amount: 'Bitte geben Sie einen Betrag wie 1.234,56 ein.',
  negative: 'Ein Betrag darf nicht kleiner als 0 sein.',
  tooMuch: 'Dieser Betrag ist zu groß.',
  day: 'Bitte geben Sie einen Tag wie 27.11.2026 ein.',
  stale:
    'Jemand hat inzwischen etwas geändert. Bitte laden Sie die Seite neu und sehen Sie nach, bevor Sie das tun.',
  overwrites:
    'Jemand hat diese Angaben inzwischen geändert. Ihre stehen noch hier. Wenn Sie jetzt speichern, gelten Ihre.',
  requestClosed: 'Diese Anfrage ist schon abgeschlossen.',
  taken: (name: string) => `${name} hat diese Anfrage schon übernommen.`,
  wrongState: (state: string) =>
    `Das geht jetzt nicht mehr: Der Antrag steht inzwischen auf „${state}“.`,
  decided: 'Über diesen Antrag ist schon entschieden.',
  noBudget: (year: number) =>
    `Für ${year} ist noch kein Haushalt festgelegt. Tragen Sie ihn zuerst ein.`,
  overBudget: (year: number, left: string) => `Im Haushalt ${year} sind noch ${left} frei.`,
  overRequested: (requested: string) => `Mehr als die beantragten ${requested} geht nicht.`,
  nothingGranted: 'Wer nichts bewilligt, lehnt den Antrag ab.',
  belowCommitted: (committed: string) =>
    `Bewilligt sind schon ${committed}. Weniger kann der Haushalt nicht sein.`,
}

type Told = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}
const whoOf = ({ actor }: Told) => actor ?? 'Jemand'

/** The sentences of the bell; `title` is the request, the call or the project of the application. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'support.asked': (told) => `${whoOf(told)} bittet um Unterstützung: ${told.title}`,
  'support.accepted': (told) => `${whoOf(told)} hat Ihre Anfrage angenommen: ${told.title}`,
  'support.declined': (told) => `${whoOf(told)} hat Ihre Anfrage abgelehnt: ${told.title}`,
  'support.done': (told) => `${whoOf(told)} hat Ihre Anfrage abgeschlossen: ${told.title}`,
  'support.withdrawn': (told) => `${whoOf(told)} hat die Anfrage zurückgezogen: ${told.title}`,
  'funding.submitted': ({ title }) => `Ein Förderantrag ist eingereicht: „${title}“`,
  'funding.for-school': ({ title }) => `Ihre Schule soll Fördermittel erhalten: „${title}“`,
  'funding.in-review': ({ title }) => `Ihr Förderantrag wird geprüft: „${title}“`,
  'funding.queries': ({ title }) => `Rückfrage zu Ihrem Förderantrag „${title}“`,
  'funding.answered': ({ title }) => `Antwort auf die Rückfrage zu „${title}“`,
  'funding.decided': ({ title }) => `Über den Förderantrag „${title}“ ist entschieden.`,
  'funding.paid': ({ title }) => `Die Förderung für „${title}“ ist ausgezahlt.`,
  'funding.accounted': ({ title }) => `Die Verwendung für „${title}“ ist nachgewiesen.`,
  'funding.closed': ({ title }) => `Die Förderung für „${title}“ ist abgeschlossen.`,
  'funding.withdrawn': ({ title }) => `Der Förderantrag „${title}“ ist zurückgezogen.`,
}

/** What the protocol calls the acts of this area; it names things by number, never a PLG. */
export const auditWords: Record<string, string> = {
  'support.accept': 'Anfrage um Unterstützung angenommen',
  'support.decline': 'Anfrage um Unterstützung abgelehnt',
  'support.finish': 'Anfrage um Unterstützung abgeschlossen',
  'support.withdraw': 'Anfrage um Unterstützung zurückgezogen',
  'support.call-published': 'Aufruf veröffentlicht',
  'support.call-withdrawn': 'Aufruf zurückgezogen',
  'funding.submit': 'Förderantrag eingereicht',
  'funding.takeUp': 'Förderantrag in Prüfung genommen',
  'funding.ask': 'Rückfrage zu einem Förderantrag gestellt',
  'funding.answer': 'Rückfrage zu einem Förderantrag beantwortet',
  'funding.approve': 'Förderantrag bewilligt',
  'funding.reject': 'Förderantrag abgelehnt',
  'funding.withdraw': 'Förderantrag zurückgezogen',
  'funding.pay': 'Förderung ausgezahlt',
  'funding.account': 'Verwendung einer Förderung nachgewiesen',
  'funding.close': 'Förderung abgeschlossen',
  'funding.proof-added': 'Ausgabe einer Förderung eingetragen',
  'funding.proof-removed': 'Ausgabe einer Förderung gelöscht',
  'funding.budget-set': 'Haushalt für Förderungen festgelegt',
}

export const waitingWords = {
  requests: (count: number) =>
    count === 1
      ? '1 Anfrage um Unterstützung wartet auf eine Antwort.'
      : `${count} Anfragen um Unterstützung warten auf eine Antwort.`,
  applications: (count: number) =>
    count === 1 ? '1 Förderantrag wartet auf Sie.' : `${count} Förderanträge warten auf Sie.`,
  queries: (count: number) =>
    count === 1
      ? 'Zu 1 Förderantrag gibt es eine Rückfrage.'
      : `Zu ${count} Förderanträgen gibt es Rückfragen.`,
}
