import type { Answer } from './contract.ts'

export const answerNames: Record<Answer, string> = {
  yes: 'Erfüllt',
  partly: 'Teilweise',
  no: 'Nicht erfüllt',
  unknown: 'Offen',
  not_applicable: 'Entfällt',
}

export const areaNames: Record<string, string> = {
  purpose: 'Zweck und Rechtsgrundlage',
  provider: 'Anbieter',
  data: 'Daten',
  access: 'Zugang',
  contract: 'AV-Vertrag',
  transfer: 'Serverort und Drittländer',
  security: 'Sicherheit',
  rights: 'Löschen und Rechte',
  children: 'Schutz der Lernenden',
  ai: 'KI',
  school: 'Einsatz in der Schule',
}

export const checkRefusals = {
  changed: (who: string) =>
    `${who} hat denselben Prüfpunkt inzwischen anders beantwortet. Ihre Angaben stehen noch hier. Wenn Sie noch einmal sichern, gelten Ihre.`,
  address: 'Bitte geben Sie eine Adresse wie https://www.beispiel.de ein.',
  needsSource:
    'Bitte geben Sie eine Adresse an, oder wählen Sie eine Unterlage oder eine Datei aus.',
  future: 'Dieser Tag liegt in der Zukunft.',
}
