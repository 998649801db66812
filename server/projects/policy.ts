import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import type { PlgFacts } from '#server/plg/policy.ts'
import type { Licence, Visibility } from './contract.ts'

/** What must be known to judge who does what inside. `seat` is the actor's place in the PLG. */
export type ProjectFacts = {
  seat: PlgFacts['seat']
  plgKind: string
  visibility: Visibility
  isDeleted: boolean
  isAuthor: boolean
}
/** The same for people who come from outside. */
export type PublishedFacts = Pick<ProjectFacts, 'plgKind' | 'visibility' | 'isDeleted'>
type InPlg = Pick<ProjectFacts, 'seat'>

const isInside = (actor: Actor, { seat }: InPlg) => isConfirmed(actor) && seat?.state === 'active'
const isThere = (actor: Actor, facts: ProjectFacts) => isInside(actor, facts) && !facts.isDeleted
const isOneOf = ({ seat }: InPlg, ...roles: string[]) => roles.includes(seat?.role ?? '')
/** Speaks for the PLG, or is an author who is a member of it. Guests and the facilitator publish nothing. */
const speaksForIt = (facts: ProjectFacts) =>
  isOneOf(facts, 'lead') || (isOneOf(facts, 'member') && facts.isAuthor)

/** Principals among themselves: nothing of theirs leaves the room, whoever wants it. */
const WALLED = 'principals_circle'
const SUPERVISION = 'supervision'

/** May this be read outside its PLG? A visitor is null. */
export const isReadable = (
  actor: Actor | null,
  { plgKind, visibility, isDeleted }: PublishedFacts,
) =>
  !isDeleted &&
  plgKind !== WALLED &&
  (visibility === 'public' || (visibility === 'network' && actor !== null && isConfirmed(actor)))

export const may = {
  list: (actor: Actor, facts: InPlg) => isInside(actor, facts),
  create: (actor: Actor, facts: InPlg) => isInside(actor, facts),
  read: (actor: Actor, facts: ProjectFacts) => isThere(actor, facts),
  /** Everything that stands in it, its trial runs, its evaluation and its report. */
  write: (actor: Actor, facts: ProjectFacts) => isThere(actor, facts),
  delete: (actor: Actor, facts: ProjectFacts) =>
    isThere(actor, facts) && (isOneOf(facts, 'lead', 'facilitator') || facts.isAuthor),
  restore: (actor: Actor, facts: ProjectFacts) =>
    isInside(actor, facts) &&
    facts.isDeleted &&
    (isOneOf(facts, 'lead', 'facilitator') || facts.isAuthor),
  publish: (actor: Actor, facts: ProjectFacts) =>
    isThere(actor, facts) &&
    facts.plgKind !== WALLED &&
    (facts.plgKind === SUPERVISION ? isOneOf(facts, 'lead') : speaksForIt(facts)),
  /** Back into the PLG: also for who keeps order, when a child's name stands in it. */
  withdraw: (actor: Actor, facts: ProjectFacts) =>
    isThere(actor, facts) &&
    facts.visibility !== 'plg' &&
    (isOneOf(facts, 'lead', 'facilitator') || facts.isAuthor),
  /** One's own name is one's own business, also after leaving the PLG. */
  sayName: (_actor: Actor, { isAuthor }: { isAuthor: boolean }) => isAuthor,
  readPublished: (actor: Actor, facts: PublishedFacts) => isReadable(actor, facts),
  tryOut: (actor: Actor, facts: PublishedFacts) => isConfirmed(actor) && isReadable(actor, facts),
  adopt: (actor: Actor, facts: PublishedFacts & { licence: Licence | null }) =>
    isConfirmed(actor) && isReadable(actor, facts) && facts.licence !== 'all_rights_reserved',
}
