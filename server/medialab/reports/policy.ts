import { type Actor, hasNetworkRole, isConfirmed } from '#server/auth/actor.ts'
import { may as mayInLab } from '../policy.ts'
import type { Visibility } from './contract.ts'

export type ReportFacts = { authorId: string | null; isDeleted: boolean; visibility: Visibility }
/** Whose booking somebody tells of, and whether it is over. */
export type UseFacts = { personId: string | null; createdBy: string | null; isOver: boolean }

const isOwn = (actor: Actor, { authorId }: ReportFacts) =>
  isConfirmed(actor) && authorId === actor.id
const seesCity = (actor: Actor) => hasNetworkRole(actor, 'smz_staff', 'school_authority_staff')

/** One's own words are one's own; the SMZ takes away what should not stand there, and can bring it back. */
export const may = {
  list: (actor: Actor, _facts: object) => isConfirmed(actor),
  /** What was said to the SMZ and the Schulträger only. */
  seeCity: (actor: Actor, _facts: object) => seesCity(actor),
  read: (actor: Actor, facts: ReportFacts) =>
    !facts.isDeleted &&
    isConfirmed(actor) &&
    (facts.visibility === 'network' || isOwn(actor, facts) || seesCity(actor)),
  seeUse: (actor: Actor, { personId, createdBy }: UseFacts) =>
    isConfirmed(actor) && (personId === actor.id || createdBy === actor.id),
  write: (actor: Actor, facts: UseFacts): boolean => may.seeUse(actor, facts) && facts.isOver,
  edit: (actor: Actor, facts: ReportFacts) => isOwn(actor, facts) && !facts.isDeleted,
  delete: (actor: Actor, facts: ReportFacts) =>
    !facts.isDeleted && (isOwn(actor, facts) || mayInLab.manage(actor, {})),
  restore: (actor: Actor, facts: ReportFacts) =>
    facts.isDeleted && (isOwn(actor, facts) || mayInLab.manage(actor, {})),
}
