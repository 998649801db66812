import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import type { Joining, PlgRole } from './contract.ts'

/** What must be known of a PLG and the actor's place in it to judge. */
export type PlgFacts = {
  joining: Joining
  /** The actor's live row in plg_members. */
  seat: { role: PlgRole; state: 'requested' | 'invited' | 'active' } | null
}

const isInside = (facts: PlgFacts) => facts.seat?.state === 'active'

export const may = {
  /** The outer page. A closed PLG is known to its members and the invited only (product.md, section 3). */
  see: (actor: Actor, facts: PlgFacts) =>
    isConfirmed(actor) &&
    (facts.joining !== 'closed' ||
      facts.seat?.state === 'active' ||
      facts.seat?.state === 'invited'),
  /** Everything inside: members only, whatever office somebody holds. */
  enter: (_actor: Actor, facts: PlgFacts) => isInside(facts),
  lead: (_actor: Actor, facts: PlgFacts) => isInside(facts) && facts.seat?.role === 'lead',
}

declare const proof: unique symbol
/** Proof that the actor is inside this PLG. Only `proveMember` makes one; scoped queries demand it. */
export type MemberOf = { readonly plgId: string; readonly personId: string; readonly [proof]: true }

/** @returns the proof, or undefined for people outside */
export function proveMember(actor: Actor, plgId: string, facts: PlgFacts): MemberOf | undefined {
  return may.enter(actor, facts) ? ({ plgId, personId: actor.id } as MemberOf) : undefined
}
