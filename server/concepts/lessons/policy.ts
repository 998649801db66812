import { type Actor, hasSchoolRole, isConfirmed } from '#server/auth/actor.ts'
import type { Licence } from '#server/projects/contract.ts'
import type { LessonVisibility } from './contract.ts'

/** What must be known of a lesson concept to judge; what the actor is to it stands in the last three. */
export type LessonFacts = {
  schoolId: string
  visibility: LessonVisibility
  licence: Licence | null
  isDeleted: boolean
  isAuthor: boolean
  /** An active member of the PLG it comes from. */
  isInPlg: boolean
  /** Writes in the media concept of its school. */
  isEditor: boolean
}

const STAFF = [
  'teacher',
  'digital_officer',
  'first_level_admin',
  'principal',
  'deputy_principal',
] as const
const KEEPERS = ['principal', 'deputy_principal', 'digital_officer'] as const

const isColleague = (actor: Actor, { schoolId }: LessonFacts) =>
  hasSchoolRole(actor, STAFF, schoolId)

/** Whoever keeps the school's concept has to do with what the school reads, not with what somebody only tries out. */
const keeps = (actor: Actor, facts: LessonFacts) =>
  !['authors', 'plg'].includes(facts.visibility) &&
  (hasSchoolRole(actor, KEEPERS, facts.schoolId) || (facts.isEditor && isColleague(actor, facts)))

const isOwn = (actor: Actor, facts: LessonFacts) => facts.isAuthor && isColleague(actor, facts)

const READERS: Record<LessonVisibility, (actor: Actor | null, facts: LessonFacts) => boolean> = {
  authors: () => false,
  plg: (actor, { isInPlg }) => actor !== null && isConfirmed(actor) && isInPlg,
  school: (actor, facts) => actor !== null && isColleague(actor, facts),
  network: (actor) => actor !== null && isConfirmed(actor),
  public: () => true,
}

/** Who comes from outside is null. Who wrote it reads it, also after changing school. */
export const reads = (actor: Actor | null, facts: LessonFacts) =>
  !facts.isDeleted &&
  ((actor !== null && isConfirmed(actor) && facts.isAuthor) ||
    READERS[facts.visibility](actor, facts))

/** Is it read outside the school? */
export const isOut = ({ visibility }: Pick<LessonFacts, 'visibility'>) =>
  visibility === 'network' || visibility === 'public'

export const may = {
  read: (actor: Actor, facts: LessonFacts) => reads(actor, facts),
  write: (actor: Actor, facts: LessonFacts) =>
    !facts.isDeleted && (isOwn(actor, facts) || keeps(actor, facts)),
  /** Say who reads it: those who wrote it. */
  publish: (actor: Actor, facts: LessonFacts) => !facts.isDeleted && isOwn(actor, facts),
  /** Back into the school: also who keeps the school's concept. */
  withdraw: (actor: Actor, facts: LessonFacts) =>
    !facts.isDeleted && isOut(facts) && (isOwn(actor, facts) || keeps(actor, facts)),
  delete: (actor: Actor, facts: LessonFacts) =>
    !facts.isDeleted && (isOwn(actor, facts) || keeps(actor, facts)),
  restore: (actor: Actor, facts: LessonFacts) =>
    facts.isDeleted && (isOwn(actor, facts) || keeps(actor, facts)),
  /** The own name is one's own business, wherever one teaches now. */
  sayName: (_actor: Actor, { isAuthor, isDeleted }: LessonFacts) => isAuthor && !isDeleted,
  /** For the concept of another school; which one is judged there. */
  adopt: (actor: Actor, facts: LessonFacts) =>
    isConfirmed(actor) &&
    !facts.isDeleted &&
    isOut(facts) &&
    facts.licence !== null &&
    facts.licence !== 'all_rights_reserved',
  /** "Verwendet an": a school says so itself, of what it reads. */
  sayUse: (actor: Actor, facts: LessonFacts & { atSchool: string }) =>
    reads(actor, facts) && hasSchoolRole(actor, STAFF, facts.atSchool),
}
