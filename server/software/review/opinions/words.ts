import type { DpiaState, RiskLevel } from './contract.ts'

export const riskNames: Record<RiskLevel, string> = {
  none: 'Kein Risiko',
  low: 'Gering',
  medium: 'Mittel',
  high: 'Hoch',
}

export const dpiaNames: Record<DpiaState, string> = {
  not_needed: 'Nicht nötig',
  needed_by_school: 'Nötig, durch die Schule',
  needed_by_authority: 'Nötig, durch den Schulträger',
  done: 'Liegt vor',
}

export const SIGNED_OFFICE = 'Datenschutzbeauftragte Person für die Duisburger Schulen'

export const decisionFaults = {
  verdict: 'Bitte entscheiden Sie über diese Nutzung.',
  validUntil: 'Bitte geben Sie an, bis wann die Stellungnahme gilt.',
  past: 'Dieser Tag ist schon vorbei.',
  tooLong: 'Höchstens vier Jahre.',
  conditions: 'Bitte wählen Sie mindestens eine Auflage oder schreiben Sie eine eigene.',
  longCondition: 'Eine Auflage hat höchstens 400 Zeichen.',
  reasoning: 'Bitte begründen Sie die Entscheidung in mindestens einem Satz.',
  alternative: 'Bitte nennen Sie, was Schulen stattdessen nutzen können.',
  knockOut: (sentences: string[]) => `So geht das für Lernende nicht: ${sentences.join(' ')}`,
  notReady: 'Die Entscheidung ist noch nicht vollständig. Bitte gehen Sie zurück.',
  noDraft: 'Bitte füllen Sie zuerst die Entscheidung aus.',
}
