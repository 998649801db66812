import type { CheckKind, Resolution } from './contract.ts'
import { bodyNames, resultNames } from '../words.ts'

export const words = {
  missingNote: 'Bitte schreiben Sie auf, was sich geändert hat und warum.',
  missingLabel: 'Bitte geben Sie dem Stand einen Namen.',
  missingReason: 'Bitte nennen Sie den Grund.',
  missingDate: 'Bitte geben Sie an, wann die Schulkonferenz beschlossen hat.',
  future: 'Dieses Datum liegt in der Zukunft.',
  badDate: 'Bitte geben Sie ein Datum an, zum Beispiel 12.11.2026.',
  chooseScope: 'Bitte wählen Sie, wer die Version lesen soll.',
  chooseBody: 'Bitte wählen Sie das Gremium.',
  chooseResult: 'Bitte wählen Sie das Ergebnis.',
  nothing: 'Es gibt noch nichts festzuhalten: Kapitel und Ziele sind leer.',
  nothingLeaves:
    'Alle Kapitel und Ziele bleiben in der Schule. Geben Sie mindestens ein Kapitel für das Netzwerk frei.',
  staleForm: 'Dieses Formular gehört zu einem anderen Konzept. Bitte laden Sie die Seite neu.',
  publishedMeanwhile:
    'Jemand hat inzwischen eine Version veröffentlicht. Bitte prüfen Sie, ob Ihre noch gebraucht wird.',
  draftChanged:
    'Der Entwurf hat sich inzwischen geändert. Bitte sehen Sie die Prüfungen und Kapitel noch einmal an.',
  alt: (places: string[]) =>
    `Bilder ohne Beschreibung: ${places.join(', ')}. Ergänzen Sie die Beschreibung im Kapitel oder lassen Sie das Kapitel in der Schule.`,
  childNames: (found: { place: string; excerpt: string }[]) =>
    `Bitte prüfen: Das sieht nach Namen von Kindern aus (${found.map(({ place, excerpt }) => `„${excerpt}“ in ${place}`).join(', ')}). Nehmen Sie Namen heraus oder setzen Sie den Haken.`,
  alreadyOut: 'Diese Version ist bereits veröffentlicht.',
  olderThanCurrent: 'Es ist schon eine neuere Version veröffentlicht.',
  notOut: 'Diese Version ist nicht veröffentlicht.',
  notWithdrawn: 'Diese Version ist nicht zurückgezogen.',
  knownResolution: 'Dieser Beschluss ist bereits eingetragen.',
  isFile: 'Eine Version, die nur aus einer Datei besteht, lässt sich nicht veröffentlichen.',
  notSubmitted: 'Das Konzept liegt nicht zur Freigabe vor.',
  alreadySubmitted: 'Das Konzept liegt der Schulleitung bereits vor.',
}

export const gone = (number: number) =>
  `Die Schule hat Version ${number} ihres Medienkonzepts zurückgezogen.`

export const checkNames: Record<CheckKind, string> = {
  alt: 'Bilder haben eine Beschreibung',
  headings: 'Überschriften folgen aufeinander',
  child: 'Keine Namen von Kindern',
  personal: 'Keine persönlichen Kontaktdaten',
}

export const checkHints: Record<CheckKind, string> = {
  alt: 'Ohne Beschreibung lässt sich nicht veröffentlichen.',
  headings: 'Eine Ebene wurde übersprungen. Das erschwert das Lesen mit Vorlesehilfe.',
  child: 'Das sieht nach Namen von Kindern aus. Bitte herausnehmen oder unten bestätigen.',
  personal: 'Bitte prüfen, ob diese Angaben hinausgehen sollen.',
}

const germanDay = (day: string) => day.split('-').reverse().join('.')

/** "beschlossen in der Schulkonferenz am 12.11.2026"; '' when it did not resolve. */
export function decisionLine(
  resolutions: Pick<Resolution, 'body' | 'heldOn' | 'result'>[],
): string {
  const found = resolutions.find(
    ({ body, result }) => body === 'school_conference' && result.startsWith('adopted'),
  )
  return found ? `beschlossen in der Schulkonferenz am ${germanDay(found.heldOn)}` : ''
}

/** "Lehrerkonferenz, 03.11.2026: Beschlossen" */
export const resolutionLine = ({ body, heldOn, result }: Resolution) =>
  `${bodyNames[body]}, ${germanDay(heldOn)}: ${resultNames[result]}`

type Told = { actor: string | null; title: string; details: Record<string, unknown> }
const who = ({ actor }: Told) => actor ?? 'Jemand'

export const notificationWords = {
  'concepts.submitted': (told: Told) => `${who(told)} legt Ihnen „${told.title}“ zur Freigabe vor`,
  'concepts.returned': (told: Told) => `${who(told)} hat „${told.title}“ zurückgegeben`,
  'concepts.published-here': (told: Told) => `${who(told)} hat „${told.title}“ veröffentlicht`,
  'concepts.published-elsewhere': (told: Told) => `Neu veröffentlicht: „${told.title}“`,
}

export const auditWords: Record<string, string> = {
  'concepts.version-published': 'Version eines Medienkonzepts veröffentlicht',
  'concepts.version-withdrawn': 'Version eines Medienkonzepts zurückgezogen',
  'concepts.version-restored': 'Zurückgezogene Version wieder veröffentlicht',
  'concepts.resolution-recorded': 'Beschluss zum Medienkonzept eingetragen',
}
