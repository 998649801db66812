import { type Actor, hasNetworkRole, hasSchoolRole, isConfirmed } from '#server/auth/actor.ts'
import type { AimKind, AimState } from './contract.ts'

export type AimFacts = { kind: AimKind; state: AimState; isAuthor: boolean }

const keepsStrategic = (actor: Actor) =>
  hasNetworkRole(actor, 'smz_staff', 'school_authority_staff')
const tendsNetwork = (actor: Actor) => hasNetworkRole(actor, 'smz_staff', 'media_advisor')

const tends = (actor: Actor, { kind }: Pick<AimFacts, 'kind'>) =>
  kind === 'strategic' ? keepsStrategic(actor) : tendsNetwork(actor)

/** Strategic goals come from the Lenkungskreis, network goals from everybody; the SMZ puts these in force. */
export const may = {
  propose: (actor: Actor, { kind }: Pick<AimFacts, 'kind'>) =>
    kind === 'strategic' ? keepsStrategic(actor) : isConfirmed(actor),
  /** What is in force keeps its words; a new wording replaces it. */
  edit: (actor: Actor, facts: AimFacts) =>
    facts.state === 'draft' && (tends(actor, facts) || (facts.isAuthor && isConfirmed(actor))),
  decide: (actor: Actor, { kind, state }: AimFacts) => isAlive(state) && decides(actor, kind),
  /** A proposal that will not do: who decides on it, and whose it is. */
  takeBack: (actor: Actor, { kind, state, isAuthor }: AimFacts) =>
    state === 'draft' && (decides(actor, kind) || (isAuthor && isConfirmed(actor))),
  /** Who teaches or leads at a school says something for it, as long as it is asked. */
  comment: (actor: Actor, facts: AimFacts & { isCommented: boolean; schoolId: string }) =>
    facts.kind === 'network' &&
    facts.state === 'draft' &&
    facts.isCommented &&
    hasSchoolRole(actor, STAFF, facts.schoolId),
  /** Hide what does not belong there, and show it again. */
  curateComments: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'smz_staff'),
}

const STAFF = [
  'teacher',
  'digital_officer',
  'first_level_admin',
  'principal',
  'deputy_principal',
] as const

const isAlive = (state: AimState) => state === 'draft' || state === 'in_force'
const decides = (actor: Actor, kind: AimKind) =>
  kind === 'strategic' ? keepsStrategic(actor) : hasNetworkRole(actor, 'smz_staff')

/** What held once stays readable by all; a proposal, and one taken back, is for those who can say something to it. */
export function readsAim(actor: Actor | null, facts: AimFacts): boolean {
  if (facts.state === 'in_force' || facts.state === 'ended') return true
  if (!actor) return false
  return facts.kind === 'strategic' ? keepsStrategic(actor) : isConfirmed(actor)
}

/** What schools said to a proposal stays in the network, also when it holds. */
export const readsComments = (actor: Actor | null, facts: AimFacts): actor is Actor =>
  actor !== null && facts.kind === 'network' && isConfirmed(actor) && readsAim(actor, facts)

/** The kinds of proposals that this person sees in lists. */
export const readableDrafts = (actor: Actor | null): AimKind[] =>
  (['strategic', 'network'] as const).filter((kind) =>
    readsAim(actor, { kind, state: 'draft', isAuthor: false }),
  )
