import type { Actor } from '#server/auth/actor.ts'

export type LineFacts = { personId: string }

export const may = {
  /** A bell is its owner's alone, whatever office somebody holds. */
  open: (actor: Actor, facts: LineFacts) => actor.id === facts.personId,
}
