import type { Actor } from '#server/auth/actor.ts'

/** A proposal as its author sees it: nobody else knows that page. */
export const owns = (actor: Actor, { requestedBy }: { requestedBy: string | null }) =>
  requestedBy === actor.id
