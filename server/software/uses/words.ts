import type {
  DOCUMENT_KINDS,
  LEGAL_BASES,
  SEAL_SCHEMES,
  TRANSFER_BASES,
  VISIBILITIES,
  WITHIN,
} from './contract.ts'

type Words<Keys extends readonly string[]> = Record<Keys[number], string>

export const basisNames: Words<typeof LEGAL_BASES> = {
  schulg_120_5: '§ 120 Abs. 5 SchulG',
  schulg_121: '§ 121 SchulG',
  vo_dv_1: 'VO-DV I',
  vo_dv_2: 'VO-DV II',
  consent: 'Einwilligung',
  contract: 'Vertrag',
  none_needed: 'Keine nötig',
  unclear: 'Nicht geklärt',
}

export const withinNames: Words<typeof WITHIN> = { yes: 'Ja', no: 'Nein', unclear: 'Nicht geklärt' }

export const visibilityNames: Words<typeof VISIBILITIES> = {
  reviewers: 'Nur Prüfende',
  schools: 'Schulen',
  public: 'Alle',
}

export const transferChoices: Words<typeof TRANSFER_BASES> = {
  eu: 'In der EU',
  adequacy: 'Angemessenheitsbeschluss',
  dpf: 'Data Privacy Framework',
  scc_tia: 'Standardvertragsklauseln mit Prüfung',
  none: 'Ohne Grundlage',
  unknown: 'Nicht bekannt',
}

export const schemeChoices: Words<typeof SEAL_SCHEMES> = {
  educheck: 'eduCheck digital',
  vidis: 'VIDIS',
  commonsense: 'Common Sense Privacy',
  '1edtech': '1EdTech',
  berlin: 'Ampel des Landes Berlin',
  iso27001: 'ISO 27001',
  bsi_c5: 'BSI C5',
  other: 'Anderes Siegel',
}

export const documentChoices: Words<typeof DOCUMENT_KINDS> = {
  privacy_policy: 'Datenschutzerklärung',
  terms: 'Nutzungsbedingungen',
  avv: 'AV-Vertrag',
  tom: 'Technische und organisatorische Maßnahmen',
  subprocessor_list: 'Liste der Unterauftragnehmer',
  retention: 'Löschfristen',
  dpia: 'Datenschutz-Folgenabschätzung',
  certificate: 'Zertifikat',
  vendor_reply: 'Antwort des Anbieters',
  vvt_block: 'Textbaustein für das Verzeichnis der Verarbeitungen',
  art13_text: 'Information nach Art. 13 DSGVO',
  parents_letter: 'Elternbrief',
  usage_rules: 'Nutzungsregeln',
}

/** What a change is called among the changes of an app. */
export const partNames = {
  variant: 'Ausgabe',
  use: 'Nutzung',
  subprocessor: 'Unterauftragnehmer',
  data: 'Datenkategorie',
  seal: 'Siegel',
  document: 'Unterlage',
} as const

export const words = {
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  missingName: 'Bitte geben Sie einen Namen an.',
  missingLabel: 'Bitte beschreiben Sie die Nutzung in einer Zeile.',
  missingResult: 'Bitte schreiben Sie das Ergebnis.',
  missingCategory: 'Bitte benennen Sie die Daten.',
  missingDocument:
    'Bitte wählen Sie eine Datei aus, oder geben Sie eine Adresse oder einen Text an.',
  badDay: 'Bitte geben Sie einen Tag an.',
  wrongYears: 'Der letzte Jahrgang liegt vor dem ersten.',
  future: 'Dieser Tag liegt in der Zukunft.',
  nameTaken: 'Eine Ausgabe mit diesem Namen gibt es schon.',
  labelTaken: 'Eine Nutzung mit dieser Bezeichnung gibt es schon.',
  tooLate: 'Das lässt sich nicht mehr zurückholen. In den Änderungen steht, was dort stand.',
  noPlace: 'Wozu das gehörte, gibt es nicht mehr.',
  hasUses: 'Zu dieser Ausgabe gibt es Nutzungen. Nehmen Sie zuerst diese weg.',
  isDecided: 'Über diese Nutzung ist entschieden, oder sie wird geprüft. Sie bleibt stehen.',
}
