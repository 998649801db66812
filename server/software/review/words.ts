import type { Verdict } from '../standing/contract.ts'
import type { QueueFilter } from './contract.ts'

export const filterNames: Record<QueueFilter, string> = {
  all: 'Alle offenen',
  new: 'Neu',
  reviewing: 'In Prüfung',
  waiting: 'Wartet',
  expiring: 'Läuft in 60 Tagen ab',
  expired: 'Abgelaufen',
}

type Told = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

/** The sentences of the bell; `title` is the app. */
export const reviewNotificationWords: Record<string, (told: Told) => string> = {
  'software.case-submitted': (told) =>
    told.count > 1
      ? `${told.count} neue Vorschläge liegen zur Durchsicht.`
      : `Neuer Vorschlag zur Durchsicht: „${told.title}“`,
  'software.case-for-desk': ({ title }) => `Zur Prüfung übergeben: „${title}“`,
  'software.case-answered': ({ title }) => `Antwort auf eine Rückfrage zu „${title}“`,
  'software.case-started': ({ title }) => `„${title}“ wird jetzt auf Datenschutz geprüft.`,
  'software.case-asked': ({ title }) => `Die Prüfstelle hat eine Frage an Sie zu „${title}“.`,
  'software.case-asked-again': ({ title }) =>
    `Die Prüfstelle wartet noch auf Ihre Antwort zu „${title}“.`,
  'software.case-rejected': ({ title }) => `Der Vorschlag „${title}“ wurde nicht angenommen.`,
  'software.case-decided-before': ({ title }) => `Über „${title}“ war schon entschieden.`,
  'software.case-opinion': ({ title }) =>
    `Die Stellungnahme zu „${title}“ liegt vor. Als Nächstes entscheidet der Schulträger.`,
  'software.case-dropped': ({ title }) => `Die Prüfung von „${title}“ wurde beendet.`,
}

export const deskRefusals = {
  stale: (theirs: string) =>
    `${theirs} hat den Entwurf inzwischen geändert. Ihre Angaben stehen noch hier. Wenn Sie noch einmal sichern, gelten Ihre.`,
  notOpen: 'Diese Prüfung ist nicht mehr offen.',
}

export const reviewAuditWords: Record<string, string> = {
  'software.block-changed': 'Baustein für Auflagen geändert',
  'software.evidence-added': 'Beleg zu einer Prüfung hinzugefügt',
  'software.evidence-removed': 'Beleg einer Prüfung entfernt',
  'software.vendor-answered': 'Antwort eines Anbieters angekommen',
}

/** Verdicts as the officer chooses them. */
export const verdictChoices: { value: Verdict; label: string }[] = [
  { value: 'no_objection', label: 'Freigeben' },
  { value: 'no_objection_with_conditions', label: 'Mit Auflagen freigeben' },
  { value: 'no_personal_data', label: 'Freigeben, keine personenbezogenen Daten' },
  { value: 'pilot_only', label: 'Nur zur Erprobung' },
  { value: 'objection', label: 'Nicht freigeben' },
  { value: 'not_assessable', label: 'Nicht zu beurteilen' },
]

export const documentNames: Record<string, string> = {
  privacy_policy: 'Datenschutzerklärung',
  terms: 'Nutzungsbedingungen',
  avv: 'AV-Vertrag',
  tom: 'Technische Maßnahmen',
  subprocessor_list: 'Liste der Unterauftragnehmer',
  retention: 'Löschfristen',
  dpia: 'Folgenabschätzung',
  certificate: 'Zertifikat',
  vendor_reply: 'Antwort des Anbieters',
  vvt_block: 'Textbaustein für das Verzeichnis',
  art13_text: 'Information nach Art. 13',
  parents_letter: 'Elternbrief',
  usage_rules: 'Regeln für die Nutzung',
}

export const sealNames: Record<string, string> = {
  educheck: 'eduCheck digital',
  vidis: 'VIDIS',
  commonsense: 'Common Sense Privacy',
  '1edtech': '1EdTech',
  berlin: 'Berlin',
  iso27001: 'ISO 27001',
  bsi_c5: 'BSI C5',
  other: 'anderes',
}
