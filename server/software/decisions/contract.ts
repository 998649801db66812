/** How a positive opinion becomes a release: by the standing rule of the Schulträger, or by a release manager. */
export const RELEASE_MODES = ['on_opinion', 'by_authority'] as const
export type ReleaseMode = (typeof RELEASE_MODES)[number]

/** Its name among the settings of the directory. */
export const MODE_SETTING = 'release.mode'

export const RELEASE_KINDS = ['general', 'pilot', 'standard'] as const
export type ReleaseKind = (typeof RELEASE_KINDS)[number]

/** What a release manager can do with an opinion that waits. */
export const DECISIONS = ['release', 'stricter', 'pilot', 'refuse'] as const
export type Decision = (typeof DECISIONS)[number]

/** What can be done with a release that stands. */
export const RELEASE_STEPS = ['suspend', 'resume', 'withdraw'] as const
export type ReleaseStep = (typeof RELEASE_STEPS)[number]

export const SUPPORT_LEVELS = ['none', 'city_support', 'school_only'] as const
export type SupportLevel = (typeof SUPPORT_LEVELS)[number]

export const RECOMMENDATIONS = [
  'release',
  'release_with_conditions',
  'try_again',
  'do_not_release',
] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

/** A pilot never runs longer. */
export const PILOT_MONTHS = 6
/** So many days before the end those who have to look again are reminded, once each. */
export const REMINDERS = [90, 60, 30] as const

/** What became of an app, as people are told. */
export const CHANGES = [
  'released',
  'pilot',
  'refused',
  'suspended',
  'resumed',
  'withdrawn',
  'expired',
] as const
export type Change = (typeof CHANGES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  reason: 2000,
  deviation: { min: 10, max: 4000 },
  result: { min: 10, max: 8000 },
  conditions: 20,
  schools: 60,
  condition: 400,
} as const
