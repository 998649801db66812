import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import type { ReleaseStep } from './contract.ts'
import { type ReleaseState, stepsFrom } from './rules.ts'

export type ProposalFacts = { proposedBy: string; requestedBy: string | null }
export type PilotFacts = { isPilot: boolean; isInProject: boolean }

const releases = (actor: Actor) => hasNetworkRole(actor, 'release_manager')
const stops = (actor: Actor) => hasNetworkRole(actor, 'release_manager', 'school_dpo')

/** What hangs on the state of a release or a proposal; the rest is in `software/policy.ts`. */
export const may = {
  /** In an incident either office stops at once, without asking the other. */
  step: (actor: Actor, { step, state }: { step: ReleaseStep; state: ReleaseState }) =>
    stops(actor) && stepsFrom(state).includes(step),
  /** Nobody decides about what they asked for themselves. */
  deviate: (actor: Actor, { requestedBy }: { requestedBy: string | null }) =>
    releases(actor) && requestedBy !== actor.id,
  /** The second of two persons; never the one who proposed it, nor who asked for the app. */
  confirm: (actor: Actor, { proposedBy, requestedBy }: ProposalFacts) =>
    releases(actor) && proposedBy !== actor.id && requestedBy !== actor.id,
  takeBack: (actor: Actor, { proposedBy }: ProposalFacts) =>
    releases(actor) && proposedBy === actor.id,
  /** Who tried it out says how it went. */
  reportPilot: (actor: Actor, { isPilot, isInProject }: PilotFacts) =>
    isPilot && (isInProject || releases(actor)),
}
