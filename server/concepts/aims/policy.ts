import { type Actor, hasNetworkRole, isConfirmed } from '#server/auth/actor.ts'
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
  decide: (actor: Actor, { kind, state }: AimFacts) =>
    state !== 'ended' &&
    (kind === 'strategic' ? keepsStrategic(actor) : hasNetworkRole(actor, 'smz_staff')),
}

/** What held once stays readable by all; a proposal is for those who can say something to it. */
export function readsAim(actor: Actor | null, facts: AimFacts): boolean {
  if (facts.state !== 'draft') return true
  if (!actor) return false
  return facts.kind === 'strategic' ? keepsStrategic(actor) : isConfirmed(actor)
}

/** The kinds of proposals that this person sees in lists. */
export const readableDrafts = (actor: Actor | null): AimKind[] =>
  (['strategic', 'network'] as const).filter((kind) =>
    readsAim(actor, { kind, state: 'draft', isAuthor: false }),
  )
