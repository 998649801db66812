import type { NotificationWords } from '#server/platform/sentences.ts'
import type {
  Change,
  Decision,
  Recommendation,
  ReleaseKind,
  ReleaseMode,
  SupportLevel,
} from './contract.ts'

export const modeNames: Record<ReleaseMode, string> = {
  on_opinion: 'Mit der Stellungnahme',
  by_authority: 'Durch den Schulträger',
}
export const modeHints: Record<ReleaseMode, string> = {
  on_opinion:
    'Eine positive Stellungnahme der oder des Datenschutzbeauftragten gibt die Nutzung sofort frei. So hat der Schulträger es als Regel festgelegt.',
  by_authority: 'Jede positive Stellungnahme wartet hier auf eine Entscheidung des Schulträgers.',
}

export const kindNames: Record<ReleaseKind, string> = {
  general: 'Freigabe',
  pilot: 'Erprobung',
  standard: 'Standard der Stadt',
}

export const decisionNames: Record<Decision, string> = {
  release: 'Wie empfohlen freigeben',
  stricter: 'Strenger freigeben',
  pilot: 'Nur zur Erprobung freigeben',
  refuse: 'Nicht freigeben',
}

export const supportNames: Record<SupportLevel, string> = {
  none: 'Keine Unterstützung zugesagt',
  city_support: 'Die Stadt unterstützt',
  school_only: 'Die Schule betreut selbst',
}

export const recommendationNames: Record<Recommendation, string> = {
  release: 'Freigeben',
  release_with_conditions: 'Mit Auflagen freigeben',
  try_again: 'Weiter erproben',
  do_not_release: 'Nicht freigeben',
}

/** What happened to a release, in its history. */
export const releaseEventNames: Record<string, string> = {
  suspended: 'Ausgesetzt',
  resumed: 'Wieder in Kraft',
  withdrawn: 'Zurückgenommen',
  superseded: 'Durch eine neue Entscheidung abgelöst',
  expired: 'Beendet',
  reminded: 'An das Ende erinnert',
}

export const refusals = {
  gone: 'Diese Freigabe ist inzwischen beendet. Bitte laden Sie die Seite neu.',
  step: {
    suspend: 'Diese Freigabe ist schon ausgesetzt oder beendet.',
    resume: 'Diese Freigabe ist nicht ausgesetzt oder schon beendet.',
    withdraw: 'Diese Freigabe ist schon beendet.',
  },
  past: 'Dieses Datum liegt in der Vergangenheit.',
  tooLate: 'Länger als empfohlen geht nur gegen die Stellungnahme, mit einer zweiten Person.',
  noProject: 'Eine Erprobung braucht ein Vorhaben, in dem sie stattfindet.',
  unknownProject: 'Dieses Vorhaben gibt es nicht, oder es läuft nicht.',
  strictHow: 'Bitte nennen Sie mindestens eine weitere Auflage oder einen engeren Rahmen.',
  manySchools: 'Bitte höchstens 60 Schulen.',
  unclearSchools: (names: string[]) =>
    `Welche Schule ist gemeint? Bitte den vollen Namen oder die Schulnummer: ${names.join('; ')}.`,
  schoolsAreStricter: 'Nur für einzelne Schulen: Wählen Sie dafür „Strenger freigeben“.',
  noStandard: 'Ein Standard gilt für alle Schulen, diese Freigabe nicht.',
  reason: 'Bitte schreiben Sie, warum. Schulen lesen das.',
  wider: 'Der Rahmen darf nicht weiter sein, als die Nutzung geprüft ist.',
  nothing: 'Zu dieser Prüfung ist keine Nutzung mehr offen.',
  notThis: 'So lässt sich diese Stellungnahme nicht umsetzen.',
  follows: 'Das entspricht der Stellungnahme. Entscheiden Sie bitte oben auf dieser Seite.',
  settled: 'Über diesen Vorschlag ist inzwischen schon entschieden.',
  openProposal: 'Zu dieser Nutzung wartet schon ein Vorschlag auf eine zweite Person.',
  newer: 'Zu dieser Nutzung gibt es inzwischen eine neuere Stellungnahme oder Entscheidung.',
  reported: 'Zu dieser Erprobung gibt es schon einen Bericht.',
}

