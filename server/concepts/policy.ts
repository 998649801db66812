import { type Actor, hasNetworkRole, hasSchoolRole, isConfirmed } from '#server/auth/actor.ts'
import type { NetworkRole } from '#server/auth/contract.ts'
import type { ConceptRole, VersionStatus, Visibility } from './contract.ts'

/**
 * What must be known of a concept to judge. `schoolIds` are the school that carries it and, of an archived one, the
 * school that carries it on. `own` is what the actor is in it.
 */
export type ConceptFacts = {
  schoolIds: string[]
  isArchived: boolean
  own: { role: ConceptRole; subject: string }[]
}

export type VersionFacts = ConceptFacts & {
  status: VersionStatus
  scope: 'network' | 'public' | null
}

/** Domain page, "Rights": members of the school with the role of a teacher or more. */
const STAFF = [
  'teacher',
  'digital_officer',
  'first_level_admin',
  'principal',
  'deputy_principal',
] as const
const HEADS = ['principal', 'deputy_principal'] as const
const KEEPERS = [...HEADS, 'digital_officer'] as const

const isAt = (
  actor: Actor,
  roles: readonly (typeof STAFF)[number][],
  { schoolIds }: ConceptFacts,
) => schoolIds.some((id) => hasSchoolRole(actor, roles, id))

/** Whom a school may invite to read along (domain page, "Rights"): who accompanies and advises schools. */
export const ADVISERS: NetworkRole[] = [
  ...(['facilitator', 'media_advisor', 'subject_advisor', 'smz_staff'] as const),
]
/** Who is one of these besides reads no working copy, invited or not. */
export const NEVER_READERS: NetworkRole[] = [
  ...(['school_authority_staff', 'release_manager', 'school_inspector'] as const),
]
const readsAlong = (actor: Actor, { own }: ConceptFacts) =>
  own.some(({ role }) => role === 'reader') &&
  hasNetworkRole(actor, ...ADVISERS) &&
  !hasNetworkRole(actor, ...NEVER_READERS)

/** Tasks in a concept end with the membership. */
const holds = (actor: Actor, facts: ConceptFacts, ...roles: ConceptRole[]) =>
  isConfirmed(actor) &&
  facts.own.some(({ role }) => roles.includes(role)) &&
  isAt(actor, STAFF, facts)

const isOpen = ({ isArchived }: ConceptFacts) => !isArchived

const writes = (actor: Actor, facts: ConceptFacts) =>
  isOpen(facts) && (isAt(actor, KEEPERS, facts) || holds(actor, facts, 'editor', 'publisher'))

/** No office reads a working copy, and none approves anything (R33-9, R4-9): there is no rule here that names one. */
export const may = {
  begin: (actor: Actor, { schoolId }: { schoolId: string }) =>
    hasSchoolRole(actor, KEEPERS, schoolId),
  /** The working copy with all that is never published: goals, reflections, what changed. */
  readWorking: (actor: Actor, facts: ConceptFacts) =>
    isAt(actor, STAFF, facts) || readsAlong(actor, facts),
  write: writes,
  /** Cells of the MKR matrix: editors, and the Fachkonferenz for its subject. */
  writeCell: (actor: Actor, facts: ConceptFacts & { subject: string }) =>
    writes(actor, facts) ||
    (isOpen(facts) &&
      holds(actor, facts, 'subject_lead') &&
      facts.own.some(({ role, subject }) => role === 'subject_lead' && subject === facts.subject)),
  /** Lesson concepts and reflections come from everybody who teaches there. */
  contribute: (actor: Actor, facts: ConceptFacts) => isOpen(facts) && isAt(actor, STAFF, facts),
  /** Two lines about a goal: who writes, and who has taken the goal on. */
  checkIn: (actor: Actor, facts: ConceptFacts & { isOwner: boolean }) =>
    writes(actor, facts) || (isOpen(facts) && facts.isOwner && isAt(actor, STAFF, facts)),
  /** Say who writes, speaks for a Fachkonferenz or reads along. */
  assign: (actor: Actor, facts: ConceptFacts) => isOpen(facts) && isAt(actor, KEEPERS, facts),
  /** Let somebody publish is for the Schulleitung alone. */
  assignPublisher: (actor: Actor, facts: ConceptFacts) =>
    isOpen(facts) && isAt(actor, HEADS, facts),
  submit: writes,
  /** Freeze, record resolutions, publish, withdraw. */
  publish: (actor: Actor, facts: ConceptFacts) =>
    isOpen(facts) && (isAt(actor, HEADS, facts) || holds(actor, facts, 'publisher')),
  /** Take a goal or a lesson of another school into the own concept. */
  adopt: writes,
}

/** May this be read from outside the school? A visitor is null. */
const isOut = (actor: Actor | null, reach: Visibility | null) =>
  reach === 'public' || (reach === 'network' && actor !== null && isConfirmed(actor))

/** A version: what is published for its scope; its own school reads every one. */
export function readsVersion(actor: Actor | null, facts: VersionFacts): boolean {
  if (actor && may.readWorking(actor, facts)) return true
  return facts.status === 'published' && isOut(actor, facts.scope)
}

/** A part of a version: the narrower of what the part and what the version say. */
export function readsPart(
  actor: Actor | null,
  facts: VersionFacts & { visibility: Visibility },
): boolean {
  if (actor && may.readWorking(actor, facts)) return true
  return readsVersion(actor, facts) && isOut(actor, facts.visibility)
}

/** What parts of published versions this person reads, for lists and searches that cannot ask one by one. */
export const readableReach = (actor: Actor | null): ('network' | 'public')[] =>
  actor && isConfirmed(actor) ? ['network', 'public'] : ['public']
