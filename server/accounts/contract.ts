import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'

export const SHORTEST_PASSWORD = 12
/** In bytes, so that a password is looked at only when it cannot be a burden (safety.md AU-3). */
export const LONGEST_PASSWORD = 1024
export const LONGEST_NAME = 60
export const LONGEST_REASON = 500

/** Subjects and pairs of grades a person or a PLG can name. The keys are stored, the words stand in words.ts. */
export const SUBJECTS = [
  'german',
  'mathematics',
  'english',
  'french',
  'spanish',
  'latin',
  'turkish',
  'german_second_language',
  'general_studies',
  'biology',
  'chemistry',
  'physics',
  'natural_sciences',
  'computer_science',
  'technology',
  'history',
  'politics',
  'geography',
  'social_studies',
  'philosophy',
  'religion',
  'art',
  'music',
  'sports',
  'vocational',
  'special_education',
] as const
export type Subject = (typeof SUBJECTS)[number]

export const GRADE_BANDS = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13', 'vocational'] as const
export type GradeBand = (typeof GRADE_BANDS)[number]

export type Role = SchoolRole | NetworkRole
export type MembershipState = 'pending' | 'confirmed' | 'refused' | 'ended'

/** One's own place somewhere, as the account shows it. */
export type OwnMembership = {
  id: string
  role: Role
  state: MembershipState
  /** The school or the office. */
  place: string
  school: { id: string; slug: string } | null
  since: Date
  reason: string
}
