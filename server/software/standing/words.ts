import type { ConditionKind, StandingName, Verdict } from './contract.ts'

/** Status words of ux.md, section 6. Never shown without icon, and never as a colour. */
export const standingNames: Record<StandingName, string> = {
  approved: 'Freigegeben',
  approved_no_data: 'Freigegeben, ohne Personenbezug',
  approved_with_conditions: 'Mit Auflagen freigegeben',
  pilot: 'In Erprobung',
  in_review: 'In Prüfung',
  not_reviewed: 'Noch nicht geprüft',
  expired: 'Abgelaufen',
  not_approved: 'Nicht freigegeben',
}

export const verdictNames: Record<Verdict, string> = {
  no_personal_data: 'Keine personenbezogenen Daten',
  no_objection: 'Keine Bedenken',
  no_objection_with_conditions: 'Keine Bedenken, wenn Auflagen eingehalten werden',
  pilot_only: 'Nur zur Erprobung',
  objection: 'Bedenken',
  not_assessable: 'Nicht zu beurteilen',
}

export const conditionNames: Record<ConditionKind, string> = {
  pseudonym_only: 'Nur mit Pseudonym',
  no_pupil_accounts: 'Keine Konten für Lernende',
  teacher_account_only: 'Nur ein Konto der Lehrkraft',
  school_device_only: 'Nur auf Geräten der Schule',
  school_network_only: 'Nur im Netz der Schule',
  offline_only: 'Nur ohne Internet',
  feature_off: 'Eine Funktion bleibt aus',
  no_free_text_personal: 'Keine persönlichen Angaben in Freitexten',
  no_images_of_pupils: 'Keine Bilder von Lernenden',
  no_grades_or_special_needs: 'Keine Noten, kein Förderbedarf',
  min_age: 'Mindestalter',
  school_forms: 'Nur bestimmte Schulformen',
  grade_range: 'Nur bestimmte Jahrgänge',
  avv_required: 'AV-Vertrag',
  vvt_entry_required: 'Eintrag im Verzeichnis der Verarbeitungen',
  inform_parents: 'Eltern informieren',
  parental_consent: 'Einwilligung der Eltern',
  offer_alternative: 'Eine Alternative anbieten',
  delete_at_term_end: 'Zum Ende des Halbjahres löschen',
  mdm_profile: 'Profil der Geräteverwaltung',
  specific_licence: 'Bestimmte Lizenz',
  dpia_required: 'Datenschutz-Folgenabschätzung',
  staff_council: 'Beteiligung des Personalrats',
  school_conference: 'Beschluss der Schulkonferenz',
  until_date: 'Befristet',
  other: 'Weitere Auflage',
}
