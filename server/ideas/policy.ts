import {
  type Actor,
  hasNetworkRole,
  hasSchoolRole,
  isConfirmed,
  schoolsOf,
} from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import type { IdeaState } from './contract.ts'

/** What must be known of an idea and the actor's part in it to judge. */
export type IdeaFacts = {
  state: IdeaState
  authorId: string | null
  /** The actor joined it, or joined or wrote what was merged into it. */
  isInterested: boolean
}
/** Two ideas, of which `source` shall go into `target`, or has gone. */
export type MergeFacts = {
  source: { state: IdeaState; authorId: string | null }
  target: { state: IdeaState; authorId: string | null }
}

const TEACHING: SchoolRole[] = ['teacher', 'digital_officer', 'first_level_admin', 'trainee']
const HEADS: SchoolRole[] = ['principal', 'deputy_principal']

const wrote = (actor: Actor, { authorId }: { authorId: string | null }) =>
  isConfirmed(actor) && authorId === actor.id
const curates = (actor: Actor) => hasNetworkRole(actor, 'smz_staff')
/** As in PLGs: whoever leads a school comes in by invitation, so founds none either. */
const teachesSomewhere = (actor: Actor) =>
  schoolsOf(actor).some(
    (schoolId) =>
      hasSchoolRole(actor, TEACHING, schoolId) && !hasSchoolRole(actor, HEADS, schoolId),
  )

export const may = {
  /** The market at all: not before one's school or office has confirmed one. */
  visit: (actor: Actor, _facts: object) => isConfirmed(actor),
  /** What is archived is gone for all who had no part in it. */
  see: (actor: Actor, facts: IdeaFacts) =>
    isConfirmed(actor) &&
    (facts.state !== 'archived' || wrote(actor, facts) || facts.isInterested || curates(actor)),
  create: (actor: Actor, _facts: object) =>
    schoolsOf(actor).length > 0 || hasNetworkRole(actor, 'smz_staff', 'school_authority_staff'),
  edit: (actor: Actor, facts: IdeaFacts) => facts.state === 'open' && wrote(actor, facts),
  archive: (actor: Actor, facts: IdeaFacts) =>
    facts.state === 'open' && (wrote(actor, facts) || curates(actor)),
  restore: (actor: Actor, facts: IdeaFacts) =>
    facts.state === 'archived' && (wrote(actor, facts) || curates(actor)),
  /** For one of one's own schools; the author is in it anyway. */
  join: (actor: Actor, facts: IdeaFacts) =>
    facts.state === 'open' && !wrote(actor, facts) && schoolsOf(actor).length > 0,
  withdraw: (actor: Actor, facts: IdeaFacts) =>
    isConfirmed(actor) && facts.state === 'open' && facts.isInterested,
  merge: (actor: Actor, { source, target }: MergeFacts) =>
    source.state === 'open' && target.state === 'open' && (wrote(actor, target) || curates(actor)),
  /** Whoever may merge, and the author of what was merged: it was their idea. */
  unmerge: (actor: Actor, { source, target }: MergeFacts) =>
    source.state === 'merged' &&
    target.state !== 'became_plg' &&
    (wrote(actor, target) || wrote(actor, source) || curates(actor)),
  /** Make a PLG of it. */
  found: (actor: Actor, facts: IdeaFacts) =>
    facts.state === 'open' &&
    (curates(actor) || ((wrote(actor, facts) || facts.isInterested) && teachesSomewhere(actor))),
  /** Which schools it may fit, as numbers. */
  seeFitting: (actor: Actor, facts: IdeaFacts) =>
    isConfirmed(actor) &&
    facts.state === 'open' &&
    (wrote(actor, facts) ||
      facts.isInterested ||
      hasNetworkRole(actor, 'smz_staff', 'facilitator', 'media_advisor')),
  importGroups: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'smz_staff', 'operator'),
}