const quoted = ({ title }: { title: string }) => `„${title}“`

const changeSentences: Record<Change, (title: string) => string> = {
  released: (title) => `${title} ist freigegeben.`,
  pilot: (title) => `${title} ist zur Erprobung freigegeben.`,
  refused: (title) => `${title} ist nicht freigegeben.`,
  suspended: (title) => `Die Freigabe von ${title} ist ausgesetzt.`,
  resumed: (title) => `Die Freigabe von ${title} ist wieder in Kraft.`,
  withdrawn: (title) => `Die Freigabe von ${title} ist zurückgenommen.`,
  expired: (title) => `Die Freigabe von ${title} ist abgelaufen. Bitte prüfen Sie die Nutzung.`,
}

const textIn = (details: Record<string, unknown>, name: string) => {
  const value = details[name]
  return typeof value === 'string' ? value : ''
}

/** The day a line speaks of; '' where there is none. */
const dayIn = (details: Record<string, unknown>) =>
  textIn(details, 'until').split('-').reverse().join('.')

const endIn = (details: Record<string, unknown>) => {
  const day = dayIn(details)
  return day ? `am ${day}` : 'bald'
}

/** What a Schulleitung has to do about it; until when and how only where the decision says so. */
function task(change: Change, details: Record<string, unknown>): string {
  if (change === 'resumed' || change === 'expired') return ''
  if (change === 'released' || change === 'pilot')
    return ' Bitte prüfen Sie die Nutzung an Ihrer Schule.'
  if (change === 'suspended') return ' Bitte Einsatz unterbrechen.'
  const until = dayIn(details)
  return ` Bitte Einsatz beenden${until && ` bis ${until}`}.`
}

/** The sentences of the bell: one kind for all who follow, one for those who decide at a school that uses it. */
export const notificationWords: NotificationWords = {
  ...Object.fromEntries(
    (Object.keys(changeSentences) as Change[]).flatMap((change) => [
      [
        `software.standing-${change}`,
        (facts: { title: string }) => changeSentences[change](quoted(facts)),
      ],
      [
        `software.use-${change}`,
        (facts: { title: string; details: Record<string, unknown> }) =>
          `${changeSentences[change](quoted(facts))}${task(change, facts.details)} ${textIn(facts.details, 'note')}`.trim(),
      ],
    ]),
  ),
  // The day, not how many are left: a line may be read a week later.
  'software.release-ending': (facts) =>
    `Die Freigabe von ${quoted(facts)} endet ${endIn(facts.details)}.`,
  'software.pilot-ending': (facts) =>
    `Die Erprobung von ${quoted(facts)} in Ihrem Vorhaben endet ${endIn(facts.details)}. Danach bitten wir um einen Bericht.`,
  'software.pilot-ended': (facts) =>
    `Die Erprobung von ${quoted(facts)} in Ihrem Vorhaben ist zu Ende. Bitte berichten Sie unter „Frühere Prüfungen und Entscheidungen“, wie es war.`,
  'software.deviation-proposed': (facts) =>
    `${facts.actor ?? 'Jemand'} schlägt vor, ${quoted(facts)} gegen die Stellungnahme freizugeben. Eine zweite Person entscheidet.`,
}

export const auditWords: Record<string, string> = {
  'software.released': 'Nutzung einer App freigegeben',
  'software.release-ended': 'Freigabe einer App beendet',
  'software.release-suspend': 'Freigabe einer App ausgesetzt',
  'software.release-resume': 'Freigabe einer App wieder in Kraft gesetzt',
  'software.release-withdraw': 'Freigabe einer App zurückgenommen',
  'software.release-standard': 'App zum Standard der Stadt erklärt oder davon genommen',
  'software.deviation-proposed': 'Freigabe gegen eine Stellungnahme vorgeschlagen',
  'software.deviation-confirmed': 'Freigabe gegen eine Stellungnahme bestätigt',
  'software.deviation-declined': 'Freigabe gegen eine Stellungnahme abgelehnt',
  'software.deviation-withdrawn': 'Vorschlag gegen eine Stellungnahme zurückgezogen',
  'software.release-mode': 'Regel der Freigaben geändert',
  'software.pilot-reported': 'Bericht über eine Erprobung abgegeben',
}
