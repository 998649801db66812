import type {
  Denomination,
  District,
  Operation,
  Overridable,
  Ownership,
  SchoolForm,
  SupportFocus,
} from './contract.ts'

export const schoolFormWords: Record<SchoolForm, string> = {
  primary: 'Grundschule',
  lower_secondary: 'Hauptschule',
  special_needs: 'Förderschule',
  intermediate_secondary: 'Realschule',
  combined_secondary: 'Sekundarschule',
  comprehensive: 'Gesamtschule',
  community: 'Gemeinschaftsschule',
  waldorf: 'Waldorfschule',
  grammar: 'Gymnasium',
  adult_education: 'Weiterbildungskolleg',
  vocational: 'Berufskolleg',
  hospital: 'Klinikschule',
  other: 'Andere Schulform',
}

/** The official spelling of the city of Duisburg. */
export const districtWords: Record<District, string> = {
  walsum: 'Walsum',
  hamborn: 'Hamborn',
  meiderich_beeck: 'Meiderich/Beeck',
  homberg_ruhrort_baerl: 'Homberg/Ruhrort/Baerl',
  mitte: 'Mitte',
  rheinhausen: 'Rheinhausen',
  sued: 'Süd',
}

export const denominationWords: Record<Denomination, string> = {
  community: 'Gemeinschaftsgrundschule',
  catholic: 'Katholische Grundschule',
  protestant: 'Evangelische Grundschule',
}

export const supportFocusWords: Record<SupportFocus, string> = {
  LE: 'Lernen',
  ES: 'Emotionale und soziale Entwicklung',
  SQ: 'Sprache',
  GG: 'Geistige Entwicklung',
  KM: 'Körperliche und motorische Entwicklung',
  SE: 'Sehen',
  HK: 'Hören und Kommunikation',
}

export const operationWords: Record<Operation, string> = {
  open: 'in Betrieb',
  closing: 'läuft aus',
  planned: 'geplant',
  resting: 'ruht',
  closed: 'geschlossen',
}

export const ownershipWords: Record<Ownership, string> = {
  public: 'öffentlich',
  private_substitute: 'Ersatzschule in freier Trägerschaft',
}

export const overridableWords: Record<Overridable, string> = {
  district: 'Stadtbezirk',
  name: 'Name',
  homepage: 'Homepage',
}

/** How the protocol calls what operators do here. */
export const auditWords: Record<string, string> = {
  'schools.import': 'Schulregister übernommen',
  'schools.edited': 'Angaben einer Schule geändert',
  'schools.given-back': 'Angabe an das Register zurückgegeben',
  'schools.closed': 'Schule geschlossen',
  'schools.kept-open': 'Schule trotz fehlendem Registereintrag weitergeführt',
  'schools.decision-taken-back': 'Entscheidung über eine Schließung zurückgenommen',
}
