import type {
  ChapterKind,
  ChapterState,
  ConceptRole,
  ResolutionBody,
  ResolutionResult,
  VersionStatus,
  Visibility,
} from './contract.ts'

export const visibilityNames: Record<Visibility, string> = {
  school: 'Nur unsere Schule',
  network: 'Netzwerk',
  public: 'Öffentlich',
}

export const visibilityHints: Record<Visibility, string> = {
  school: 'Bleibt auch nach dem Veröffentlichen in der Schule.',
  network: 'Alle bestätigten Personen in Lernen 25 lesen es nach dem Veröffentlichen.',
  public: 'Alle lesen es nach dem Veröffentlichen, auch ohne Anmeldung.',
}

export const roleNames: Record<ConceptRole, string> = {
  editor: 'Schreibt mit',
  publisher: 'Veröffentlicht für die Schulleitung',
  subject_lead: 'Fachkonferenz',
  reader: 'Liest den Entwurf mit',
}

export const chapterNames: Record<ChapterKind, string> = {
  vision: 'Pädagogische Ziele',
  school_programme_link: 'Bezug zum Schulprogramm',
  teaching_development: 'Unterrichtsentwicklung',
  mkr_coverage: 'Medienkompetenzrahmen',
  goals: 'Ziele',
  training: 'Personal und Fortbildung',
  equipment_and_use: 'Ausstattung und Nutzung',
  data_protection_and_rules: 'Datenschutz und Regeln',
  support_and_roles: 'Organisation und Zuständigkeiten',
  cooperation: 'Kooperation',
  parents_and_pupils: 'Eltern, Schülerinnen und Schüler',
  evaluation: 'Evaluation',
  reflection_log: 'Rückblick',
  free: 'Weiteres Kapitel',
}

export const chapterStateNames: Record<ChapterState, string> = {
  empty: 'Leer',
  in_progress: 'In Arbeit',
  done: 'Fertig',
}

export const versionStatusNames: Record<VersionStatus, string> = {
  frozen: 'Festgehalten',
  published: 'Veröffentlicht',
  withdrawn: 'Zurückgezogen',
}

export const bodyNames: Record<ResolutionBody, string> = {
  steering_group: 'Steuergruppe',
  subject_conference: 'Fachkonferenz',
  teachers_conference: 'Lehrerkonferenz',
  school_conference: 'Schulkonferenz',
}

export const resultNames: Record<ResolutionResult, string> = {
  adopted: 'Beschlossen',
  adopted_with_changes: 'Mit Änderungen beschlossen',
  noted: 'Zur Kenntnis genommen',
  rejected: 'Abgelehnt',
}

/** How a concept is called before its school says otherwise. */
export const titleFor = (school: string) => `Medienkonzept ${school}`

export const refusals = {
  hasOne: 'Ihre Schule hat bereits ein Medienkonzept.',
  archived: 'Dieses Konzept wird in der Nachfolgeschule weitergeführt und ändert sich nicht mehr.',
  notOfSchool: 'Diese Person gehört nicht zu Ihrer Schule.',
  overtaken:
    'Jemand hat das inzwischen geändert. Ihre Angaben stehen noch hier. Bitte vergleichen Sie.',
}

export const auditWords: Record<string, string> = {
  'concepts.role-given': 'Aufgabe im Medienkonzept vergeben',
  'concepts.role-taken': 'Aufgabe im Medienkonzept beendet',
  'concepts.handed-over': 'Medienkonzept an die Nachfolgeschule übergeben',
}
