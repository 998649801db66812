/** What may be said of a use at this moment. Always derived of opinions, releases and cases, never stored. */
export const STANDINGS = [
  'approved',
  'approved_no_data',
  'approved_with_conditions',
  'pilot',
  'in_review',
  'not_reviewed',
  'expired',
  'not_approved',
] as const
export type StandingName = (typeof STANDINGS)[number]

/** After its release ended a use is "expired" so many days, then simply not reviewed. */
export const GRACE_DAYS = 90

/** What a school has to see to whatever the product: it makes no release a conditional one. */
export const ROUTINE_CONDITIONS = ['avv_required', 'vvt_entry_required', 'inform_parents'] as const

export const CONDITION_KINDS = [
  'pseudonym_only',
  'no_pupil_accounts',
  'teacher_account_only',
  'school_device_only',
  'school_network_only',
  'offline_only',
  'feature_off',
  'no_free_text_personal',
  'no_images_of_pupils',
  'no_grades_or_special_needs',
  'min_age',
  'school_forms',
  'grade_range',
  'avv_required',
  'vvt_entry_required',
  'inform_parents',
  'parental_consent',
  'offer_alternative',
  'delete_at_term_end',
  'mdm_profile',
  'specific_licence',
  'dpia_required',
  'staff_council',
  'school_conference',
  'until_date',
  'other',
] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]

/** One condition of an opinion or release, in its own words. `id` stays the same from opinion to adoption. */
export type Condition = { id: string; kind: ConditionKind; text: string; isMandatory: boolean }

export const VERDICTS = [
  'no_personal_data',
  'no_objection',
  'no_objection_with_conditions',
  'pilot_only',
  'objection',
  'not_assessable',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** Where a use may happen: of a scenario or of a release. Empty forms and missing years mean all. */
export type Scope = { schoolForms: string[]; gradeMin: number | null; gradeMax: number | null }

/** For when and whom a standing is meant. No form, no schools: every release counts. */
export type Place = { today: string; form: string | null; schools: string[] }

/** A standing as cards show it. Days are ISO dates in local time. */
export type Standing = {
  name: StandingName
  /** Until when the release runs or ran. */
  until: string | null
  /** When it became so: the decision, the opinion, the suspension. */
  since: Date | null
  conditions: Condition[]
  scenarioId: string | null
  releaseId: string | null
}
