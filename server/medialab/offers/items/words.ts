import type { ItemState, PartState } from './contract.ts'

export const itemStateNames: Record<ItemState, string> = {
  ok: 'In Ordnung',
  limited: 'Eingeschränkt nutzbar',
  repair: 'In Reparatur',
  lost: 'Verloren',
  retired: 'Ausgemustert',
}

export const partStateNames: Record<PartState, string> = {
  ok: 'In Ordnung',
  limited: 'Eingeschränkt',
  broken: 'Defekt',
  lost: 'Verloren',
}

export const itemWords = {
  badCode:
    'Ein Code hat Großbuchstaben und Ziffern, auch mit Bindestrichen, aber kein I und O, keine 0 und 1.',
  codeTaken: 'Diesen Code gibt es schon. Bitte wählen Sie einen anderen.',
  number: 'Bitte geben Sie eine ganze Zahl ein.',
  between: (least: number, most: number) =>
    `Bitte geben Sie eine Zahl von ${least} bis ${most} ein.`,
  tooMuch: 'Reserve und Defekte sind zusammen mehr, als es gibt.',
  nameMissing: 'Bitte sagen Sie, was es ist.',
  overtaken:
    'Inzwischen hat jemand anderes das geändert. Laden Sie die Seite neu und prüfen Sie Ihre Angaben.',
  stale: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  noItems: 'Eine Beratung und ein Gruppentermin haben keinen Bestand.',
  onlySets: 'Gezählt wird nur, was in einem Koffer oder Set liegt.',
  oneRoom: 'Ein Raum und ein Arbeitsbereich sind eine einzige Sache.',
  tooManyParts:
    'Mehr als 300 Teile hat kein Satz. Fassen Sie gleiche Teile mit einer Anzahl zusammen.',
  noUnits: 'Einzelne Stücke hat nur, was gezählt wird.',
  unknownApp:
    'Diese App steht nicht im Verzeichnis. Bitte schreiben Sie den Namen genau so wie dort.',
  strangePerson: 'Diese Person gehört nicht zum SMZ.',
  goneBecause: (state: ItemState) =>
    state === 'repair'
      ? 'Es ist in Reparatur. Das SMZ meldet sich bei Ihnen.'
      : 'Es ist nicht mehr da. Das SMZ meldet sich bei Ihnen.',
  fewerBecause: 'Davon gibt es jetzt weniger. Das SMZ meldet sich bei Ihnen.',
  nobodyBecause: 'Dafür ist niemand vom SMZ mehr eingetragen.',
}

export const itemAuditWords: Record<string, string> = {
  'medialab.stock-added': 'Bestand des MediaLab erweitert',
  'medialab.stock-changed': 'Bestand des MediaLab geändert',
  'medialab.staff-changed': 'Zuständige für ein Angebot des MediaLab geändert',
}
