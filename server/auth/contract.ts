/** What somebody can be at a school (product.md, section 2). */
export const SCHOOL_ROLES = [
  'teacher',
  'digital_officer',
  'first_level_admin',
  'principal',
  'deputy_principal',
  'trainee',
] as const
export type SchoolRole = (typeof SCHOOL_ROLES)[number]

/** What somebody can be in the network; given by an operator only. */
export const NETWORK_ROLES = [
  'smz_staff',
  'facilitator',
  'media_advisor',
  'subject_advisor',
  'school_dpo',
  'release_manager',
  'school_authority_staff',
  'school_inspector',
  'operator',
] as const
export type NetworkRole = (typeof NETWORK_ROLES)[number]

/** Offices with short sessions (safety.md SE-5). */
export const GUARDED_OFFICES: readonly string[] = ['operator', 'school_dpo', 'release_manager']
