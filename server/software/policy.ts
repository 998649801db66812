import {
  type Actor,
  hasNetworkRole,
  hasSchoolRole,
  isConfirmed,
  schoolsOf,
} from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'

const HEADS: SchoolRole[] = ['principal', 'deputy_principal']

export type ProductFacts = { state: string }
/** Whether the Schulleitung lets this person decide for it. */
export type SchoolFacts = { schoolId: string; isDelegate: boolean }
type Asker = Actor | null

const curates = (actor: Actor) => hasNetworkRole(actor, 'smz_staff', 'media_advisor')

/**
 * Who may what in the directory, as far as it does not hang on the state of a case or a release: those have tables
 * of their own in `review/` and `decisions/`.
 */
export const may = {
  /** Listed products are public; what is only proposed is for those who are confirmed. */
  see: (actor: Asker, { state }: ProductFacts) =>
    state === 'listed' || (state === 'proposed' && actor !== null && isConfirmed(actor)),
  /** Public lists show positive and neutral verdicts only (product.md, section 3). */
  seeRefusals: (actor: Asker, _facts: object) => actor !== null && isConfirmed(actor),
  /** Documents for schools: packages and their parts. */
  seeForSchools: (actor: Asker, _facts: object) => actor !== null && isConfirmed(actor),
  /** What a review is made of: answers, evidence, letters of vendors. */
  seeReview: (actor: Actor, _facts: object) =>
    hasNetworkRole(actor, 'smz_staff', 'media_advisor', 'school_dpo', 'release_manager'),
  follow: (actor: Actor, _facts: object) => isConfirmed(actor),
  /** Facts, uses, vendors, lists and duplicates. */
  curate: (actor: Actor, _facts: object) => curates(actor),
  propose: (actor: Actor, _facts: object) => schoolsOf(actor).length > 0 || curates(actor),
  /** Work on cases, short of signing. */
  review: (actor: Actor, _facts: object) => curates(actor) || hasNetworkRole(actor, 'school_dpo'),
  /** Opinions; who proposed the case never signs it, `review/policy.ts` sees to that. */
  sign: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'school_dpo'),
  release: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'release_manager'),
  suspend: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'release_manager', 'school_dpo'),
  /** How releases come about. */
  configure: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'release_manager'),
  publishEdition: (actor: Actor, _facts: object) =>
    hasNetworkRole(actor, 'release_manager', 'smz_staff'),
  /** Figures about schools together, never about one person. */
  seeOverview: (actor: Actor, _facts: object) =>
    hasNetworkRole(
      actor,
      'release_manager',
      'school_authority_staff',
      'smz_staff',
      'media_advisor',
      'school_dpo',
    ),
  /** The Schulleitung, or whom it lets (data-protection-review.md, section 1). */
  decideFor: (actor: Actor, { schoolId, isDelegate }: SchoolFacts) =>
    hasSchoolRole(actor, HEADS, schoolId) || (isDelegate && schoolsOf(actor).includes(schoolId)),
  delegate: (actor: Actor, { schoolId }: { schoolId: string }) =>
    hasSchoolRole(actor, HEADS, schoolId),
  /** What one's own school decided, with what is missing. */
  seeOfSchool: (actor: Actor, { schoolId }: { schoolId: string }) =>
    schoolsOf(actor).includes(schoolId) || hasNetworkRole(actor, 'school_dpo'),
  tell: (actor: Actor, _facts: object) => isConfirmed(actor),
  answerOfficially: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'school_dpo'),
}
