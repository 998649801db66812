import type { InstructionKind, ProofState } from './contract.ts'

export const instructionKindNames: Record<InstructionKind, string> = {
  introduction: 'Einführung',
  safety: 'Sicherheitseinweisung',
}

export const proofStateNames: Record<ProofState, string> = {
  valid: 'Gültig',
  ends_soon: 'Läuft bald ab',
  over: 'Abgelaufen',
  revoked: 'Zurückgenommen',
}

export const instructionWords = {
  nameMissing: 'Bitte geben Sie der Einweisung einen Namen.',
  kindMissing: 'Bitte wählen Sie, was es ist.',
  months: 'Bitte geben Sie Monate von 1 bis 120 ein, oder lassen Sie das Feld leer.',
  personMissing: 'Bitte wählen Sie eine Person.',
  strangePerson: 'Diese Person gibt es nicht mehr. Bitte suchen Sie noch einmal.',
  dayMissing: 'Bitte geben Sie an, wann die Einweisung war.',
  dayOdd: 'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  inFuture: 'Dieser Tag kommt erst noch. Tragen Sie die Einweisung ein, wenn sie war.',
  tooOld: 'Diese Einweisung wäre schon abgelaufen.',
  overtaken:
    'Inzwischen hat jemand anderes das geändert. Laden Sie die Seite neu und prüfen Sie Ihre Angaben.',
  stale: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  stillNeeded: 'Angebote brauchen diese Einweisung noch. Nehmen Sie sie zuerst dort heraus.',
}

export const instructionAuditWords: Record<string, string> = {
  'medialab.instruction-added': 'Einweisung des MediaLab angelegt',
  'medialab.instruction-changed': 'Einweisung des MediaLab geändert',
  'medialab.instruction-retired': 'Einweisung des MediaLab beendet',
  'medialab.instructed': 'Person für das MediaLab eingewiesen',
  'medialab.instruction-revoked': 'Einweisung einer Person zurückgenommen',
}
