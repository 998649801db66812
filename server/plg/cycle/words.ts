import { type Phase, SCHOOLS_FOR_FOCUS } from '../contract.ts'
import { phaseNames } from '../words.ts'
import type { Check, CheckKey, Decision, Gate } from './contract.ts'

export const gateNames: Record<Gate, string> = {
  g1: 'Vor der Phase „Fokus“',
  g2: 'Vor der Phase „Erprobung“',
  g3: 'Vor dem Abschluss oder einem neuen Durchgang',
}

export const checkNames: Record<CheckKey, string> = {
  consents: `${SCHOOLS_FOR_FOCUS} Schulleitungen haben zugestimmt`,
  norms: 'Absprachen für die Zusammenarbeit sind vereinbart',
  first_session: 'Der erste Termin steht fest',
  known_software: 'Für jede Software der Vorhaben ist bekannt, ob sie genutzt werden darf',
  closing_reports: 'Jedes Vorhaben hat einen Abschlussbericht',
  transfer_sheets: 'Jede Schule hat ihren Transferbogen ausgefüllt',
}

const MOST_NAMES = 5

/** What is still missing, in a few words. */
export function missingWords({ key, count, missing }: Check): string {
  if (key === 'consents') return `bisher ${count} von ${SCHOOLS_FOR_FOCUS}`
  if (key === 'closing_reports' && missing.length === 0) return 'noch kein Bericht'
  if (missing.length === 0) return 'noch keine'
  const more = missing.length > MOST_NAMES ? ` und ${missing.length - MOST_NAMES} weitere` : ''
  return `es fehlt: ${missing.slice(0, MOST_NAMES).join(', ')}${more}`
}

/** What a closed gate answers. */
export function gateRefusal(missing: Check[]): string {
  const lines = missing.map((check) =>
    check.key === 'first_session' || check.key === 'norms'
      ? checkNames[check.key]
      : `${checkNames[check.key]} (${missingWords(check)})`,
  )
  return `Das geht erst, wenn: ${lines.join('; ')}.`
}

const named = (phase: Phase | null) => `„${phase ? phaseNames[phase] : ''}“`

/** A decision as one sentence. */
export function decisionSentence(
  decision: Pick<Decision, 'kind' | 'from' | 'to' | 'cycle'>,
): string {
  const { kind, from, to, cycle } = decision
  switch (kind) {
    case 'phase':
      return `Von ${named(from)} zu ${named(to)}`
    case 'pause':
      return 'Pause'
    case 'resume':
      return 'Die Arbeit geht weiter'
    case 'next_cycle':
      return `Durchgang ${cycle} beginnt`
    case 'closed':
      return 'Abgeschlossen'
    case 'agreement':
      return 'Neue Fassung der Vereinbarung'
    case 'norms':
      return 'Absprachen für die Zusammenarbeit'
    default:
      return 'Beschluss in einer Sitzung'
  }
}

export const words = {
  closed: 'Diese Gruppe ist abgeschlossen. Gründen Sie für etwas Neues eine neue.',
  paused: 'Die Gruppe pausiert. Setzen Sie die Arbeit erst fort.',
  lastCycle: 'Mehr Durchgänge kann eine Gruppe nicht haben. Gründen Sie eine neue.',
  formerMember: 'Ehemaliges Mitglied',
  missingSure: 'Bitte setzen Sie den Haken, wenn Ihre gemeinsame Arbeit abgeschlossen ist.',
  missingPhase: 'Bitte wählen Sie eine Phase.',
  noDay: 'Bitte geben Sie einen Tag an, zum Beispiel 31.01.2027.',
  staleForm: 'Dieses Formular ist veraltet. Bitte laden Sie die Seite neu.',
  /** Somebody else was faster; what they decided stands in the log. */
  overtaken: (decided: string, by: string) =>
    `Inzwischen steht schon etwas anderes fest: ${decided} (${by}). Bitte prüfen Sie, ob Ihre Entscheidung noch passt.`,
}
