import { type Actor, isConfirmed } from '#server/auth/actor.ts'

/** One's own entry and nobody else's; who may book for whom is asked by the booking itself. */
export const may = {
  keep: (actor: Actor, { personId }: { personId: string | null }) =>
    isConfirmed(actor) && personId === actor.id,
}
