import type { UtilisationBy } from './contract.ts'

export const utilisationByNames: Record<UtilisationBy, string> = {
  offer: 'Angebot',
  kind: 'Art',
  month: 'Monat',
  schoolForm: 'Schulform',
  district: 'Stadtbezirk',
}

export const utilisationColumns = [
  'Buchungen',
  'Stunden gebucht',
  'Stunden möglich',
  'Tage verliehen',
  'Tage möglich',
  'Nicht genutzt',
  'Spät storniert',
  'Schulen',
] as const

export const utilisationWords = {
  withoutSchool: 'Ohne Schule',
  median: (share: number) =>
    `Die Hälfte der Angebote war in höchstens ${share} % der möglichen Zeit gebucht.`,
}
